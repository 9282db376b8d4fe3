import type { Room } from "@parley/client";
import { useEffect, useState } from "preact/hooks";

/** The clock is looked at anew after this long at the latest: timers hold no years. */
const longestMs = 3_600_000;

/** Until when I may not write in a room; undefined where I may, and as soon as that time is over. */
export function useMute({ mutedUntil }: Pick<Room, "mutedUntil">): string | undefined {
  const [now, setNow] = useState(Date.now);
  const isOver = !isMuted(mutedUntil, now);
  useEffect(() => {
    const left = mutedUntil === undefined ? 0 : Date.parse(mutedUntil) - Date.now();
    if (left <= 0) {
      setNow(Date.now());
      return;
    }
    const timer = setTimeout(() => setNow(Date.now()), Math.min(left, longestMs));
    return () => clearTimeout(timer);
  }, [mutedUntil, now]);
  return isOver ? undefined : mutedUntil;
}

/** Whether a time until which one may not write is still to come. */
export function isMuted(mutedUntil: string | undefined, now: number): boolean {
  return mutedUntil !== undefined && Date.parse(mutedUntil) > now;
}
