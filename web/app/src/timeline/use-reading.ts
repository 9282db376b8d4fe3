import type { Room } from "@parley/client";
import { useEffect } from "preact/hooks";
import { useStore } from "../store.ts";
import { isAttentive } from "../ui/attentive.ts";
import { isInRoom } from "./in-room.ts";
import type { Row } from "./rows.ts";
import type { FeedVirtualizer } from "./use-feed-virtualizer.ts";

/** A message counts as read once it has been in sight for this long. */
const lookMs = 250;

/**
 * Marks what is in sight as read, but only while somebody looks, and never from a stretch in the middle on.
 *
 * @param isPlaced whether the view stands where the reader opened it: what it passes on its way there is not read
 */
export function useReading(
  room: Room,
  rows: readonly Row[],
  virtualizer: FeedVirtualizer,
  isPlaced: boolean,
): void {
  const { chat } = useStore();
  const { newer, items } = room.timeline;
  const inSight = throughThreads(items, lastSeqInSight(rows, virtualizer));
  const isUnread = isPlaced && newer !== true && isAttentive.value && inSight > room.read && room.unread > 0;
  useEffect(() => {
    if (!isUnread) return;
    const timer = setTimeout(() => chat.markRead(room.id, inSight), lookMs);
    return () => clearTimeout(timer);
  }, [chat, room.id, isUnread, inSight]);
}

/** The seq up to which nothing else is shown in the room: replies in threads that follow are passed over. */
function throughThreads(items: Room["timeline"]["items"], seq: number): number {
  const next = items.findIndex((item) => item.seq > seq && isInRoom(item));
  const last = next < 0 ? items.at(-1) : items[next - 1];
  return Math.max(seq, last?.seq ?? 0);
}

/** The seq of the newest message that is wholly in sight, or whose beginning is and no more fits. */
function lastSeqInSight(rows: readonly Row[], virtualizer: FeedVirtualizer): number {
  const height = virtualizer.scrollRect?.height ?? 0;
  const bottom = (virtualizer.scrollOffset ?? 0) + height + 1;
  const isSeen = (start: number, end: number) => end <= bottom || end - start > height;
  let last = 0;
  for (const { index, start, end } of virtualizer.getVirtualItems()) {
    const row = rows[index];
    if (start > bottom || !isSeen(start, end)) continue;
    if (row?.kind === "message") last = Math.max(last, row.seq ?? 0);
    if (row?.kind === "notice") last = Math.max(last, row.item.seq);
  }
  return last;
}
