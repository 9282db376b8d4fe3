import type { Commands } from "../connection/commands.ts";
import type { DurableEvent } from "../generated/protocol.ts";
import type { RoomId } from "../state/state.ts";
import type { Store } from "../state/store.ts";
import { reduceThreads, type ThreadEvent } from "../state/threads.ts";
import type { LoadedMessage } from "../state/timeline.ts";
import type { HistoryHost } from "./history.ts";
import { wireErrorOf } from "./pauses.ts";

/** The longest page that the server gives. */
const PAGE = 200;
/** How much of a thread is loaded: what was said first. */
const MAX_MESSAGES = 1000;

/** A thread that is looked at. */
interface Place {
  readonly room: RoomId;
  readonly root: number;
  /** What was applied while it is loaded, in order: at most what comes while answers are awaited. */
  readonly meanwhile: DurableEvent[];
  isLoading: boolean;
}

/** Loads the thread that is looked at and keeps it current. */
export class Threads {
  readonly #store: Store;
  readonly #commands: Commands;
  readonly #host: HistoryHost;
  #current: Place | undefined;

  constructor(store: Store, commands: Commands, host: HistoryHost) {
    this.#store = store;
    this.#commands = commands;
    this.#host = host;
  }

  /** The thread is looked at from now on; an earlier one is closed. */
  open(room: RoomId, root: number): void {
    if (this.#current?.room !== room || this.#current.root !== root) this.close();
    this.#current = { room, root, meanwhile: [], isLoading: true };
    void this.#load(this.#current);
  }

  close(): void {
    if (this.#current === undefined) return;
    const { room, root } = this.#current;
    this.#current = undefined;
    this.#apply({ type: "thread.closed", room, root });
  }

  /** The room is new here or began anew: its thread is loaded again. */
  restarted(room: RoomId): void {
    if (this.#current?.room === room) this.open(room, this.#current.root);
  }

  /** There is a connection: a thread that did not load is tried again. */
  connected(): void {
    const { room, root } = this.#current ?? {};
    if (room === undefined || root === undefined) return;
    const thread = this.#store.state.rooms.get(room)?.threads.opened;
    if (thread?.timeline.loaded !== true) this.open(room, root);
  }

  applied(fact: DurableEvent): void {
    if (this.#current?.isLoading === true && this.#current.room === fact.room) this.#current.meanwhile.push(fact);
  }

  async #load(place: Place): Promise<void> {
    const { room, root } = place;
    if (!this.#store.state.rooms.has(room) || !this.#host.isPlaced(room)) return;
    this.#apply({ type: "thread.opened", room, root });
    try {
      const found = await this.#pages(place);
      if (this.#current !== place || !this.#host.isPlaced(room)) return;
      const { meanwhile } = place;
      place.isLoading = false;
      this.#apply({ type: "thread.loaded", room, root, ...found, meanwhile });
      this.#host.loaded(found.messages);
    } catch (problem) {
      if (this.#current !== place) return;
      place.isLoading = false;
      this.#apply({ type: "thread.failed", room, root, problem: wireErrorOf(problem) });
    }
  }

  /** The message that it began with and its replies, as many as are loaded. */
  async #pages({ room, root }: Place) {
    const messages: LoadedMessage[] = [];
    for (let more = true; more; ) {
      const after = messages.at(-1)?.seq;
      const range = after === undefined ? { limit: PAGE } : { limit: PAGE, after };
      const page = await this.#commands.ask("message.thread", { room, target: root, ...range });
      messages.push(...page.messages.map((message) => ({ ...message, asOf: page.head })));
      more = page.more && page.messages.length > 0;
      if (messages.length >= MAX_MESSAGES) return { messages, more };
    }
    return { messages, more: false };
  }

  #apply(event: ThreadEvent): void {
    this.#store.apply(reduceThreads, event);
  }
}
