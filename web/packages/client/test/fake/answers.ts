import type { WireError } from "../../src/generated/protocol.ts";
import type { Json } from "./network.ts";
import { FakeRoom } from "./room.ts";
import type { FakeServer, FakeSession } from "./server.ts";

const EPOCH_MS = Date.parse("2026-01-01T00:00:00.000Z");

/** A command's refusal. */
export class Refusal extends Error {
  readonly error: WireError;

  constructor(error: Partial<WireError> & Pick<WireError, "code">) {
    super(error.code);
    this.error = { message: error.code, retry: false, ...error };
  }
}

/** What the server answers to a command. */
export function answer(server: FakeServer, session: FakeSession, type: string, data: Json): Json {
  if (type === "ping") return {};
  const me = session.user;
  if (me === undefined) throw new Refusal({ code: "unauthenticated" });
  const member = () => roomOf(server, me.id, String(data["room"]));
  switch (type) {
    case "message.send": {
      const { duplicate, seq, number, at } = {
        duplicate: undefined,
        ...server.post(member(), me.id, String(data["text"]), String(data["key"]), kindOf(data)),
      };
      return { seq, number, at, ...(duplicate === undefined ? {} : { duplicate }) };
    }
    case "message.forward":
      return forward(server, me.id, member(), data);
    case "message.edit":
    case "message.delete":
    case "reaction.add":
    case "reaction.remove":
    case "poll.vote":
    case "poll.close":
    case "pin.add":
    case "pin.remove":
      return server.changes(type, data);
    case "message.history":
      return history(member(), data);
    case "message.thread":
      return thread(member(), data);
    case "room.events":
      return events(member(), data);
    case "room.get":
      return { room: member().summary(me.id) };
    case "room.list":
      return list(server, me.id, data);
    case "read.mark":
      return mark(server, member(), session, Number(data["seq"]));
    case "draft.set":
      return setDraft(server, session, me.id, data);
    case "typing":
      server.tellOthers(member(), me.id, {
        type,
        room: data["room"],
        data: { user: me.id, active: data["active"] },
      });
      return {};
    default:
      return answerAboutRooms(server, me.id, type, data);
  }
}

/** Says a message in another room, with where it was said first. */
function forward(server: FakeServer, me: string, from: FakeRoom, data: Json): Json {
  const origin = from.messages().find(({ seq }) => seq === data["target"]);
  if (origin === undefined) throw new Refusal({ code: "not_found" });
  const { room, seq, by, at } = origin;
  const to = roomOf(server, me, String(data["to"]));
  return { ...server.post(to, me, origin.text, String(data["key"]), { forwarded: { room, seq, by, at } }) };
}

/** What a message says of itself beside its text. */
function kindOf({ replyTo, thread: root, alsoInRoom }: Json): Json {
  return {
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(root === undefined ? {} : { thread: root }),
    ...(alsoInRoom === undefined ? {} : { alsoInRoom }),
  };
}

function answerAboutRooms(server: FakeServer, me: string, type: string, data: Json): Json {
  switch (type) {
    case "room.create": {
      const room = new FakeRoom(`r-${String(data["key"])}`, "public", String(data["name"]));
      if (!server.rooms.has(room.id)) server.rooms.set(room.id, room);
      const kept = server.rooms.get(room.id) ?? room;
      server.join(kept, me);
      return { room: kept.summary(me) };
    }
    case "room.join": {
      const room = server.rooms.get(String(data["room"]));
      if (room === undefined) throw new Refusal({ code: "not_found" });
      server.join(room, me);
      return { room: room.summary(me) };
    }
    case "room.leave":
      server.leave(roomOf(server, me, String(data["room"])), me);
      return {};
    case "room.members": {
      const room = roomOf(server, me, String(data["room"]));
      const members = [...room.members.values()].map((user) => ({ user, role: "member" }));
      return { members, more: false };
    }
    case "user.get": {
      const user = server.users.get(String(data["user"]));
      if (user === undefined) throw new Refusal({ code: "not_found" });
      return { user };
    }
    case "presence.watch": {
      const watched = (data["users"] as readonly string[]).flatMap((user) => server.presences.get(user) ?? []);
      return { presences: watched };
    }
    case "receipt.list": {
      const { members, reads } = roomOf(server, me, String(data["room"]));
      const receipts = [...members.keys()].map((user) => {
        const read = reads.get(user) ?? 0;
        return { user, read, delivered: read };
      });
      return { receipts, more: false };
    }
    case "delivered.mark": {
      const { seq } = data;
      const room = roomOf(server, me, String(data["room"]));
      const receipt = { type: "receipt", room: room.id, data: { user: me, delivered: seq } };
      server.tellOthers(room, me, receipt);
      return { read: room.read(me), unread: room.unread(me), mentions: 0 };
    }
    case "draft.list":
      return { drafts: [...server.draftsOf(me).values()], more: false };
    case "preferences.get":
      return { preferences: server.preferences.get(me) ?? { keywords: [] } };
    case "preferences.set":
      server.preferences.set(me, data);
      server.tell(me, { type: "preferences.changed", data: { preferences: data } });
      return { preferences: data };
    case "notify.set":
      return {};
    case "me.update": {
      const user = { ...server.users.get(me), ...data };
      return { user };
    }
    default:
      throw new Refusal({ code: "bad_request", message: `${type} is not played here` });
  }
}

/** Keeps a draft, and tells the user's other sessions. */
function setDraft(server: FakeServer, session: FakeSession, me: string, data: Json): Json {
  const drafts = server.draftsOf(me);
  const { room, ...rest } = { ...data, at: new Date(EPOCH_MS + server.commands.length).toISOString() } as Json;
  const place = `${String(room)}/${String(data["thread"] ?? "")}`;
  if (data["text"] === "") drafts.delete(place);
  else drafts.set(place, { room, ...rest });
  for (const other of server.sessions) {
    if (other !== session && other.user?.id === me) other.end.send({ type: "draft.changed", room, data: rest });
  }
  return {};
}

function roomOf(server: FakeServer, user: string, id: string): FakeRoom {
  const room = server.rooms.get(id);
  if (!room?.members.has(user)) throw new Refusal({ code: "not_found" });
  return room;
}

function history(room: FakeRoom, data: Json): Json {
  const limit = Number(data["limit"] ?? 50);
  const head = room.log.length;
  if (data["around"] !== undefined) {
    const around = Number(data["around"]);
    const nearest = room.messages().toSorted((a, b) => Math.abs(a.seq - around) - Math.abs(b.seq - around));
    const messages = nearest.slice(0, limit).toSorted((a, b) => a.seq - b.seq);
    return { messages, more: nearest.length > limit, head };
  }
  if (data["after"] !== undefined) {
    const newer = room.messages().filter(({ seq }) => seq > Number(data["after"]));
    return { messages: newer.slice(0, limit), more: newer.length > limit, head };
  }
  const before = Number(data["before"] ?? Number.POSITIVE_INFINITY);
  const older = room.messages().filter(({ seq }) => seq < before);
  return { messages: older.slice(-limit), more: older.length > limit, head };
}

function thread(room: FakeRoom, data: Json): Json {
  const root = Number(data["target"]);
  const after = Number(data["after"] ?? 0);
  const limit = Number(data["limit"] ?? 50);
  const all = room.messages().filter(({ seq, thread: of }) => seq === root || of === root);
  const rest = all.filter(({ seq }) => seq > after);
  return { messages: rest.slice(0, limit), more: rest.length > limit, head: room.log.length };
}

function events(room: FakeRoom, data: Json): Json {
  const after = Number(data["after"]);
  const limit = Number(data["limit"] ?? 200);
  const newer = room.log.slice(after);
  return { events: newer.slice(0, limit), more: newer.length > limit };
}

/** Rooms by id, wherever hello's answer put them. */
function list(server: FakeServer, user: string, data: Json): Json {
  const after = data["after"];
  const rest = server
    .roomsOf(user)
    .filter(({ id }) => after === undefined || id > String(after))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const limit = Math.min(Number(data["limit"] ?? 50), server.listedRooms);
  return {
    rooms: rest.slice(0, limit).map((room) => room.summary(user)),
    more: rest.length > limit,
  };
}

function mark(server: FakeServer, room: FakeRoom, session: FakeSession, seq: number): Json {
  const user = session.user?.id ?? "";
  const read = Math.max(room.read(user), Math.min(seq, room.head));
  room.reads.set(user, read);
  const count = { read, unread: room.unread(user), mentions: 0 };
  for (const other of server.sessions) {
    if (other === session || other.user?.id !== user) continue;
    other.end.send({ type: "room.unread", room: room.id, data: count });
  }
  server.tellOthers(room, user, { type: "receipt", room: room.id, data: { user, read } });
  return count;
}
