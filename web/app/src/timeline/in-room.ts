import type { Draft, TimelineItem } from "@parley/client";

/** Whether something is shown in the room itself: everything but replies that stand only in their thread. */
export function isInRoom<T extends TimelineItem | Draft>(item: T): boolean {
  return !("thread" in item) || item.thread === undefined || item.alsoInRoom === true;
}
