import type { Room } from "@parley/client";
import { useEffect, useRef } from "preact/hooks";
import { nameOf } from "../people/names.ts";
import { useStore } from "../store.ts";
import { announce } from "../ui/announcer.tsx";
import { count } from "../ui/plural.ts";
import { isInRoom } from "./in-room.ts";
import { plainText } from "./plain-text.ts";

/** Messages that come within this time are announced together. */
const togetherMs = 1000;

/** Speaks what others say in the open room from now on; history stays silent. */
export function useAnnouncements(room: Room): void {
  const { state } = useStore();
  const heard = useRef<number>(undefined);
  const waiting = useRef<string[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (!room.timeline.loaded) return;
    const after = heard.current ?? room.lastSeq;
    heard.current = room.lastSeq;
    const me = state.peek().me?.id;
    for (const item of newest(room, after)) {
      if (item.by === me) continue;
      waiting.current.push(`${nameOf(state.peek(), item.by)}: ${plainText(item.text)}`);
    }
    if (waiting.current.length === 0 || timer.current !== undefined) return;
    timer.current = setTimeout(() => {
      const messages = waiting.current.splice(0);
      timer.current = undefined;
      announce(messages.length === 1 ? (messages[0] ?? "") : count(messages.length, "new message"));
    }, togetherMs);
  }, [room, state]);
}

function newest(room: Room, after: number) {
  const { items } = room.timeline;
  const first = items.findLastIndex((item) => item.seq <= after) + 1;
  return items.slice(first).filter((item) => item.kind === "message").filter(isInRoom);
}
