import type { MessageItem, Room } from "@parley/client";
import { isInRoom } from "./in-room.ts";

/** Who has read the last message, or how far mine has come where only one other can read it. */
export type Reading =
  | { readonly kind: "readers"; readonly users: readonly string[] }
  | { readonly kind: "state"; readonly words: "Sent" | "Delivered" | "Read" };

/** What is told below the last message of a room; undefined where its end is not shown, mine is still on its way, or nobody has read it. */
export function readingOf(
  room: Pick<Room, "kind" | "users" | "timeline" | "outgoing" | "receipts">,
  me: string,
): Reading | undefined {
  const isEnd = room.timeline.newer !== true && !room.outgoing.some(isInRoom);
  const last = isEnd ? lastOf(room) : undefined;
  if (last === undefined) return undefined;
  if (room.kind === "direct" && room.users?.length === 2 && last.by === me) {
    return { kind: "state", words: stateOf(room, last.seq) };
  }
  const users = [...room.receipts]
    .filter(([user, { read }]) => read >= last.seq && user !== last.by && user !== me)
    .map(([user]) => user);
  return users.length === 0 ? undefined : { kind: "readers", users };
}

function lastOf({ timeline }: Pick<Room, "timeline">): MessageItem | undefined {
  return timeline.items.findLast((item): item is MessageItem => item.kind === "message" && isInRoom(item));
}

function stateOf({ receipts }: Pick<Room, "receipts">, seq: number): "Sent" | "Delivered" | "Read" {
  const marks = [...receipts.values()];
  if (marks.some(({ read }) => read >= seq)) return "Read";
  return marks.some(({ delivered }) => delivered >= seq) ? "Delivered" : "Sent";
}
