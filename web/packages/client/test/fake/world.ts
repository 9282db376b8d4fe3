import type { Chat } from "../../src/api.ts";
import { createChat } from "../../src/chat.ts";
import type { Access, OutgoingStorage, StoredMessage, StoredThread, ThreadStorage } from "../../src/ports.ts";
import type { MessageItem, Room } from "../../src/state/state.ts";
import { FakeClock, seeded, settle } from "./clock.ts";
import { Network } from "./network.ts";
import { FakeServer } from "./server.ts";

/** A server, a network, a clock and whoever connects. */
export class World {
  readonly clock = new FakeClock();
  readonly server = new FakeServer();
  readonly network = new Network(this.server.accept);
  readonly random: () => number;

  constructor(seed = 1) {
    this.random = seeded(seed);
  }

  /** A client of a user. It connects when the network flows. */
  chat(user: string, more: Partial<Parameters<typeof createChat>[0]> = {}): Chat {
    if (!this.server.users.has(user)) this.server.user(user);
    return createChat({
      url: "wss://parley.test/v1/connect",
      access: (): Promise<Access> => Promise.resolve({ accessToken: `token-${user}` }),
      openSocket: this.network.openSocket,
      clock: this.clock,
      random: this.random,
      ...more,
    });
  }

  /** Lets everything arrive that is on the way. */
  flow(): Promise<void> {
    return this.network.flow(settle);
  }

  /** Lets time pass, in steps, with everything that it sets off. */
  async pass(millis: number): Promise<void> {
    for (let left = millis; left > 0; left -= 100) {
      await this.clock.pass(Math.min(left, 100));
      await this.flow();
    }
  }

  /** The cable is in again, and clients have come back. */
  async heal(): Promise<void> {
    this.network.up = true;
    await this.pass(60_000);
  }
}

/** The room, which must be there. */
export function roomIn(chat: Chat, id: string): Room {
  const room = chat.state.rooms.get(id);
  if (room === undefined) throw new Error(`${id} is not in the state`);
  return room;
}

/** The texts that a timeline shows. */
export function texts(chat: Chat, id: string): string[] {
  return messagesIn(roomIn(chat, id)).map(({ text }) => text);
}

/** The messages of a timeline. */
export function messagesIn(room: Room): MessageItem[] {
  return room.timeline.items.filter((item) => item.kind === "message");
}

/** A storage in memory, which outlives the chat that uses it. */
export class MemoryStorage implements OutgoingStorage {
  readonly kept = new Map<string, StoredMessage>();

  load(user: string): Promise<readonly StoredMessage[]> {
    return Promise.resolve([...this.kept.values()].filter((message) => message.user === user));
  }

  put(message: StoredMessage): Promise<void> {
    this.kept.set(message.key, message);
    return Promise.resolve();
  }

  remove(key: string): Promise<void> {
    this.kept.delete(key);
    return Promise.resolve();
  }
}

/** Threads in memory, which outlive the chat that keeps them. */
export class MemoryThreads implements ThreadStorage {
  readonly kept = new Map<string, StoredThread>();

  load(user: string): Promise<readonly StoredThread[]> {
    return Promise.resolve([...this.kept.values()].filter((thread) => thread.user === user));
  }

  put(thread: StoredThread): Promise<void> {
    this.kept.set(nameOf(thread), thread);
    return Promise.resolve();
  }

  remove(thread: Pick<StoredThread, "user" | "room" | "root">): Promise<void> {
    this.kept.delete(nameOf(thread));
    return Promise.resolve();
  }
}

function nameOf({ user, room, root }: Pick<StoredThread, "user" | "room" | "root">): string {
  return `${user} ${room} ${root}`;
}
