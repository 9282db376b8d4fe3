import type { Commands } from "../connection/commands.ts";
import type { DurableEvent, WireError } from "../generated/protocol.ts";
import type { Clock } from "../ports.ts";
import { reduceFact } from "../state/facts.ts";
import { reduceRooms } from "../state/rooms.ts";
import type { RoomId } from "../state/state.ts";
import type { Store } from "../state/store.ts";
import { Held } from "./held.ts";
import { pause, pauseBefore, wireErrorOf } from "./pauses.ts";

/** A larger gap is not filled: the room begins anew. */
const MAX_GAP = 1000;
const PAGE = 200;

/** Hears what the logs do. */
export interface LogListener {
  applied(fact: DurableEvent): void;
  /** A room began anew, or is not ours any more. */
  restarted(room: RoomId): void;
}

/**
 * Brings every room's log into the state without a gap and without a repeat. A fact that was applied is dropped; one
 * that comes too early is held while what is missing is asked for.
 */
export class Logs {
  readonly #store: Store;
  readonly #commands: Commands;
  readonly #clock: Clock;
  readonly #listener: LogListener;
  readonly #held = new Held();
  readonly #suspended = new Set<RoomId>();
  readonly #recovering = new Set<RoomId>();
  /** Counts connections: what was begun on an earlier one does not go on. */
  #connection = 0;

  constructor(store: Store, commands: Commands, clock: Clock, listener: LogListener) {
    this.#store = store;
    this.#commands = commands;
    this.#clock = clock;
    this.#listener = listener;
  }

  /** A fact came over the connection. */
  receive(fact: DurableEvent): void {
    const room = this.#store.state.rooms.get(fact.room);
    const applied = room !== undefined && fact.seq <= room.lastSeq;
    if (applied && !this.#suspended.has(fact.room)) return;
    this.#held.add(fact);
    this.#advance(fact.room);
  }

  /** The room's log is known to reach `seq`; what is missing up to there is asked for. */
  reaches(room: RoomId, seq: number): void {
    this.#held.expect(room, seq);
    this.#advance(room);
  }

  /** The room's place in its log is about to be set by a summary: until `placed`, its facts wait. */
  suspend(room: RoomId): void {
    this.#suspended.add(room);
  }

  /** A summary has set the room's place in its log. */
  placed(room: RoomId): void {
    this.#suspended.delete(room);
    this.#advance(room);
  }

  /** Whether the room's place in its log is known. */
  isPlaced(room: RoomId): boolean {
    return !this.#suspended.has(room);
  }

  /** The connection is lost: resuming will bring everything after what is applied. */
  disconnected(): void {
    this.#connection += 1;
    this.#held.clear();
    this.#suspended.clear();
    this.#recovering.clear();
  }

  /** Facts of a room that is not known yet stay held: its summary is on the way. */
  #advance(room: RoomId): void {
    if (!this.#store.state.rooms.has(room)) return;
    if (this.#suspended.has(room) || this.#recovering.has(room)) return;
    this.#applyHeld(room);
    if (this.#missing(room) > 0) void this.#recover(room);
  }

  #applyHeld(room: RoomId): void {
    for (;;) {
      const next = this.#held.take(room, this.#lastSeq(room) + 1);
      if (next === undefined) break;
      this.#apply(next);
    }
    if (this.#missing(room) === 0) this.#held.forget(room);
  }

  #apply(fact: DurableEvent): void {
    this.#store.apply(reduceFact, fact);
    this.#listener.applied(fact);
  }

  /** Closes the room's gap, however many tries it takes, while this connection stands. */
  async #recover(room: RoomId): Promise<void> {
    const connection = this.#connection;
    const stale = () => connection !== this.#connection;
    this.#recovering.add(room);
    for (let attempt = 1; this.#missing(room) > 0; attempt += 1) {
      const problem = await this.#close(room, stale).then(() => undefined, wireErrorOf);
      if (stale()) return;
      if (problem !== undefined && endsMembership(problem)) {
        this.#store.apply(reduceRooms, { type: "room.dropped", room });
      }
      if (this.#missing(room) > 0) await pause(this.#clock, pauseBefore(attempt, problem));
      if (stale()) return;
    }
    this.#recovering.delete(room);
    this.#store.apply(reduceRooms, { type: "room.caught_up", room });
  }

  /** Asks for what is missing, page by page; where the log does not give it, the room begins anew. */
  async #close(room: RoomId, stale: () => boolean): Promise<void> {
    let filled = this.#missing(room) <= MAX_GAP;
    while (filled && this.#missing(room) > 0) {
      filled = await this.#fill(room, stale);
      if (stale()) return;
    }
    if (!filled) await this.#beginAnew(room, stale);
  }

  /** One page of missing facts; false where it brought nothing. */
  async #fill(room: RoomId, stale: () => boolean): Promise<boolean> {
    const after = this.#lastSeq(room);
    const page = await this.#commands
      .askOnce("room.events", { room, after, limit: PAGE })
      .catch((problem: unknown) => {
        if (wireErrorOf(problem).code === "gone") return { events: [] };
        throw problem;
      });
    if (stale()) return false;
    for (const fact of page.events) {
      if (fact.seq === this.#lastSeq(room) + 1) this.#apply(fact);
    }
    this.#applyHeld(room);
    return this.#lastSeq(room) > after;
  }

  async #beginAnew(room: RoomId, stale: () => boolean): Promise<void> {
    const { room: summary } = await this.#commands.askOnce("room.get", { room });
    if (stale() || !this.#store.state.rooms.has(room)) return;
    this.#store.apply(reduceRooms, { type: "room.renewed", summary });
    this.#held.begin(room, summary.head);
    this.#applyHeld(room);
    this.#listener.restarted(room);
  }

  /** How many facts the room's log is known to have beyond what is applied; none for a room that is not ours. */
  #missing(room: RoomId): number {
    return Math.max(0, this.#held.reach(room) - this.#lastSeq(room));
  }

  /** Seq of the last fact applied; beyond every fact for a room that is not ours. */
  #lastSeq(room: RoomId): number {
    return this.#store.state.rooms.get(room)?.lastSeq ?? Number.POSITIVE_INFINITY;
  }
}

/** Whether an error says that the room is not ours any more. */
function endsMembership(error: WireError): boolean {
  return error.code === "not_found" || error.code === "forbidden";
}
