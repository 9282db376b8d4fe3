import type { Commands } from "../connection/commands.ts";
import type { DurableEvent } from "../generated/protocol.ts";
import type { Cancel, Clock } from "../ports.ts";
import { reduceReceipts } from "../state/receipts.ts";
import type { RoomId } from "../state/state.ts";
import type { Store } from "../state/store.ts";

/** Rooms of more members are not told of receipts: what is shown of them would be old at once. */
const MAX_MEMBERS = 100;
const PAGE = 200;
/** What arrives within this time is told together, in milliseconds. */
const GATHER_MS = 1000;

/**
 * Learns how far the others in the open room have come, and tells those in my direct rooms what has reached this
 * device. Both are worth little later: what fails is not repeated, because the next mark says it as well.
 */
export class Receipts {
  readonly #store: Store;
  readonly #commands: Commands;
  readonly #clock: Clock;
  readonly #arrived = new Map<RoomId, number>();
  #current: RoomId | undefined;
  #cancel: Cancel | undefined;

  constructor(store: Store, commands: Commands, clock: Clock) {
    this.#store = store;
    this.#commands = commands;
    this.#clock = clock;
  }

  /** The room is looked at from now on. */
  open(room: RoomId): void {
    this.#current = room;
    void this.#load(room);
  }

  /** What was told meanwhile is lost: it is asked for again. */
  connected(): void {
    if (this.#current !== undefined) void this.#load(this.#current);
    for (const { id, kind, unread, lastSeq } of this.#store.state.rooms.values()) {
      if (kind === "direct" && unread > 0) this.#arrive(id, lastSeq);
    }
  }

  /** A fact has reached this device. */
  applied(fact: DurableEvent): void {
    if (fact.type !== "message.posted" || fact.by === this.#store.state.me?.id) return;
    if (this.#store.state.rooms.get(fact.room)?.kind === "direct") this.#arrive(fact.room, fact.seq);
  }

  disconnected(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#arrived.clear();
  }

  #arrive(room: RoomId, seq: number): void {
    this.#arrived.set(room, seq);
    this.#cancel ??= this.#clock.after(GATHER_MS, () => this.#tell());
  }

  #tell(): void {
    this.#cancel = undefined;
    for (const [room, seq] of this.#arrived) {
      if ((this.#store.state.rooms.get(room)?.read ?? seq) >= seq) continue;
      this.#commands.askOnce("delivered.mark", { room, seq }).catch(() => {});
    }
    this.#arrived.clear();
  }

  async #load(id: RoomId): Promise<void> {
    const room = this.#store.state.rooms.get(id);
    if (room === undefined || room.members > MAX_MEMBERS) return;
    try {
      const { receipts } = await this.#commands.askOnce("receipt.list", { room: id, limit: PAGE });
      this.#store.apply(reduceReceipts, { type: "receipts.known", room: id, receipts });
    } catch {
      // The signals that follow show what can be shown.
    }
  }
}
