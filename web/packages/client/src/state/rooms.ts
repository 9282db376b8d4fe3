import type { ResumeOutcome, RoomSummary } from "../generated/protocol.ts";
import { recount } from "./reading.ts";
import type { ChatState, Room, RoomId } from "./state.ts";
import { unopened } from "./timeline.ts";
import { learned } from "./users.ts";

/** What is learned about my rooms apart from their logs. */
export type RoomsEvent =
  /** A summary answered by a command. */
  | { readonly type: "room.known"; readonly summary: RoomSummary }
  /** A summary from which the room begins anew. */
  | { readonly type: "room.renewed"; readonly summary: RoomSummary }
  /** I am not in this room any more. */
  | { readonly type: "room.dropped"; readonly room: RoomId }
  /** What was missing has arrived. */
  | { readonly type: "room.caught_up"; readonly room: RoomId }
  /** One page of the list that follows hello. */
  | {
      readonly type: "rooms.listed";
      readonly rooms: readonly RoomSummary[];
      readonly resume: Readonly<Record<string, ResumeOutcome>>;
    }
  /** The list is complete: I am in these rooms and no others. */
  | { readonly type: "rooms.complete"; readonly rooms: ReadonlySet<RoomId> };

/** Keeps the set of rooms. */
export function reduceRooms(state: ChatState, event: RoomsEvent): ChatState {
  switch (event.type) {
    case "room.known":
      return admit(state, event.summary, "known");
    case "room.renewed":
      return admit(state, event.summary, "reset");
    case "room.dropped":
      return drop(state, event.room);
    case "room.caught_up": {
      const room = state.rooms.get(event.room);
      return room === undefined || room.synced ? state : put(state, { ...room, synced: true });
    }
    case "rooms.listed":
      return event.rooms.reduce(
        (known, summary) => admit(known, summary, event.resume[summary.id] ?? "reset"),
        state,
      );
    case "rooms.complete": {
      const gone = [...state.rooms.keys()].filter((id) => !event.rooms.has(id));
      return { ...gone.reduce(drop, state), roomsKnown: true };
    }
    default:
      return event satisfies never;
  }
}

/**
 * Takes a summary in. `delta`: the room goes on from what is applied here, its missing events follow. `known`: it
 * is told again while it is followed live. `reset` and `gone`: whatever is here of it is given up.
 */
export function admit(
  state: ChatState,
  summary: RoomSummary,
  how: ResumeOutcome | "known",
): ChatState {
  const room = state.rooms.get(summary.id);
  const next = learned(state, summary.users ?? []);
  if (room === undefined) return put(next, begin(summary));
  switch (how) {
    case "delta":
      return put(next, { ...goOn(room, summary), synced: false });
    case "known":
      return put(next, goOn(room, summary));
    case "reset":
    case "gone":
      return put(next, { ...begin(summary), outgoing: unanswered(room) });
    default:
      return how satisfies never;
  }
}

/** Forgets a room with all that waited in it. */
export function drop(state: ChatState, id: RoomId): ChatState {
  if (!state.rooms.has(id)) return state;
  const rooms = new Map(state.rooms);
  rooms.delete(id);
  return { ...state, rooms };
}

/** A room that is followed from the summary's head on. */
function begin(summary: RoomSummary): Room {
  const { head, ...rest } = withUserIds(summary);
  return {
    ...rest,
    readNumber: summary.messages - summary.unread,
    timeline: unopened,
    outgoing: [],
    typing: [],
    receipts: new Map(),
    lastSeq: head,
    synced: true,
  };
}

/**
 * A room that keeps its place in the log. Counts and the last message stay as applied, because the events up to
 * the summary's head will bring them; the read mark is the further one of the two.
 */
function goOn(room: Room, summary: RoomSummary): Room {
  return recount({
    ...begin(summary),
    ...(room.last === undefined ? {} : { last: room.last }),
    messages: room.messages,
    read: Math.max(room.read, summary.read),
    readNumber: Math.max(room.readNumber, summary.messages - summary.unread),
    timeline: room.timeline,
    outgoing: room.outgoing,
    typing: room.typing,
    receipts: room.receipts,
    lastSeq: room.lastSeq,
    synced: room.synced,
  });
}

function withUserIds(summary: RoomSummary) {
  const { users, ...rest } = summary;
  return users === undefined ? rest : { ...rest, users: users.map((user) => user.id) };
}

/** The outgoing rows that are still to be sent: what is committed is in the log that is loaded anew. */
function unanswered(room: Room): Room["outgoing"] {
  return room.outgoing.filter((row) => row.status.kind !== "sent");
}

function put(state: ChatState, room: Room): ChatState {
  return { ...state, rooms: new Map(state.rooms).set(room.id, room) };
}
