import { isDeepStrictEqual } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Chat, ChatState, Room } from "../packages/client/src/index.ts";
import { ParleyError } from "../packages/client/src/index.ts";
import { seeded } from "../packages/client/test/fake/clock.ts";
import { Account, Refused } from "./harness/account.ts";
import { Device, untilAll } from "./harness/device.ts";
import { allExpired, LONG, setLife, SHORT } from "./harness/expiring.ts";
import { askPoll, closePoll, votePoll } from "./harness/polling.ts";
import { type Server, startServer } from "./harness/server.ts";

const PEOPLE = 4;
const DEVICES_EACH = 2;
const ROOMS = 3;
const STEPS = 600;
const EMOJI = ["👍", "🎉", "🦜"];

/** `CONVERGENCE_SEED` replays one choice of steps; otherwise each run takes others. */
const seeds = process.env["CONVERGENCE_SEED"]
  ? [Number(process.env["CONVERGENCE_SEED"])]
  : [1, 2, 3, Math.floor(Math.random() * 2 ** 31)];

let server: Server;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.stop());

test.each(seeds)("a client that saw every event holds what a fresh one loads (seed %i)", async (seed) => {
  const turmoil = await Turmoil.begin(seed);
  await turmoil.run();
  await turmoil.settle();
  for (const device of turmoil.devices) await turmoil.compare(device);
  await turmoil.end();
});

/** Some people with some devices each, who do whatever people and cables do. */
class Turmoil {
  readonly #random: () => number;
  readonly #people: readonly Account[];
  readonly #rooms: readonly string[];
  readonly devices: readonly Device[];
  readonly #pending = new Set<Promise<unknown>>();
  #written = 0;

  private constructor(
    random: () => number,
    people: readonly Account[],
    rooms: readonly string[],
    devices: readonly Device[],
  ) {
    this.#random = random;
    this.#people = people;
    this.#rooms = rooms;
    this.devices = devices;
  }

  /** The first of the people owns every room; the others come and go. */
  static async begin(seed: number): Promise<Turmoil> {
    const random = seeded(seed);
    const names = Array.from({ length: PEOPLE }, (_, index) => `p${index}-${seed}`);
    const people = await Promise.all(names.map((name) => Account.register(server.url, name, name)));
    const rooms = await Promise.all(Array.from({ length: ROOMS }, (_, index) => makeRoom(people, index)));
    const owners = people.flatMap((person) => Array.from({ length: DEVICES_EACH }, () => person));
    const devices = await Promise.all(owners.map((owner) => Device.connect(server.url, owner, random)));
    for (const device of devices) for (const room of rooms) device.chat.openRoom(room);
    return new Turmoil(random, people, rooms, devices);
  }

  async run(): Promise<void> {
    for (let step = 0; step < STEPS; step += 1) {
      this.#track(this.#step());
      // A round trip now and then: what was done comes somewhere before it is changed.
      if (step % 5 === 0) await this.#pick(this.#people).ask("GET", "me");
    }
  }

  #step(): Promise<unknown> | undefined {
    const device = this.#pick(this.devices);
    const { chat } = device;
    const id = this.#pick(this.#rooms);
    const room = chat.state.rooms.get(id);
    if (room === undefined) return chat.joinRoom(id);
    const message = this.#message(room);
    const change = (type: "delete" | "pin" | "unpin") => message && chat.changeMessage(id, message.seq, { type });
    const react = (type: "react" | "unreact") =>
      message && chat.changeMessage(id, message.seq, { type, emoji: this.#pick(EMOJI) });
    const steps: readonly (() => Promise<unknown> | undefined)[] = [
      () => this.#say(chat, id),
      () => this.#say(chat, id),
      () => this.#say(chat, id),
      () => done(askPoll(chat, id, this.#text(), this.#random)),
      () => votePoll(chat, room, this.#random),
      () => votePoll(chat, room, this.#random),
      () => votePoll(chat, room, this.#random),
      () => closePoll(chat, room, this.#random),
      () => message && this.#answer(device.account, id, { replyTo: message.seq }),
      () => message && this.#answer(device.account, id, { thread: message.thread ?? message.seq }),
      () => message && this.#answer(device.account, id, { thread: message.thread ?? message.seq, alsoInRoom: true }),
      () => message && chat.changeMessage(id, message.seq, { type: "edit", text: this.#text(), at: new Date().toISOString() }),
      () => change("delete"),
      () => change("pin"),
      () => change("unpin"),
      () => react("react"),
      () => react("react"),
      () => react("unreact"),
      () => done(chat.markRead(id, this.#seq(room))),
      () => done(chat.markRead(id, this.#seq(room))),
      () => done(chat.openRoom(id)),
      () => done(chat.loadOlder(id)),
      () => done(chat.setTyping(id, this.#random() < 0.7)),
      () => this.#govern(id),
      () => this.#govern(id),
      () => (device.account === this.#people[0] ? undefined : chat.leaveRoom(id)),
      () => done(device.cable.cut()),
      () => done(device.cable.restore()),
      () => done(device.cable.restore()),
      () => done(chat.reconnectNow()),
    ];
    return this.#pick(steps)();
  }

  #say(chat: Chat, room: string): undefined {
    chat.send(room, { text: this.#text() });
    return undefined;
  }

  #answer(account: Account, room: string, place: object): Promise<unknown> {
    const body = { key: crypto.randomUUID(), text: this.#text(), ...place };
    return account.ask<"message.send">("POST", `rooms/${room}/messages`, body);
  }

  /** Something that only the owner may do. */
  #govern(room: string): Promise<unknown> {
    const [owner, ...others] = this.#people as [Account, ...Account[]];
    const member = `rooms/${room}/members/${this.#pick(others).id}`;
    const key = crypto.randomUUID();
    const steps: readonly (() => Promise<unknown>)[] = [
      () => owner.ask("PATCH", `rooms/${room}`, { key, topic: this.#text() }),
      () => owner.ask("PATCH", member, { key, role: this.#pick(["member", "moderator"]) }),
      () => owner.ask("PATCH", member, { key, mutedUntil: this.#until() }),
      () => setLife(owner, room, this.#pick([0, SHORT, LONG])),
      () => owner.ask("DELETE", member),
      () => owner.ask("POST", `rooms/${room}/members`, { key, user: this.#pick(others).id }),
    ];
    return this.#pick(steps)();
  }

  /** A text of its own that names somebody now and then. */
  #text(): string {
    const names = ["", "", "", " @room", ...this.#people.map((_, index) => ` @p${index}`)];
    return `text ${(this.#written += 1)}${this.#pick(names)}`;
  }

  #message(room: Room) {
    const messages = messagesOf(room).filter(({ deleted }) => deleted !== true);
    return messages.length === 0 ? undefined : this.#pick(messages);
  }

  #seq(room: Room): number {
    return Math.floor(room.lastSeq * (0.5 + this.#random() / 2));
  }

  /** In an hour, or an hour ago. */
  #until(): string {
    return new Date(Date.now() + (this.#random() < 0.5 ? 3_600_000 : -3_600_000)).toISOString();
  }

  #pick<T>(from: readonly T[]): T {
    const one = from[Math.floor(this.#random() * from.length)];
    if (one === undefined) throw new Error("There is nothing to pick from");
    return one;
  }

  /** Refusals are part of life here: of what one may not do, and of what is gone already. */
  #track(step: Promise<unknown> | undefined): void {
    if (step === undefined) return;
    const settled = step.catch((problem: unknown) => {
      if (!(problem instanceof ParleyError || problem instanceof Refused)) throw problem;
    });
    this.#pending.add(settled);
    void settled.finally(() => this.#pending.delete(settled));
  }

  /** Every cable is in, everybody is in every room, and everything has arrived. */
  async settle(): Promise<void> {
    for (const { cable, chat } of this.devices) {
      cable.restore();
      chat.reconnectNow();
    }
    await Promise.all(this.#pending);
    const [owner, ...others] = this.#people as [Account, ...Account[]];
    for (const room of this.#rooms) await bringIn(owner, others, room);
    await this.#haveCaughtUp(owner);
    await allExpired(owner, this.devices);
    await this.#haveCaughtUp(owner);
  }

  async #haveCaughtUp(owner: Account): Promise<void> {
    for (const room of this.#rooms) {
      const { room: summary } = await owner.ask<"room.get">("GET", `rooms/${room}`);
      await Promise.all(this.devices.map((device) => this.#hasCaughtUp(device, room, summary.head)));
    }
  }

  /** Failed messages are discarded: those that their writer, muted or gone, might not send. */
  async #hasCaughtUp(device: Device, id: string, head: number): Promise<void> {
    const { chat } = device;
    await device.until(`${id} reaches ${head}`, ({ rooms }) => (rooms.get(id)?.lastSeq ?? 0) >= head);
    await device.until(`what was written in ${id} is there`, ({ rooms }) => {
      const outgoing = rooms.get(id)?.outgoing ?? [];
      for (const { key, status } of outgoing) if (status.kind === "failed") chat.discard(id, key);
      return chat.state.rooms.get(id)?.outgoing.length === 0;
    });
    await device.until(`what was changed in ${id} is there`, ({ rooms }) => rooms.get(id)?.changes.length === 0);
  }

  /** A client that has just loaded agrees with one that has been there all the time. */
  async compare(device: Device): Promise<void> {
    const fresh = await Device.connect(server.url, device.account, this.#random);
    for (const id of this.#rooms) {
      device.chat.openRoom(id);
      await device.until(`${id} is loaded`, isLoaded(id));
      fresh.chat.openRoom(id);
      await fresh.until(`${id} is loaded afresh`, isLoaded(id));
      const from = firstSeq(device.room(id));
      while (firstSeq(fresh.room(id)) > from) await older(fresh, id);
      const start = Math.max(from, firstSeq(fresh.room(id)));
      const agree = () => isDeepStrictEqual(plain(view(device.room(id), start)), plain(view(fresh.room(id), start)));
      await untilAll([device, fresh], "both agree", agree).catch(() => {});
      expect(view(device.room(id), start)).toEqual(view(fresh.room(id), start));
    }
    await fresh.close();
  }

  async end(): Promise<void> {
    await Promise.all(this.devices.map((device) => device.close()));
  }
}

async function makeRoom([owner, ...others]: readonly Account[], index: number): Promise<string> {
  if (owner === undefined) throw new Error("There is nobody");
  const wanted = { key: crypto.randomUUID(), kind: "public", name: `Room ${index}` };
  const { room } = await owner.ask<"room.create">("POST", "rooms", wanted);
  await bringIn(owner, others, room.id);
  return room.id;
}

async function bringIn(owner: Account, others: readonly Account[], room: string): Promise<void> {
  for (const { id: user } of others) {
    await owner.ask("POST", `rooms/${room}/members`, { key: crypto.randomUUID(), user });
  }
}

/** Loads one more page of history. */
async function older(device: Device, id: string): Promise<void> {
  const before = firstSeq(device.room(id));
  device.chat.loadOlder(id);
  await device.until(`older messages of ${id} are loaded`, ({ rooms }) => {
    const room = rooms.get(id);
    return room !== undefined && (firstSeq(room) < before || !room.timeline.more);
  });
}

function isLoaded(id: string): (state: ChatState) => boolean {
  return ({ rooms }) => rooms.get(id)?.timeline.loaded === true;
}

function firstSeq(room: Room): number {
  return room.timeline.items.find(({ kind }) => kind === "message")?.seq ?? 0;
}

function messagesOf(room: Room) {
  return room.timeline.items.filter((item) => item.kind === "message");
}

/** What two clients of one user agree on, however they came to know it. */
function view(room: Room, from: number) {
  const { timeline: _timeline, threads: _threads, counted: _counted, typing: _typing, receipts: _receipts, ...rest } = room;
  const messages = messagesOf(room)
    .filter(({ seq }) => seq >= from)
    .map(({ asOf: _asOf, ...message }) => sorted(message));
  return { ...sorted(rest), messages };
}

/** The same without what is absent, however deep. */
function plain(value: object): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** The same with its fields in order and without those that are absent in one way or the other. */
function sorted(fields: object): object {
  const present = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

function done(_nothing: void): undefined {
  return undefined;
}
