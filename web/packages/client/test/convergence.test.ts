import { expect, test } from "vitest";
import type { Chat } from "../src/api.ts";
import type { ChatState, Room, Timeline } from "../src/state/state.ts";
import { Refusal } from "./fake/answers.ts";
import { settle } from "./fake/clock.ts";
import { messagesIn, roomIn, World } from "./fake/world.ts";

/** One whose log only grows, one that loses its end to a backup, and one that I am moved out of and back into. */
const ROOMS = ["r1", "r2", "r3"];
const STEPS = 400;

/** What two clients of one user must agree on, however they came to know it. */
function view(room: Room, from: number) {
  const { outgoing: _, timeline, counted: _counted, typing: _typing, receipts: _receipts, ...rest } = room;
  const loaded = timeline.loaded ? messagesIn(room).filter(({ seq }) => seq >= from) : [];
  // When a row was last brought up to date differs; what it says does not.
  const messages = loaded.map(({ asOf: _asOf, ...message }) => message);
  return { ...rest, messages };
}

/** What holds at every moment, and in one life of the store. */
function checkInvariants(before: ChatState, after: ChatState, sameLife: boolean): void {
  for (const room of after.rooms.values()) {
    const seqs = room.timeline.items.map(({ seq }) => seq);
    expect(seqs).toEqual([...new Set(seqs)].toSorted((a, b) => a - b));
    expect(seqs.at(-1) ?? 0).toBeLessThanOrEqual(room.lastSeq);
    if (room.timeline.loaded) {
      const numbers = messagesIn(room).map(({ number }) => number);
      expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index));
      const shown = numbers.at(-1) ?? (room.timeline.more ? room.messages : 0);
      expect(shown).toBe(room.messages);
    }
    expect(room.unread).toBe(Math.max(0, room.messages - room.readNumber));
    const keys = room.outgoing.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    const earlier = before.rooms.get(room.id);
    if (earlier !== undefined && sameLife) {
      expect(room.read).toBeGreaterThanOrEqual(earlier.read);
    }
  }
}

/** Anything that people, servers and cables do, in any order. */
class Turmoil {
  readonly world: World;
  readonly chat: Chat;
  /** What was written into each room, in order. */
  readonly written = new Map<string, string[]>(ROOMS.map((room) => [room, []]));
  readonly #hasBackups: boolean;
  #count = 0;

  /** In odd seeds the store is restored from a backup now and then. */
  constructor(seed: number) {
    this.#hasBackups = seed % 2 === 1;
    this.world = new World(seed);
    for (const room of ROOMS) this.world.server.room(room, ["ada", "bob"]);
    this.world.server.maxDelta = 15;
    this.world.server.helloRooms = 2;
    this.world.server.loses = () => this.#chance(0.1);
    this.world.server.refuses = (type) =>
      type !== "hello" && this.#chance(0.05)
        ? new Refusal({ code: "overloaded", retry: true, retryAfterMs: 300 })
        : undefined;
    this.chat = this.world.chat("ada");
    let before = this.chat.state;
    this.chat.subscribe((state) => {
      checkInvariants(before, state, this.world.server.epoch === "e1");
      before = state;
    });
  }

  async step(): Promise<void> {
    const actions = [
      ...Array.from({ length: 12 }, () => () => this.#deliver()),
      () => this.#write(),
      () => this.#write(),
      () => this.#otherPosts(),
      () => this.#otherPosts(),
      () => this.#repeat(),
      () => this.#setLife(),
      () => this.#expire(),
      () => this.chat.openRoom(this.#room()),
      () => this.chat.loadOlder(this.#room()),
      () => this.#read(),
      () => this.#readElsewhere(),
      () => this.#comeAndGo(),
      () => (this.#hasBackups && this.#chance(0.1) ? this.#anotherLife() : undefined),
      () => (this.#chance(0.3) ? this.world.network.cut() : undefined),
      () => {
        this.world.network.up = true;
      },
      () => this.chat.reconnectNow(),
      () => this.world.clock.pass(this.world.random() * 3000),
    ];
    await this.#pick(actions)();
    await settle();
  }

  #deliver(): void {
    const { alive } = this.world.network;
    if (alive.length === 0) return;
    const wire = this.#pick(alive);
    if (wire.opened && this.#chance(0.5) && wire.toClient.length > 0) wire.deliverDown();
    else this.world.network.step(wire);
  }

  #write(): void {
    const room = this.#room();
    if (!this.chat.state.rooms.has(room)) return;
    const text = `ada ${(this.#count += 1)}`;
    this.written.get(room)?.push(text);
    this.chat.send(room, { text });
  }

  #otherPosts(): void {
    const room = this.world.server.rooms.get(this.#room());
    if (room === undefined) return;
    for (let left = this.#chance(0.1) ? 30 : 1; left > 0; left -= 1) {
      this.world.server.post(room, "bob", `bob ${(this.#count += 1)}`);
    }
  }

  /** From now on messages last so long. */
  #setLife(): void {
    const room = this.world.server.rooms.get(this.#room());
    if (room === undefined || !this.#chance(0.3)) return;
    this.world.server.publish(room.append("room.updated", "bob", { expireSeconds: this.#pick([0, 60, 3600]) }));
  }

  /** The time of a message is over. */
  #expire(): void {
    const room = this.world.server.rooms.get(this.#room());
    const ending = room?.messages().filter(({ expiresAt }) => expiresAt !== undefined) ?? [];
    if (room === undefined || ending.length === 0) return;
    const { seq: target, by } = this.#pick(ending);
    this.world.server.publish(room.append("message.deleted", by, { target, expired: true }));
  }

  #repeat(): void {
    const room = this.world.server.rooms.get(this.#room());
    for (const fact of room?.log.slice(-3) ?? []) this.world.server.publish(fact);
  }

  #read(): void {
    const room = this.#room();
    const lastSeq = this.chat.state.rooms.get(room)?.lastSeq ?? 0;
    this.chat.markRead(room, Math.floor(lastSeq * (0.5 + this.world.random())));
  }

  /** Another session of the same user reads; signals have no order among the facts. */
  #readElsewhere(): void {
    const room = this.world.server.rooms.get(this.#room());
    if (room === undefined) return;
    const read = Math.max(room.read("ada"), Math.floor(room.head * this.world.random()));
    room.reads.set("ada", read);
    const data = { read, unread: room.unread("ada"), mentions: 0 };
    this.world.server.tell("ada", { type: "room.unread", room: room.id, data });
  }

  /** Somebody else moves me out of a room and back in. */
  #comeAndGo(): void {
    const { server } = this.world;
    const room = server.rooms.get("r3");
    if (room === undefined || !this.#chance(0.3)) return;
    if (room.members.has("ada")) server.leave(room, "ada", "removed");
    else server.join(room, "ada");
  }

  /** The store is restored from a backup: the last events are gone, and others take their place. */
  #anotherLife(): void {
    const { server, network } = this.world;
    server.restore();
    const room = server.rooms.get("r2");
    if (room !== undefined) {
      room.log.length = Math.max(2, room.log.length - 5);
      room.reads.set("ada", Math.min(room.read("ada"), room.head));
    }
    network.cut();
  }

  /** Everything works again, and everything arrives. */
  async heal(): Promise<void> {
    this.world.server.loses = () => false;
    this.world.server.refuses = () => undefined;
    const last = this.world.server.rooms.get("r3");
    if (last !== undefined) this.world.server.join(last, "ada");
    await this.world.heal();
    for (const room of this.world.server.rooms.values()) this.world.server.post(room, "bob", "end");
    await this.world.heal();
  }

  #room(): string {
    return this.#pick(ROOMS);
  }

  #chance(probability: number): boolean {
    return this.world.random() < probability;
  }

  #pick<T>(from: readonly T[]): T {
    const one = from[Math.floor(this.world.random() * from.length)];
    if (one === undefined) throw new Error("nothing to pick from");
    return one;
  }
}

/** A client that has just loaded, with as much history as the other one shows. */
async function freshlyLoaded(turmoil: Turmoil): Promise<Chat> {
  const fresh = turmoil.world.chat("ada");
  await turmoil.world.flow();
  for (const id of ROOMS) {
    const shown = roomIn(turmoil.chat, id).timeline;
    if (!shown.loaded) continue;
    fresh.openRoom(id);
    await turmoil.world.flow();
    const reaches = ({ items, more }: Timeline) =>
      !more || (items[0]?.seq ?? 0) <= (shown.items[0]?.seq ?? 0);
    while (!reaches(roomIn(fresh, id).timeline)) {
      fresh.loadOlder(id);
      await turmoil.world.flow();
    }
  }
  return fresh;
}

test.each(Array.from({ length: 40 }, (_, index) => index + 1))(
  "whatever happens on the way, everybody ends where a fresh load begins (seed %i)",
  async (seed) => {
    const turmoil = new Turmoil(seed);
    for (let step = 0; step < STEPS; step += 1) await turmoil.step();
    await turmoil.heal();
    const fresh = await freshlyLoaded(turmoil);

    for (const id of ROOMS) {
      const log = turmoil.world.server.rooms.get(id);
      const room = roomIn(turmoil.chat, id);
      const from = room.timeline.items[0]?.seq ?? 0;
      expect(view(room, from)).toEqual(view(roomIn(fresh, id), from));
      expect(room.outgoing).toEqual([]);
      const mine = (log?.log ?? []).flatMap(({ type, by, data }) =>
        type === "message.posted" && by === "ada" ? [data.text] : [],
      );
      const written = turmoil.written.get(id) ?? [];
      expect(mine).toEqual(id === "r1" ? written : written.filter((text) => mine.includes(text)));
      expect(room.lastSeq).toBe(log?.head);
      expect(room.unread).toBe(log?.unread("ada"));
    }
  },
);
