import type { Room } from "@parley/client";
import { useEffect, useState } from "preact/hooks";
import { useStore } from "../store.ts";

/** How many seconds I must wait, in slow mode, before my next message goes out; 0 for not at all. */
export function useWait(room: Room): number {
  const { state } = useStore();
  const me = state.value.me?.id;
  const until = room.role === "member" ? endOfWait(room, me) : 0;
  const [now, setNow] = useState(Date.now);
  const left = Math.max(0, Math.ceil((until - now) / 1000));
  useEffect(() => {
    setNow(Date.now());
    if (until <= Date.now()) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [until]);
  return left;
}

/** When slow mode lets me write again, as milliseconds since 1970; 0 where I need not wait. */
export function endOfWait(
  { slowModeSeconds = 0, timeline }: Pick<Room, "slowModeSeconds" | "timeline">,
  me: string | undefined,
): number {
  if (slowModeSeconds === 0) return 0;
  const last = timeline.items.findLast((item) => item.kind === "message" && item.by === me);
  return last === undefined ? 0 : Date.parse(last.at) + slowModeSeconds * 1000;
}
