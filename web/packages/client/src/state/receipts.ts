import type { Receipt } from "../generated/protocol.ts";
import type { ChatState, Room, RoomId } from "./state.ts";
import { withRoom } from "./with.ts";

/** What is learned about how far others have come. */
export interface ReceiptsEvent {
  readonly type: "receipts.known";
  readonly room: RoomId;
  readonly receipts: readonly Receipt[];
}

/** How many readers a room remembers; marks of further ones are not kept. */
const MAX_RECEIPTS = 200;

/** Moves the marks of others, forward only. My own say nothing to me. */
export function reduceReceipts(state: ChatState, event: ReceiptsEvent): ChatState {
  const others = event.receipts.filter(({ user }) => user !== state.me?.id);
  return withRoom(state, event.room, (room) => others.reduce(receipted, room));
}

/** The room with one member's marks moved; what was read has been received. */
export function receipted(room: Room, mark: Partial<Receipt> & Pick<Receipt, "user">): Room {
  const before = room.receipts.get(mark.user);
  if (before === undefined && room.receipts.size >= MAX_RECEIPTS) return room;
  const read = Math.max(before?.read ?? 0, mark.read ?? 0);
  const delivered = Math.max(before?.delivered ?? 0, mark.delivered ?? 0, read);
  if (before?.read === read && before.delivered === delivered) return room;
  return { ...room, receipts: new Map(room.receipts).set(mark.user, { read, delivered }) };
}
