import { useState } from "preact/hooks";
import { useStore } from "../store.ts";
import { describe } from "../ui/use-submit.ts";
import { answeredIn, draftKey, type Place, replying } from "./replying.ts";

/** Sends the text of a place, with what it answers; then the box is empty again. */
export function useSend(place: Place, text: string) {
  const { chat, drafts } = useStore();
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [isOn, set] = useState(false);
  const send = (event: Event) => {
    event.preventDefault();
    if (text.trim() === "") return;
    const { room, thread } = place;
    const replyTo = answeredIn(place);
    try {
      chat.send(room, {
        text,
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
