import type { Commands } from "../connection/commands.ts";
import type { Greeting } from "../connection/link.ts";
import type { RoomSummary } from "../generated/protocol.ts";
import type { Clock } from "../ports.ts";
import { reduceConnection } from "../state/connection.ts";
import { reduceRooms } from "../state/rooms.ts";
import type { RoomId } from "../state/state.ts";
import type { Store } from "../state/store.ts";
import type { Logs } from "./logs.ts";
import { pause, pauseBefore, wireErrorOf } from "./pauses.ts";

/** As many rooms as the server gives at once. */
const PAGE = 200;

/** Hears what the list of rooms does. */
export interface RosterListener {
  /** These summaries were taken in. */
  listed(rooms: readonly RoomSummary[]): void;
  /** The room is new here or began anew. */
  restarted(room: RoomId): void;
  /** Every room of mine is known, as it is in the store of this epoch. */
  complete(epoch: string): void;
}

/** The list that one greeting begins. */
interface List {
  readonly epoch: string;
  readonly resume: Greeting["resume"];
  readonly sameLife: boolean;
  /** Rooms that are mine for sure. */
  readonly mine: Set<RoomId>;
}

/**
 * Takes in the rooms that a greeting names; where there are more, it lists them all. The greeting
 * goes by the newest message and room.list by id, so the one does not go on where the other ends.
 */
export class Roster {
  readonly #store: Store;
  readonly #commands: Commands;
  readonly #clock: Clock;
  readonly #logs: Logs;
  readonly #listener: RosterListener;
  /** Rooms that are mine for sure; replaced by each greeting. */
  #mine = new Set<RoomId>();

  constructor(
    store: Store,
    commands: Commands,
    clock: Clock,
    logs: Logs,
    listener: RosterListener,
  ) {
    this.#store = store;
    this.#commands = commands;
    this.#clock = clock;
    this.#logs = logs;
    this.#listener = listener;
  }

  /** Hello was answered; `sameLife` says whether the store is the one of before. */
  greeted({ user, epoch, rooms, moreRooms, resume }: Greeting, sameLife: boolean): void {
    const list: List = { epoch, resume, sameLife, mine: new Set() };
    this.#mine = list.mine;
    this.#store.apply(reduceConnection, { type: "connection.greeted", user });
    const [resumed, others] = partition(this.#store.state.rooms.keys(), resume);
    this.#store.apply(reduceRooms, { type: "rooms.resumed", rooms: resumed });
    for (const id of others) this.#logs.suspend(id);
    this.#take(rooms, list);
    if (moreRooms) void this.#listAll(list);
    else this.#finish(list);
  }

  /** A room was told of outside the list. */
  add(summary: RoomSummary): void {
    this.#mine.add(summary.id);
    const isNew = !this.#store.state.rooms.has(summary.id);
    this.#store.apply(reduceRooms, { type: "room.known", summary });
    if (isNew) this.#logs.placed(summary.id);
    this.#logs.reaches(summary.id, summary.head);
    this.#listener.listed([summary]);
    if (isNew) this.#listener.restarted(summary.id);
  }

  /** A room that was told of since the greeting is followed live already: its place in the log stays. */
  #take(rooms: readonly RoomSummary[], { resume, sameLife }: List): void {
    const listed = rooms.filter(({ id }) => !this.#mine.has(id));
    this.#store.apply(reduceRooms, {
      type: "rooms.listed",
      rooms: listed,
      resume,
      sameLife,
    });
    for (const { id } of listed) {
      this.#mine.add(id);
      this.#logs.placed(id);
      if (resume[id] !== "delta") this.#listener.restarted(id);
    }
    this.#listener.listed(listed);
  }

  /** Lists page after page; ends when another greeting has begun another list. */
  async #listAll(list: List): Promise<void> {
    let after: RoomId | undefined;
    for (let attempt = 1; this.#mine === list.mine; ) {
      try {
        const page = await this.#commands.askOnce("room.list", {
          limit: PAGE,
          ...(after === undefined ? {} : { after }),
        });
        if (this.#mine !== list.mine) return;
        this.#take(page.rooms, list);
        after = page.rooms.at(-1)?.id;
        attempt = 1;
        if (!page.more || after === undefined) return this.#finish(list);
      } catch (problem) {
        await pause(this.#clock, pauseBefore(attempt, wireErrorOf(problem)));
        attempt += 1;
      }
    }
  }

  #finish({ epoch, mine }: List): void {
    this.#store.apply(reduceRooms, { type: "rooms.complete", rooms: mine });
    this.#listener.complete(epoch);
  }

  /** The connection is lost: a list that is not complete ends. */
  disconnected(): void {
    this.#mine = new Set();
  }
}

/** The rooms that go on where they are, and those that do not. */
function partition(
  rooms: Iterable<RoomId>,
  resume: Greeting["resume"],
): readonly [readonly RoomId[], readonly RoomId[]] {
  const ids = [...rooms];
  return [
    ids.filter((id) => resume[id] === "delta"),
    ids.filter((id) => resume[id] !== "delta"),
  ];
}
