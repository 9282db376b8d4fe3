import type { WireError } from "../generated/protocol.ts";
import type { ChatState, Instant, MessageKey, OutgoingMessage, OutgoingStatus, Room } from "./state.ts";
import { withRoom } from "./with.ts";

/** The stations of a message on its way; `room` and `key` say which. */
export type OutgoingEvent = { readonly room: string } & (
  | { readonly type: "outgoing.written"; readonly message: OutgoingMessage }
  /** Messages of an earlier page load: they go before everything written since. */
  | { readonly type: "outgoing.restored"; readonly messages: readonly OutgoingMessage[] }
  | { readonly type: "outgoing.sending"; readonly key: MessageKey; readonly now: Instant }
  | { readonly type: "outgoing.put_off"; readonly key: MessageKey; readonly error?: WireError }
  | {
      readonly type: "outgoing.sent";
      readonly key: MessageKey;
      readonly seq: number;
      readonly at: string;
    }
  | { readonly type: "outgoing.failed"; readonly key: MessageKey; readonly error: WireError }
  /** A failed message is to be sent once more, after those that wait. */
  | { readonly type: "outgoing.retried"; readonly key: MessageKey }
  | { readonly type: "outgoing.discarded"; readonly key: MessageKey }
);

/** Follows the messages on their way. */
export function reduceOutgoing(state: ChatState, event: OutgoingEvent): ChatState {
  return withRoom(state, event.room, (room) => step(room, event));
}

function step(room: Room, event: OutgoingEvent): Room {
  switch (event.type) {
    case "outgoing.written":
      return { ...room, outgoing: [...room.outgoing, event.message] };
    case "outgoing.restored":
      return { ...room, outgoing: [...event.messages, ...room.outgoing] };
    case "outgoing.sending":
      return withStatus(room, event.key, { kind: "sending", since: event.now });
    case "outgoing.put_off":
      return withStatus(room, event.key, {
        kind: "queued",
        ...(event.error === undefined ? {} : { error: event.error }),
      });
    case "outgoing.sent":
      return event.seq <= room.lastSeq
        ? without(room, event.key)
        : withStatus(room, event.key, { kind: "sent", seq: event.seq, at: event.at });
    case "outgoing.failed":
      return withStatus(room, event.key, { kind: "failed", error: event.error });
    case "outgoing.retried":
      return retried(room, event.key);
    case "outgoing.discarded":
      return without(room, event.key);
    default:
      return event satisfies never;
  }
}

function withStatus(room: Room, key: MessageKey, status: OutgoingStatus): Room {
  return { ...room, outgoing: room.outgoing.map((row) => (row.key === key ? { ...row, status } : row)) };
}

function without(room: Room, key: MessageKey): Room {
  return { ...room, outgoing: room.outgoing.filter((row) => row.key !== key) };
}

function retried(room: Room, key: MessageKey): Room {
  const row = room.outgoing.find((one) => one.key === key);
  if (row?.status.kind !== "failed") return room;
  return { ...room, outgoing: [...without(room, key).outgoing, { ...row, status: { kind: "queued" } }] };
}
