import type { Room } from "@parley/client";

/** The place in the log of the last change of who is in a room, of those that are loaded. */
export function comingAndGoing(room: Room): number | undefined {
  return room.timeline.items.findLast((item) => item.kind === "notice" && item.notice.type !== "updated")?.seq;
}
