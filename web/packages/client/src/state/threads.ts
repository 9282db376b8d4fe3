import type { DurableEvent, WireError } from "../generated/protocol.ts";
import { isAboutMessages, mentionsMe, type MessageFact, tellRows } from "./messages.ts";
import type { ChatState, Room, Threads, Timeline, UserId } from "./state.ts";
import { append, type LoadedMessage, messageItem, postedItem, unopened } from "./timeline.ts";
import { withRoom } from "./with.ts";

/** What looking at a thread does. */
export type ThreadEvent = { readonly room: string; readonly root: number } & (
  | { readonly type: "thread.opened" }
  | {
      readonly type: "thread.loaded";
      readonly messages: readonly LoadedMessage[];
      /** Whether replies after these were not loaded. */
      readonly more: boolean;
      /** What was applied here while the pages were on their way. */
      readonly meanwhile: readonly DurableEvent[];
    }
  | { readonly type: "thread.failed"; readonly problem: WireError }
  | { readonly type: "thread.closed" }
  /** I chose to follow it, or not to. */
  | { readonly type: "thread.chosen"; readonly follows: boolean }
  /** What an earlier page load knew of it. What has come since is added. */
  | { readonly type: "thread.restored"; readonly news: number; readonly follows?: boolean }
);

/** Threads of a room that nobody has looked at. */
export const noThreads: Threads = { news: new Map(), chosen: new Map() };

/** How many threads with news, or that were chosen, are remembered; the earliest are forgotten first. */
const MAX_REMEMBERED = 100;

/** Follows the looking at threads: one a room. What comes for another thread than the open one is dropped. */
export function reduceThreads(state: ChatState, event: ThreadEvent): ChatState {
  return withRoom(state, event.room, (room) => {
    const threads = step(room, event, state.me?.id ?? "");
    return threads === room.threads ? room : { ...room, threads };
  });
}

function step(room: Room, event: ThreadEvent, me: UserId): Threads {
  const { threads } = room;
  const { root } = event;
  if (event.type === "thread.opened") return opened(threads, root);
  if (event.type === "thread.chosen") return chosen(threads, root, event.follows);
  if (event.type === "thread.restored") return restored(threads, event);
  if (threads.opened?.root !== root) return threads;
  const { timeline } = threads.opened;
  switch (event.type) {
    case "thread.loaded":
      return { ...threads, opened: { root, timeline: loaded(room, timeline, event, me) } };
    case "thread.failed": {
      const { problem } = event;
      const before = timeline.loaded ? timeline : unopened;
      return { ...threads, opened: { root, timeline: { ...before, loading: "none", problem } } };
    }
    case "thread.closed":
      return { news: threads.news, chosen: threads.chosen };
    default:
      return event satisfies never;
  }
}

/** The thread is looked at: what is new in it is seen. */
function opened(threads: Threads, root: number): Threads {
  const known = threads.opened?.root === root ? threads.opened.timeline : unopened;
  const { problem: _, ...timeline } = known;
  const news = without(threads.news, root);
  return { ...threads, news, opened: { root, timeline: { ...timeline, loading: "newest" } } };
}

/** What is not followed has no news. */
function chosen(threads: Threads, root: number, follows: boolean): Threads {
  const news = follows ? threads.news : without(threads.news, root);
  return { ...threads, news, chosen: remembered(threads.chosen, root, follows) };
}

/** A thread that is looked at has no news. */
function restored(
  threads: Threads,
  { root, news, follows }: Extract<ThreadEvent, { type: "thread.restored" }>,
): Threads {
  const isOpen = threads.opened?.root === root;
  const known = threads.news.get(root) ?? 0;
  return {
    ...threads,
    ...(news > 0 && !isOpen ? { news: remembered(threads.news, root, known + news) } : {}),
    ...(follows === undefined || threads.chosen.has(root)
      ? {}
      : { chosen: remembered(threads.chosen, root, follows) }),
  };
}

function without(news: Threads["news"], root: number): Threads["news"] {
  const rest = new Map(news);
  rest.delete(root);
  return rest;
}

/** The pages, followed by what was appended while they were on their way. */
function loaded(
  room: Room,
  before: Timeline,
  { messages, more: newer, meanwhile }: Extract<ThreadEvent, { type: "thread.loaded" }>,
  me: UserId,
): Timeline {
  const page = messages.filter(({ seq }) => seq <= room.lastSeq).map(messageItem);
  const paged = new Set(page.map(({ seq }) => seq));
  const arrived = before.items.filter(({ seq }) => !paged.has(seq));
  const items = (newer ? page : [...page, ...arrived]).toSorted((a, b) => a.seq - b.seq);
  const timeline: Timeline = { items, loaded: true, more: false, newer, loading: "none" };
  return meanwhile.filter(isAboutMessages).reduce((rows, fact) => tellRows(rows, fact, me), timeline);
}

/** The room's threads after a fact about its messages. `me` is whose view this is. */
export function tellThreads(room: Room, fact: MessageFact, me: UserId): Threads {
  const { threads } = room;
  const told = withRows(threads, (rows) => tellRows(rows, fact, me));
  if (fact.type !== "message.posted" || fact.data.thread === undefined) return told;
  const { by, data } = fact;
  const root = data.thread ?? 0;
  if (told.opened?.root === root) {
    return withRows(told, (rows) => append(rows, postedItem(fact)));
  }
  const takesPart = () => mentionsMe(data.mentions ?? [], me) || followsThread(room, root, me);
  const concerns = by !== me && (threads.chosen.get(root) ?? takesPart());
  return concerns ? { ...told, news: remembered(told.news, root, (told.news.get(root) ?? 0) + 1) } : told;
}

function withRows(threads: Threads, change: (rows: Timeline) => Timeline): Threads {
  const { opened: open } = threads;
  return open === undefined ? threads : { ...threads, opened: { ...open, timeline: change(open.timeline) } };
}

function remembered<T>(before: ReadonlyMap<number, T>, root: number, what: T): ReadonlyMap<number, T> {
  const next = new Map(before).set(root, what);
  const [oldest] = next.keys();
  if (next.size > MAX_REMEMBERED && oldest !== undefined) next.delete(oldest);
  return next;
}

/**
 * Whether I follow a thread: as I chose, or else if I wrote in it, began it or am mentioned in it, as far as that is
 * loaded.
 */
export function followsThread({ timeline, threads }: Room, root: number, me: UserId): boolean {
  const choice = threads.chosen.get(root);
  if (choice !== undefined) return choice;
  const looked = threads.opened?.root === root ? threads.opened.timeline.items : [];
  return [...timeline.items, ...looked].some((item) => {
    if (item.kind !== "message" || (item.seq !== root && item.thread !== root)) return false;
    return (
      item.by === me ||
      mentionsMe(item.mentions ?? [], me) ||
      (item.seq === root && item.replies?.users.includes(me) === true)
    );
  });
}
