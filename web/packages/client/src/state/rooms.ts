import type { NotifyLevel, ResumeVerdict, RoomSummary } from "../generated/protocol.ts";
import { recount } from "./reading.ts";
import type { ChatState, Room, RoomId } from "./state.ts";
import { noThreads } from "./threads.ts";
import { unopened } from "./timeline.ts";
import { learned } from "./users.ts";
import { withRoom } from "./with.ts";

/** What is learned about my rooms apart from their logs. */
export type RoomsEvent =
  /** A summary answered by a command. */
  | { readonly type: "room.known"; readonly summary: RoomSummary }
  /** A summary from which the room begins anew. */
  | { readonly type: "room.renewed"; readonly summary: RoomSummary }
  /** I am not in this room any more. */
  | { readonly type: "room.dropped"; readonly room: RoomId }
  /** I chose which of its messages draw my attention. */
  | { readonly type: "room.notify_set"; readonly room: RoomId; readonly level: NotifyLevel }
  /** What was missing has arrived. */
  | { readonly type: "room.caught_up"; readonly room: RoomId }
  /** These rooms go on from what is applied here: what they missed is about to follow. */
  | { readonly type: "rooms.resumed"; readonly rooms: readonly RoomId[] }
  /** One page of the list that hello begins. */
  | {
      readonly type: "rooms.listed";
      readonly rooms: readonly RoomSummary[];
      readonly resume: Readonly<Record<string, ResumeVerdict>>;
      /** Whether the store is the one of before: in another one no position of before means anything. */
      readonly sameLife: boolean;
    }
  /** The list is complete: I am in these rooms and no others. */
  | { readonly type: "rooms.complete"; readonly rooms: ReadonlySet<RoomId> };

/** Keeps the set of rooms. */
export function reduceRooms(state: ChatState, event: RoomsEvent): ChatState {
  switch (event.type) {
    case "room.known":
      return admit(state, event.summary, "goes on");
    case "room.renewed":
      return admit(state, event.summary, "begins anew");
    case "room.dropped":
      return drop(state, event.room);
    case "room.notify_set":
      return withRoom(state, event.room, (room) => ({ ...room, notify: event.level }));
    case "room.caught_up":
      return withRoom(state, event.room, (room) => (room.synced ? room : { ...room, synced: true }));
    case "rooms.resumed":
      return event.rooms.reduce(resumed, state);
    case "rooms.listed":
      return event.rooms.reduce(
        (known, summary) => admit(known, summary, wayOf(summary.id, event)),
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

/** How a summary meets a room that is here already. */
type Way =
  /** The room keeps its place in the log. */
  | "goes on"
  /** Its history is given up and loaded anew. */
  | "begins anew"
  /** Its log is another one, in which no position of before means anything. */
  | "is another";

/** Takes a summary in. */
export function admit(state: ChatState, summary: RoomSummary, way: Way): ChatState {
  const room = state.rooms.get(summary.id);
  const next = learned(state, summary.users ?? []);
  if (room === undefined) return put(next, begin(summary));
  switch (way) {
    case "goes on":
      return put(next, goOn(room, summary));
    case "begins anew":
      return put(next, beginAnew(room, summary));
    case "is another":
      return put(next, { ...begin(summary), outgoing: unanswered(room) });
    default:
      return way satisfies never;
  }
}

function wayOf(room: RoomId, listed: Extract<RoomsEvent, { type: "rooms.listed" }>): Way {
  if (!listed.sameLife) return "is another";
  return listed.resume[room] === "delta" ? "goes on" : "begins anew";
}

function resumed(state: ChatState, id: RoomId): ChatState {
  return withRoom(state, id, (room) => ({ ...room, synced: false }));
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
  const { head, role = "member", ...rest } = withUserIds(summary);
  return {
    ...rest,
    role,
    readNumber: summary.messages - summary.unread,
    counted: { to: summary.messages, since: [] },
    timeline: unopened,
    threads: noThreads,
    outgoing: [],
    changes: [],
    typing: [],
    receipts: new Map(),
    lastSeq: head,
    synced: true,
  };
}

/** A room whose history is given up; the read mark and what is still to be sent stay. */
function beginAnew(room: Room, summary: RoomSummary): Room {
  const begun = begin(summary);
  return recount({
    ...begun,
    read: Math.max(begun.read, Math.min(room.read, summary.head)),
    readNumber: Math.max(begun.readNumber, Math.min(room.readNumber, summary.messages)),
    threads: { news: room.threads.news, chosen: room.threads.chosen },
    outgoing: unanswered(room),
  });
}

/**
 * A room that keeps its place in the log. Counts and the last message stay as applied, because the events up to
 * the summary's head will bring them; the read mark is the further one of the two.
 */
function goOn(room: Room, summary: RoomSummary): Room {
  return recount({
    ...begin(summary),
    ...(room.last === undefined ? {} : { last: room.last }),
    ...(room.openReports === undefined ? {} : { openReports: room.openReports }),
    members: room.members,
    messages: room.messages,
    ...(room.lastSeq < summary.head ? { mentions: room.mentions, counted: room.counted } : {}),
    read: Math.max(room.read, summary.read),
    readNumber: Math.max(room.readNumber, summary.messages - summary.unread),
    timeline: room.timeline,
    threads: room.threads,
    outgoing: room.outgoing,
    changes: room.changes,
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
