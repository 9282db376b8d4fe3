import { useState } from "preact/hooks";
import type { Draft } from "@parley/client";
import { useStore } from "../store.ts";
import { announce } from "../ui/announcer.tsx";
import { exactTime } from "../ui/time.ts";
import { describe } from "../ui/use-submit.ts";
import { type Chosen, uploadsOf } from "../files/uploads.ts";
import { answeredIn, draftKey, type Place, replying } from "./replying.ts";

/** Sends the text and the files of a place, now or later, with what it answers; then the box is empty again. */
export function useSend(place: Place, text: string) {
  const { chat, drafts } = useStore();
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [isOn, set] = useState(false);
  const uploads = uploadsOf(draftKey(place));
  const clear = () => {
    uploads.take();
    if (drafts.text(place).peek() === text) drafts.write(place, "");
    drafts.leave(place);
    if (answeredIn(place) !== undefined) replying.value = undefined;
    set(false);
    setProblem(undefined);
  };
  const send = (event: Event) => {
    event.preventDefault();
    const chosen = uploads.chosen.value;
    if (!canSend(text, chosen)) return;
    try {
      chat.send(place.room, draftOf(place, text, chosen, isOn));
      clear();
    } catch (error) {
      setProblem(describe(error).message);
    }
  };
  const sendLater = async (at: Date) => {
    const chosen = uploads.chosen.value;
    if (!canSend(text, chosen)) return;
    try {
      const { sendAt } = await chat.schedule(place.room, draftOf(place, text, chosen, isOn), at);
      clear();
      announce(`It will be sent ${exactTime(sendAt)}`);
    } catch (error) {
      setProblem(describe(error).message);
    }
  };
  return { problem, send, sendLater, also: { isOn, set } };
}

/** What is to be said in a place. */
function draftOf(place: Place, text: string, chosen: readonly Chosen[], isAlsoInRoom: boolean): Draft {
  const { thread } = place;
  const replyTo = answeredIn(place);
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
