import type { DurableEvent } from "../generated/protocol.ts";
import type { RoomId } from "../state/state.ts";

const MAX_ROOMS = 1000;
const MAX_FACTS = 500;

interface Shelf {
  readonly facts: Map<number, DurableEvent>;
  /** The highest seq that is known to exist. */
  reach: number;
}

/**
 * Facts that came before their turn, for at most 1,000 rooms and 500 a room. What does not fit is let go of, but
 * remembered as missing, so that it is asked for when its turn comes.
 */
export class Held {
  readonly #shelves = new Map<RoomId, Shelf>();

  add(fact: DurableEvent): void {
    const shelf = this.#shelf(fact.room);
    if (shelf === undefined) return;
    shelf.reach = Math.max(shelf.reach, fact.seq);
    if (shelf.facts.size < MAX_FACTS) shelf.facts.set(fact.seq, fact);
  }

  /** The log reaches `seq`, though that fact is not here. */
  expect(room: RoomId, seq: number): void {
    const shelf = this.#shelf(room);
    if (shelf !== undefined) shelf.reach = Math.max(shelf.reach, seq);
  }

  /** How far the room's log is known to reach; 0 where nothing is known. */
  reach(room: RoomId): number {
    return this.#shelves.get(room)?.reach ?? 0;
  }

  /** Takes the fact at `seq` out, if it is here. */
  take(room: RoomId, seq: number): DurableEvent | undefined {
    const facts = this.#shelves.get(room)?.facts;
    const fact = facts?.get(seq);
    facts?.delete(seq);
    return fact;
  }

  /** The log is followed from `head` on: what is older counts for nothing. */
  begin(room: RoomId, head: number): void {
    const shelf = this.#shelves.get(room);
    if (shelf === undefined) return;
    for (const seq of shelf.facts.keys()) {
      if (seq <= head) shelf.facts.delete(seq);
    }
    shelf.reach = Math.max(head, ...shelf.facts.keys());
  }

  forget(room: RoomId): void {
    this.#shelves.delete(room);
  }

  clear(): void {
    this.#shelves.clear();
  }

  #shelf(room: RoomId): Shelf | undefined {
    const shelf = this.#shelves.get(room);
    if (shelf !== undefined || this.#shelves.size >= MAX_ROOMS) return shelf;
    const empty: Shelf = { facts: new Map(), reach: 0 };
    this.#shelves.set(room, empty);
    return empty;
  }
}
