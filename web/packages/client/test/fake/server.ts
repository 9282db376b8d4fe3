import type { DurableEvent, Presence, RoomKind, User } from "../../src/generated/protocol.ts";
import { FakeRoom } from "./room.ts";
import type { Json, Peer, ServerEnd } from "./network.ts";
import { answer, Refusal } from "./answers.ts";

/** One socket of a user; live after hello. */
export interface FakeSession {
  readonly end: ServerEnd;
  user: User | undefined;
}

/** A server with real logs, and with faults where a test wants them. Users sign in with `token-<id>`. */
export class FakeServer {
  readonly users = new Map<string, User>();
  readonly rooms = new Map<string, FakeRoom>();
  readonly presences = new Map<string, Presence>();
  readonly preferences = new Map<string, Json>();
  /** What each user has begun to write, by where. */
  readonly drafts = new Map<string, Map<string, Json>>();
  readonly sessions = new Set<FakeSession>();
  /** Every command that came, in order. */
  readonly commands: { readonly type: string; readonly data: Json }[] = [];
  epoch = "e1";
  /** Events beyond this many behind are answered with `reset`. */
  maxDelta = 1000;
  /** Rooms named in hello's answer, those with the newest messages; room.list tells of all. */
  helloRooms = 200;
  /** Rooms in one page of room.list at most. */
  listedRooms = 200;
  readonly badTokens = new Set<string>();
  /** Whether a fact is lost on the way to a session; never in a real server. */
  loses: (fact: DurableEvent) => boolean = () => false;
  /** What it answers to a change of a message. */
  changes: (type: string, data: Json) => Json = () => ({});
  /** What it answers to a command that needs no more than that. */
  plays: (type: string) => object | undefined = () => undefined;
  /** A refusal instead of an answer. */
  refuses: (type: string, data: Json) => Refusal | undefined = () => undefined;

  draftsOf(user: string): Map<string, Json> {
    const drafts = this.drafts.get(user) ?? new Map<string, Json>();
    this.drafts.set(user, drafts);
    return drafts;
  }

  user(id: string): User {
    const user = { id, username: id, displayName: id.toUpperCase() };
    this.users.set(id, user);
    return user;
  }

  /** A room in which these users are from the start. */
  room(id: string, members: readonly string[], kind: RoomKind = "public"): FakeRoom {
    const room = new FakeRoom(id, kind);
    this.rooms.set(id, room);
    for (const member of members) this.join(room, member);
    return room;
  }

  /** The user is in the room from now on; its sessions are told first. */
  join(room: FakeRoom, user: string): void {
    if (room.members.has(user)) return;
    const known = this.users.get(user) ?? this.user(user);
    room.members.set(user, known);
    const fact = room.append("member.joined", user, { user, role: "member" });
    this.tell(user, { type: "room.added", room: room.id, data: room.summary(user) });
    this.publish(fact, user);
  }

  /** The user is out at once. */
  leave(room: FakeRoom, user: string, reason: "left" | "removed" = "left"): void {
    if (!room.members.delete(user)) return;
    this.publish(room.append("member.left", user, { user, reason }));
    this.tell(user, { type: "room.removed", room: room.id, data: { reason } });
  }

  /** Somebody says something. A key that was used gives its first result. */
  post(room: FakeRoom, by: string, text: string, key: string = crypto.randomUUID(), kind: Json = {}) {
    const before = room.posted(by, key);
    if (before !== undefined) return { ...before, duplicate: true };
    const fact = room.post(by, text, key, kind);
    this.publish(fact);
    return { seq: fact.seq, number: room.count(), at: fact.at };
  }

  /** To every session in the room, except those of a user who knows it already. */
  publish(fact: DurableEvent, except?: string): void {
    const room = this.rooms.get(fact.room);
    for (const { user, end } of this.sessions) {
      if (user === undefined || user.id === except || !room?.members.has(user.id)) continue;
      if (!this.loses(fact)) end.send(fact as unknown as Json);
    }
  }

  /** To every session of a user. */
  tell(user: string, signal: Json): void {
    for (const session of this.sessions) {
      if (session.user?.id === user) session.end.send(signal);
    }
  }

  /** To the sessions of the other members. */
  tellOthers(room: FakeRoom, by: string, signal: Json): void {
    for (const member of room.members.keys()) {
      if (member !== by) this.tell(member, signal);
    }
  }

  /** The store is replaced by one of another life. */
  restore(): void {
    this.epoch += "'";
  }

  readonly accept = (end: ServerEnd): Peer => {
    const session: FakeSession = { end, user: undefined };
    this.sessions.add(session);
    return {
      received: (frame) => this.#received(session, frame),
      closed: () => this.sessions.delete(session),
    };
  };

  #received(session: FakeSession, frame: Json): void {
    const { id } = frame;
    const type = String(frame["type"]);
    const data = (frame["data"] ?? {}) as Json;
    this.commands.push({ type, data });
    try {
      const refusal = this.refuses(type, data);
      if (refusal !== undefined) throw refusal;
      if (type === "hello") this.#hello(session, id, data);
      else session.end.send({ id, ok: (this.plays(type) as Json | undefined) ?? answer(this, session, type, data) });
    } catch (problem) {
      if (!(problem instanceof Refusal)) throw problem;
      session.end.send({ id, error: problem.error });
    }
  }

  #hello(session: FakeSession, id: unknown, data: Json): void {
    const token = String(data["token"]);
    const user = this.users.get(token.replace("token-", ""));
    if (user === undefined || this.badTokens.has(token)) {
      session.end.close(4103);
      return;
    }
    session.user = user;
    const mine = this.roomsOf(user.id).toSorted((a, b) => b.newest - a.newest);
    const resume = (data["resume"] ?? {}) as Record<string, number>;
    const sameLife = data["epoch"] === undefined || data["epoch"] === this.epoch;
    const outcomes = Object.fromEntries(
      Object.entries(resume).map(([room, seq]) => [room, this.#outcome(user.id, room, seq, sameLife)]),
    );
    session.end.send({
      id,
      ok: {
        user,
        session: `s-${user.id}`,
        serverTime: "2026-01-01T00:00:00.000Z",
        heartbeatMs: 25_000,
        epoch: this.epoch,
        rooms: mine.slice(0, this.helloRooms).map((room) => room.summary(user.id)),
        moreRooms: mine.length > this.helloRooms,
        resume: outcomes,
      },
    });
    for (const [room, outcome] of Object.entries(outcomes)) {
      if (outcome === "delta") this.#replay(session, room, resume[room] ?? 0);
    }
  }

  #outcome(user: string, id: string, seq: number, sameLife: boolean): "delta" | "reset" | "gone" {
    const room = this.rooms.get(id);
    if (!room?.members.has(user)) return "gone";
    return sameLife && seq <= room.head && room.head - seq <= this.maxDelta ? "delta" : "reset";
  }

  #replay(session: FakeSession, id: string, after: number): void {
    const room = this.rooms.get(id);
    for (const fact of room?.log.slice(after) ?? []) {
      if (!this.loses(fact)) session.end.send(fact as unknown as Json);
    }
    session.end.send({ type: "room.synced", room: id, data: { seq: room?.head } });
  }

  roomsOf(user: string): FakeRoom[] {
    return [...this.rooms.values()].filter((room) => room.members.has(user));
  }
}
