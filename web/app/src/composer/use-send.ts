import { useState } from "preact/hooks";
import type { LaterDraft } from "@parley/client";
import { useStore } from "../store.ts";
import { announce } from "../ui/announcer.tsx";
import { exactTime } from "../ui/time.ts";
import { describe } from "../ui/use-submit.ts";
import { useRun } from "../slash/use-run.ts";
import type { Wish } from "../slash/wish.ts";
import { type Chosen, uploadsOf } from "../files/uploads.ts";
import { draftKey, type Place } from "./replying.ts";

/** Why a text was not sent. What was taken for a command can be said as it stands. */
export interface NotSent {
  readonly message: string;
  readonly what: "message" | "command";
}

/**
 * Sends the text and the files of a place, now or later, with what it answers; then the box is empty again.
 *
 * @param read tells what a text asks for
 */
export function useSend(place: Place, text: string, read: (text: string) => Wish) {
  const { chat, drafts } = useStore();
  const { problem, setProblem, attempt } = useProblem();
  const [isOn, set] = useState(false);
  const { running, run } = useRun(place);
  const { chosen } = uploadsOf(draftKey(place));
  const empty = useEmptying(place, text);
  const isReady = () => running === undefined && canSend(text, chosen.value);
  const draft = (said: string) => draftOf({ ...place, text: said, replyTo: drafts.replyTo(place).value }, chosen.value, isOn);
  const clear = () => {
    empty();
    set(false);
    setProblem(undefined);
  };
  const say = (said: string) => attempt(() => chat.send(place.room, draft(said)), clear);
  const refuse = (message: string) => setProblem({ message, what: "command" });
  const send = async (event: Event) => {
    event.preventDefault();
    if (!isReady()) return;
    const wish = read(text);
    if (wish.kind === "say") return say(wish.text);
    const refusal = await run(wish, chosen.value.length);
    if (refusal === undefined) clear();
    else refuse(refusal);
  };
  const sendLater = (at: Date) => {
    if (!isReady()) return;
    const wish = read(text);
    if (wish.kind === "run") return refuse("Commands are carried out at once, not later.");
    void attempt(() => chat.schedule(place.room, draft(wish.text), at), ({ sendAt }) => {
      clear();
      announce(`It will be sent ${exactTime(sendAt)}`);
    });
  };
  return { problem, running, send, sayAsIs: () => say(text), sendLater, also: { isOn, set } };
}

/** Takes away what stands in the box of a place, unless another text stands there by now. */
function useEmptying(place: Place, text: string): () => void {
  const { drafts } = useStore();
  return () => {
    uploadsOf(draftKey(place)).take();
    if (drafts.text(place).peek() === text) drafts.write(place, "");
    drafts.answer(place, undefined);
    drafts.leave(place);
  };
}

/** Why the last text was not sent. */
function useProblem() {
  const [problem, setProblem] = useState<NotSent | undefined>(undefined);
  const attempt = async <T>(act: () => T | Promise<T>, then: (done: T) => void) => {
    try {
      then(await act());
    } catch (error) {
      setProblem({ message: describe(error).message, what: "message" });
    }
  };
  return { problem, setProblem, attempt };
}

interface Written extends Place {
  readonly text: string;
  readonly replyTo: number | undefined;
}

/** What is to be said in a place. */
function draftOf({ thread, text, replyTo }: Written, chosen: readonly Chosen[], isAlsoInRoom: boolean): LaterDraft {
  const attachments = chosen.flatMap(({ progress }) => (progress.kind === "there" ? [progress.file] : []));
  return {
    text,
    ...(attachments.length === 0 ? {} : { attachments }),
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(thread === undefined ? {} : { thread }),
    ...(thread !== undefined && isAlsoInRoom ? { alsoInRoom: true } : {}),
  };
}

/** There is something to say, and every file is there. */
export function canSend(text: string, chosen: readonly Chosen[]): boolean {
  return chosen.every(({ progress }) => progress.kind === "there") && (text.trim() !== "" || chosen.length > 0);
}
