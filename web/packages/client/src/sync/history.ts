import type { Commands } from "../connection/commands.ts";
import type { Commands as Catalogue, DurableEvent, Message } from "../generated/protocol.ts";
import { reduceTimeline } from "../state/loading.ts";
import type { Room, RoomId } from "../state/state.ts";
import type { Store } from "../state/store.ts";
import { firstSeq, lastSeqOf, type LoadedPart, type TimelineEvent } from "../state/timeline.ts";
import { wireErrorOf } from "./pauses.ts";

const PAGE = 50;
/** The longest page that the server gives. */
const LONGEST_PAGE = 200;
/** What is unread is loaded when a room is opened, up to this many messages; who missed more begins at the end. */
const MAX_UNREAD = 1000;
/** How many messages are loaded before the first unread one. */
const CONTEXT = 20;
/** Rooms whose timelines stay loaded; the one opened longest ago goes first. */
const MAX_OPEN = 30;
/** What stays of a timeline when its room is left, and to what it may grow in the background. */
const KEPT_ITEMS = 500;
const BACKGROUND_ITEMS = 2000;
/** What may be loaded of one room. */
const MAX_ITEMS = 100_000;

/** What the history needs of its surroundings. */
export interface HistoryHost {
  /** Whether the room's place in its log is known: otherwise the room is about to begin anew. */
  isPlaced(room: RoomId): boolean;
  /** Hears of every page. */
  loaded(messages: readonly Message[]): void;
}

type Page = Omit<Extract<TimelineEvent, { type: "timeline.newest" }>, "type" | "meanwhile">;
/** A page and where it belongs. */
type Found =
  | (Page & { readonly type: "timeline.newest" })
  | (Page & { readonly type: "timeline.older"; readonly before: number })
  | (Page & { readonly type: "timeline.newer"; readonly after: number })
  | (Page & { readonly type: "timeline.around"; readonly around: number });

/** Which messages a page has. */
type Range = Omit<Catalogue["message.history"]["data"], "room">;

/** A page that is on its way. */
interface Loading {
  /** What was applied since, in order: at most what comes while an answer is awaited. */
  readonly meanwhile: DurableEvent[];
}

/** Loads the history of the rooms that are looked at, and keeps what is loaded within bounds. */
export class History {
  readonly #store: Store;
  readonly #commands: Commands;
  readonly #host: HistoryHost;
  /** Rooms that were opened, the current one last. */
  readonly #opened = new Set<RoomId>();
  /** The loading that counts, by room: an answer to an earlier one is dropped. */
  readonly #loading = new Map<RoomId, Loading>();
  #current: RoomId | undefined;
  /** The message that is looked for in the current room; undefined for the newest. */
  #sought: number | undefined;

  constructor(store: Store, commands: Commands, host: HistoryHost) {
    this.#store = store;
    this.#commands = commands;
    this.#host = host;
  }

  /** The room is looked at from now on: its end, or what was said around a seq. */
  open(id: RoomId, around: number | undefined): void {
    const left = this.#current;
    this.#current = id;
    this.#sought = around;
    if (left !== undefined && left !== id) this.#trim(left, KEPT_ITEMS);
    this.#opened.delete(id);
    this.#opened.add(id);
    for (const oldest of this.#opened) {
      if (this.#opened.size <= MAX_OPEN) break;
      this.#opened.delete(oldest);
      this.#trim(oldest, 0);
    }
    if (around === undefined && this.#timeline(id)?.newer === true) this.#trim(id, 0);
    this.#loadFirst(id);
  }

  /** Loads one more page after the last item, where the timeline ends before the room does. */
  loadNewer(id: RoomId): void {
    const room = this.#store.state.rooms.get(id);
    if (room === undefined || room.timeline.loading !== "none" || room.timeline.newer !== true) return;
    const after = lastSeqOf(room.timeline);
    void this.#load(room, "newer", async () => {
      const page = await this.#page(id, { limit: PAGE, after });
      return { type: "timeline.newer", after, ...page };
    });
  }

  /** Loads one more page before the first item. */
  loadOlder(id: RoomId): void {
    const room = this.#store.state.rooms.get(id);
    if (room === undefined || room.timeline.loading !== "none") return;
    if (!room.timeline.loaded || !room.timeline.more) return;
    if (room.timeline.items.length >= MAX_ITEMS) {
      this.#fail(id, {
        code: "too_large",
        message: "This is as far back as this page goes. Search finds older messages.",
        retry: false,
      });
      return;
    }
    const before = firstSeq(room);
    void this.#load(room, "older", async () => {
      const page = await this.#page(id, { limit: PAGE, before });
      return { type: "timeline.older", before, ...page };
    });
  }

  /** The room is new here or began anew: if it is looked at, it is loaded. */
  restarted(id: RoomId): void {
    this.#loading.delete(id);
    if (id === this.#current) this.#loadFirst(id);
  }

  /** There is a connection: what the current room lacks is loaded. */
  connected(): void {
    if (this.#current !== undefined) this.#loadFirst(this.#current);
  }

  /** Something was appended: rooms that nobody looks at do not grow without end. */
  applied(fact: DurableEvent): void {
    const id = fact.room;
    this.#loading.get(id)?.meanwhile.push(fact);
    const limit = id === this.#current ? MAX_ITEMS : BACKGROUND_ITEMS;
    const items = this.#store.state.rooms.get(id)?.timeline.items.length ?? 0;
    if (items > limit) this.#trim(id, limit / 2);
  }

  /** What is shown first: around what is looked for, else the newest. */
  #loadFirst(id: RoomId): void {
    if (this.#sought === undefined) this.#loadNewest(id);
    else this.#loadAround(id, this.#sought);
  }

  /** Does nothing where the place is within what is loaded. */
  #loadAround(id: RoomId, around: number): void {
    const room = this.#store.state.rooms.get(id);
    if (room === undefined || !this.#host.isPlaced(id) || covers(room, around)) return;
    if (room.timeline.loading === "around" && this.#loading.has(id)) return;
    void this.#load(room, "around", async () => {
      const page = await this.#page(id, { limit: PAGE, around });
      return { type: "timeline.around", around, ...page };
    });
  }

  #loadNewest(id: RoomId): void {
    const room = this.#store.state.rooms.get(id);
    if (room === undefined || room.timeline.loaded || this.#loading.has(id)) return;
    if (!this.#host.isPlaced(id)) return;
    void this.#load(room, "newest", async () => ({
      type: "timeline.newest",
      ...(await this.#newest(room)),
    }));
  }

  /** The newest page; where more is unread, everything from some messages before the first unread one. */
  async #newest({ id, unread }: Room): Promise<Page> {
    const wanted = unread > MAX_UNREAD ? PAGE : Math.max(PAGE, unread + CONTEXT);
    let page = await this.#page(id, { limit: Math.min(wanted, LONGEST_PAGE) });
    while (page.more && page.messages.length < wanted) {
      const before = page.messages[0]?.seq;
      const range = before === undefined ? {} : { before };
      const older = await this.#page(id, { limit: LONGEST_PAGE, ...range });
      page = { ...older, messages: [...older.messages, ...page.messages] };
    }
    return page;
  }

  async #page(room: RoomId, range: Range): Promise<Page> {
    const { messages, more, head } = await this.#commands.ask("message.history", { room, ...range });
    return { room, messages: messages.map((message) => ({ ...message, asOf: head })), more };
  }

  async #load(room: Room, what: LoadedPart, load: () => Promise<Found>): Promise<void> {
    const loading: Loading = { meanwhile: [] };
    this.#loading.set(room.id, loading);
    this.#apply({ type: "timeline.loading", room: room.id, what });
    try {
      const found = await load();
      if (this.#loading.get(room.id) !== loading) return;
      if (!this.#host.isPlaced(room.id)) return this.#trim(room.id, 0);
      this.#loading.delete(room.id);
      this.#apply({ ...found, ...loading });
      this.#host.loaded(found.messages);
    } catch (problem) {
      if (this.#loading.get(room.id) === loading) this.#fail(room.id, wireErrorOf(problem));
    }
  }

  #timeline(id: RoomId): Room["timeline"] | undefined {
    return this.#store.state.rooms.get(id)?.timeline;
  }

  #fail(room: RoomId, problem: ReturnType<typeof wireErrorOf>): void {
    this.#loading.delete(room);
    this.#apply({ type: "timeline.failed", room, problem });
  }

  #trim(room: RoomId, keep: number): void {
    if (keep === 0) this.#loading.delete(room);
    this.#apply({ type: "timeline.trimmed", room, keep });
  }

  #apply(event: TimelineEvent): void {
    this.#store.apply(reduceTimeline, event);
  }
}

/** Whether a seq is within what is loaded. */
function covers(room: Room, seq: number): boolean {
  const { timeline } = room;
  if (!timeline.loaded || seq < firstSeq(room)) return false;
  return timeline.newer !== true || seq <= lastSeqOf(timeline);
}
