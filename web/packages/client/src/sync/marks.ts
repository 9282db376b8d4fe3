import type { Commands } from "../connection/commands.ts";
import type { Clock } from "../ports.ts";
import { reduceReading } from "../state/reading.ts";
import type { RoomId } from "../state/state.ts";
import type { Store } from "../state/store.ts";
import { pause, wireErrorOf } from "./pauses.ts";

/** At most one mark a room goes out in this time, in milliseconds. */
const INTERVAL_MS = 1000;

/** How long it can be taken back that everything was read, in milliseconds. */
export const UNDO_MS = 8000;

/** Tells the server how far I have read: the furthest mark of each room, and again until it is taken. */
export class Marks {
  readonly #store: Store;
  readonly #commands: Commands;
  readonly #clock: Clock;
  /** Marks that the server has not taken yet. */
  readonly #pending = new Map<RoomId, number>();
  readonly #busy = new Set<RoomId>();
  #open = false;

  constructor(store: Store, commands: Commands, clock: Clock) {
    this.#store = store;
    this.#commands = commands;
    this.#clock = clock;
  }

  /** Moves the mark forward, here at once. */
  mark(id: RoomId, seq: number): void {
    const room = this.#store.state.rooms.get(id);
    if (room === undefined) return;
    const reached = Math.min(seq, room.lastSeq);
    if (reached <= room.read) return;
    this.#store.apply(reduceReading, { type: "read.moved", room: id, seq: reached });
    this.#pending.set(id, reached);
    void this.#work(id);
  }

  /**
   * Moves every mark to the end of its room, here at once; the server is told after a while, in which the function that
   * is returned takes it back.
   */
  markAll(): () => void {
    const marked = [...this.#store.state.rooms.values()].filter(({ unread, threads }) => unread > 0 || threads.news.size > 0);
    for (const { id, lastSeq } of marked) this.#store.apply(reduceReading, { type: "all.read", room: id, seq: lastSeq });
    const cancel = this.#clock.after(UNDO_MS, () => {
      for (const { id, lastSeq } of marked) this.#tellOnce(id, lastSeq);
    });
    return () => {
      cancel();
      for (const before of marked) this.#store.apply(reduceReading, { type: "all.unread", room: before.id, before });
    };
  }

  #tellOnce(room: RoomId, seq: number): void {
    this.#pending.set(room, Math.max(seq, this.#pending.get(room) ?? 0));
    void this.#work(room);
  }

  /** The store began another life: marks of before mean nothing. */
  forget(): void {
    this.#pending.clear();
  }

  connected(): void {
    this.#open = true;
    for (const room of this.#pending.keys()) {
      if (this.#store.state.rooms.has(room)) void this.#work(room);
      else this.#pending.delete(room);
    }
  }

  disconnected(): void {
    this.#open = false;
  }

  async #work(room: RoomId): Promise<void> {
    if (this.#busy.has(room)) return;
    this.#busy.add(room);
    while (this.#open) {
      const seq = this.#pending.get(room);
      if (seq === undefined) break;
      const waitMs = await this.#tell(room, seq);
      await pause(this.#clock, waitMs);
    }
    this.#busy.delete(room);
  }

  /** Tells one mark; answers how long to wait before the next one. */
  async #tell(room: RoomId, seq: number): Promise<number> {
    try {
      const count = await this.#commands.askOnce("read.mark", { room, seq });
      if (this.#pending.get(room) === seq) this.#pending.delete(room);
      this.#store.apply(reduceReading, { type: "read.counted", room, ...count });
      return INTERVAL_MS;
    } catch (problem) {
      const error = wireErrorOf(problem);
      if (!error.retry) this.#pending.delete(room);
      return error.retryAfterMs ?? INTERVAL_MS;
    }
  }
}
