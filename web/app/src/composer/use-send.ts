import { useState } from "preact/hooks";
import { useStore } from "../store.ts";
import { describe } from "../ui/use-submit.ts";
import { type Chosen, uploadsOf } from "../files/uploads.ts";
import { answeredIn, draftKey, type Place, replying } from "./replying.ts";

/** Sends the text and the files of a place, with what it answers; then the box is empty again. */
export function useSend(place: Place, text: string) {
  const { chat, drafts } = useStore();
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [isOn, set] = useState(false);
  const send = (event: Event) => {
    event.preventDefault();
    const uploads = uploadsOf(draftKey(place));
    const chosen = uploads.chosen.value;
    if (!canSend(text, chosen)) return;
    const { room, thread } = place;
    const replyTo = answeredIn(place);
    try {
      const attachments = uploads.take();
      chat.send(room, {
        text,
        ...(attachments.length === 0 ? {} : { attachments }),
        ...(replyTo === undefined ? {} : { replyTo }),
        ...(thread === undefined ? {} : { thread }),
        ...(thread !== undefined && isOn ? { alsoInRoom: true } : {}),
      });
      drafts.write(draftKey(place), "");
      if (replyTo !== undefined) replying.value = undefined;
      set(false);
      setProblem(undefined);
    } catch (error) {
      setProblem(describe(error).message);
    }
  };
  return { problem, send, also: { isOn, set } };
}

/** There is something to say, and every file is there. */
export function canSend(text: string, chosen: readonly Chosen[]): boolean {
  return chosen.every(({ progress }) => progress.kind === "there") && (text.trim() !== "" || chosen.length > 0);
}
