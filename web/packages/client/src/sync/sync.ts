import { Commands } from "../connection/commands.ts";
import type { ConnectionListener } from "../connection/connection.ts";
import type { Frame } from "../connection/frames.ts";
import type { Greeting, Hello } from "../connection/link.ts";
import type { DurableEvent, Message, RoomSummary, Signal } from "../generated/protocol.ts";
import { KeySource } from "../keys.ts";
import type { Clock, OutgoingStorage, Random, ThreadStorage } from "../ports.ts";
import { reduceConnection } from "../state/connection.ts";
import { isAboutMessages } from "../state/messages.ts";
import { reduceSignal } from "../state/signals.ts";
import type { Connection as Standing, Draft, RoomId } from "../state/state.ts";
import { Store } from "../state/store.ts";
import { reduceThreads } from "../state/threads.ts";
import { Changes } from "./changes.ts";
import { Drafts } from "./drafts.ts";
import { History } from "./history.ts";
import { Keep } from "./keep.ts";
import { Logs } from "./logs.ts";
import { Marks } from "./marks.ts";
import { People } from "./people.ts";
import { Preferences } from "./preferences.ts";
import { Presences } from "./presence.ts";
import { Receipts } from "./receipts.ts";
import { Roster } from "./roster.ts";
import { Sends } from "./sends.ts";
import { ThreadMemory } from "./thread-memory.ts";
import { Threads } from "./threads.ts";
import { Typing } from "./typing.ts";

/** Rooms named in a resume, so that hello stays well below the 64 KiB of a frame; the busiest lately come first. */
const MAX_RESUMED = 1000;

/** What the parts need from outside. */
export interface SyncOptions {
  readonly clock: Clock;
  readonly random: Random;
  readonly storage: OutgoingStorage | undefined;
  readonly threadStorage: ThreadStorage | undefined;
  /** Names this program in hello. */
  readonly client: string;
}

/** Keeps the state in step with the server: gives each frame to the part that it concerns. */
export class Sync implements ConnectionListener {
  readonly store: Store;
  readonly commands: Commands;
  readonly keys: KeySource;
  readonly roster: Roster;
  readonly history: History;
  readonly threads: Threads;
  readonly sends: Sends;
  readonly changes: Changes;
  readonly drafts: Drafts;
  readonly marks: Marks;
  readonly typing: Typing;
  readonly people: People;
  readonly preferences: Preferences;
  readonly presences: Presences;
  readonly receipts: Receipts;
  readonly #logs: Logs;
  readonly #keep: Keep;
  readonly #memory: ThreadMemory;
  readonly #clock: Clock;
  readonly #client: string;
  /** The life of the store that every place in the state belongs to. */
  #epoch: string | undefined;

  constructor({ clock, random, storage, threadStorage, client }: SyncOptions) {
    this.#clock = clock;
    this.#client = client;
    this.store = new Store(clock.now());
    this.commands = new Commands(clock);
    this.keys = new KeySource(clock, random);
    this.#keep = new Keep(this.store, storage);
    this.#memory = new ThreadMemory(this.store, threadStorage);
    this.#logs = new Logs(this.store, this.commands, clock, {
      applied: (fact) => this.#applied(fact),
      restarted: (room) => this.#restarted(room),
    });
    this.roster = new Roster(this.store, this.commands, clock, this.#logs, {
      listed: (rooms) => this.#listed(rooms),
      restarted: (room) => this.#restarted(room),
      complete: (epoch) => this.#complete(epoch),
    });
    this.history = new History(this.store, this.commands, {
      isPlaced: (room) => this.#logs.isPlaced(room),
      loaded: (page) => this.#loaded(page),
    });
    this.threads = new Threads(this.store, this.commands, {
      isPlaced: (room) => this.#logs.isPlaced(room),
      loaded: (page) => this.#loaded(page),
    });
    this.sends = new Sends(this.store, this.commands, clock, this.keys, this.#keep);
    this.changes = new Changes(this.store, this.commands, this.keys);
    this.drafts = new Drafts(this.store, this.commands, clock);
    this.marks = new Marks(this.store, this.commands, clock);
    this.typing = new Typing(this.store, this.commands, clock);
    this.people = new People(this.store, this.commands, clock);
    this.preferences = new Preferences(this.store, this.commands, clock);
    this.presences = new Presences(this.store, this.commands, clock);
    this.receipts = new Receipts(this.store, this.commands, clock);
  }

  /** Resumes each room from what is really applied. */
  hello(): Omit<Hello, "token"> {
    const newestFirst = [...this.store.state.rooms.values()].toSorted((a, b) =>
      (b.last?.at ?? "").localeCompare(a.last?.at ?? ""),
    );
    const resumed = newestFirst.slice(0, MAX_RESUMED).map((room) => [room.id, room.lastSeq]);
    return {
      resume: Object.fromEntries(resumed),
      client: this.#client,
      ...(this.#epoch === undefined ? {} : { epoch: this.#epoch }),
    };
  }

  changed(connection: Standing): void {
    this.store.apply(reduceConnection, { type: "connection.changed", connection });
    if (connection.kind === "ended") this.commands.close();
  }

  greeted(greeting: Greeting, send: (text: string) => void): void {
    this.#epoch ??= greeting.epoch;
    const sameLife = this.#epoch === greeting.epoch;
    if (!sameLife) this.marks.forget();
    this.commands.connected(send);
    this.roster.greeted(greeting, sameLife);
    this.marks.connected();
    this.drafts.connected();
    this.people.connected();
    this.preferences.connected();
    this.presences.connected();
    this.receipts.connected();
    this.history.connected();
    this.threads.connected();
    this.changed({ kind: "live" });
  }

  /** Only now has every room its place in the store's new life; until then a resume speaks of the old one. */
  #complete(epoch: string): void {
    this.#epoch = epoch;
    void this.#memory.load();
    void this.sends.connected();
  }

  received(frame: Frame): void {
    switch (frame.kind) {
      case "reply":
        return this.commands.answered(frame.id, frame.result);
      case "fact":
        return this.#logs.receive(frame.fact);
      case "signal":
        return this.#signalled(frame.signal);
      case "unknown":
        return;
      default:
        return frame satisfies never;
    }
  }

  #signalled(signal: Signal): void {
    if (signal.type === "room.added") {
      this.roster.add(signal.data);
      return;
    }
    this.store.apply(reduceSignal, { signal, now: this.#clock.now() });
    if (signal.type === "room.synced") this.#logs.reaches(signal.room ?? "", signal.data.seq);
    if (signal.type === "typing") {
      this.typing.heard();
      this.people.seen([signal.data.user]);
    }
  }

  #applied(fact: DurableEvent): void {
    this.history.applied(fact);
    this.receipts.applied(fact);
    this.threads.applied(fact);
    this.people.seen([fact.by]);
    if (fact.type === "message.posted") {
      this.#keep.remove(fact.data.key);
      this.people.seen(namedIn({ by: fact.by, ...fact.data }));
    }
    if (isAboutMessages(fact)) this.#memory.keep(fact.room);
    if ("user" in fact.data) this.people.seen([fact.data.user]);
  }

  #restarted(room: RoomId): void {
    this.history.restarted(room);
    this.threads.restarted(room);
  }

  #loaded(messages: readonly Message[]): void {
    this.people.seen(messages.flatMap(namedIn));
    for (const { key } of messages) this.#keep.remove(key);
  }

  #listed(rooms: readonly RoomSummary[]): void {
    this.people.seen(rooms.flatMap(({ last }) => (last === undefined ? [] : [last.by])));
  }

  /** The room is looked at from now on. */
  open(room: RoomId, around: number | undefined): void {
    this.history.open(room, around);
    this.receipts.open(room);
  }

  /** The thread is looked at from now on: its news are seen. */
  openThread(room: RoomId, root: number): void {
    this.threads.open(room, root);
    this.#memory.keep(room);
  }

  /** I choose to follow a thread, or not to. */
  followThread(room: RoomId, root: number, follows: boolean): void {
    this.store.apply(reduceThreads, { type: "thread.chosen", room, root, follows });
    this.#memory.keep(room);
  }

  /** Everything is read; what that meant for threads is kept as well. */
  markAllRead(): () => void {
    const rooms = [...this.store.state.rooms.keys()];
    const undo = this.marks.markAll();
    for (const room of rooms) this.#memory.keep(room);
    return () => {
      undo();
      for (const room of rooms) this.#memory.keep(room);
    };
  }

  /** My message ends my typing, too. */
  send(room: RoomId, draft: Draft): string {
    const key = this.sends.write(room, draft);
    this.typing.sent(room);
    return key;
  }

  lost(): void {
    this.sends.disconnected();
    this.marks.disconnected();
    this.drafts.disconnected();
    this.people.disconnected();
    this.preferences.disconnected();
    this.presences.disconnected();
    this.receipts.disconnected();
    this.typing.disconnected();
    this.roster.disconnected();
    this.#logs.disconnected();
    this.commands.disconnected();
  }
}

/** Everybody that a message names by id: its writer, those it mentions and those who answered in its thread. */
function namedIn({ by, mentions = [], replies }: Pick<Message, "by" | "mentions" | "replies">) {
  return [by, ...mentions.filter((one) => !one.startsWith("@")), ...(replies?.users ?? [])];
}
