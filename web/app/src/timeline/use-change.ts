import type { MessageChange } from "@parley/client";
import { useCallback, useState } from "preact/hooks";
import { useStore } from "../store.ts";
import { describe } from "../ui/use-submit.ts";

/** Changes one message. */
export type ChangeMessage = (change: MessageChange) => void;

/** The way to change the message at `seq` of the open room, and why the last change was refused. */
export function useChange(seq: number) {
  const { chat, openRoom } = useStore();
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const change: ChangeMessage = useCallback(
    (next) => {
      const room = openRoom.peek()?.id;
      if (room === undefined) return;
      setProblem(undefined);
      chat.changeMessage(room, seq, next).catch((error: unknown) => {
        setProblem(describe(error).message);
      });
    },
    [chat, openRoom, seq],
  );
  return { change, problem };
}
