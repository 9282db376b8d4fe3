import type { DurableEvent, Message, WireError } from "../generated/protocol.ts";
import { changed } from "./changes.ts";
import { openPoll } from "./polls.ts";
import type { MessageItem, Notice, Room, Timeline, TimelineItem } from "./state.ts";

/** What the loading of history does to a timeline. */
export type TimelineEvent =
  | { readonly type: "timeline.loading"; readonly room: string; readonly what: LoadedPart }
  | ({ readonly type: "timeline.newest" } & Page)
  | ({ readonly type: "timeline.older"; readonly before: number } & Page)
  | ({ readonly type: "timeline.newer"; readonly after: number } & Page)
  | ({ readonly type: "timeline.around"; readonly around: number } & Page)
  | { readonly type: "timeline.failed"; readonly room: string; readonly problem: WireError }
  /** Forgets all but the newest `keep` items; none at all makes it as if never opened. */
  | { readonly type: "timeline.trimmed"; readonly room: string; readonly keep: number };

/** What of a history is loaded. */
export type LoadedPart = Exclude<Timeline["loading"], "none">;

/** A page of a history. */
export interface Page {
  readonly room: string;
  readonly messages: readonly LoadedMessage[];
  readonly more: boolean;
  /** What was applied here while the page was on its way: its messages may be from before. */
  readonly meanwhile: readonly DurableEvent[];
}

/** A message that was loaded, with everything in it that had happened up to the seq `asOf`. */
export type LoadedMessage = Message & { readonly asOf: number };

/** A timeline that nobody has opened. */
export const unopened: Timeline = { items: [], loaded: false, more: false, loading: "none" };

/** The room after a step of the loading of its history. */
export function loadTimeline(room: Room, event: TimelineEvent): Room {
  const timeline = room.timeline;
  switch (event.type) {
    case "timeline.loading":
      return { ...room, timeline: begun(timeline, event.what) };
    case "timeline.newest":
      return timeline.loading === "newest" ? withNewest(room, event) : room;
    case "timeline.older":
      return timeline.loading === "older" ? withOlder(room, event) : room;
    case "timeline.newer":
      return timeline.loading === "newer" ? withNewer(room, event) : room;
    case "timeline.around":
      return timeline.loading === "around" ? withAround(room, event) : room;
    case "timeline.failed":
      return { ...room, timeline: failed(timeline, event.problem) };
    case "timeline.trimmed":
      return { ...room, timeline: trimmed(timeline, event.keep) };
    default:
      return event satisfies never;
  }
}

/** Where the loaded history begins: every message from this seq on is in the timeline. */
export function firstSeq(room: Room): number {
  return room.timeline.items[0]?.seq ?? room.lastSeq + 1;
}

/** Adds what has just happened, to a timeline that reaches the live end. One that is neither loaded nor loading stays empty. */
export function append(timeline: Timeline, item: TimelineItem): Timeline {
  if (timeline.newer === true) return timeline;
  if (!timeline.loaded && timeline.loading !== "newest") return timeline;
  return { ...timeline, items: [...timeline.items, item] };
}

/** The room with a fact shown as a notice. */
export function noticed(room: Room, fact: DurableEvent, notice: Notice): Room {
  const { seq, at, by } = fact;
  return { ...room, timeline: append(room.timeline, { kind: "notice", seq, at, by, notice }) };
}

/** A message as a row. */
export function messageItem(message: Omit<LoadedMessage, "room"> & { room?: string }): MessageItem {
  const { room: _, ...item } = message;
  return { kind: "message", ...item };
}

/** What has just been said, as a row. */
export function postedItem({ seq, at, by, data }: Extract<DurableEvent, { type: "message.posted" }>): MessageItem {
  const { poll, ...said } = data;
  return messageItem({ seq, at, by, ...said, ...(poll === undefined ? {} : { poll: openPoll(poll) }), asOf: seq });
}

/** The timeline as I see it: with my changes that are still on their way. */
export function shownTimeline({ timeline, changes }: Pick<Room, "timeline" | "changes">): Timeline {
  if (changes.length === 0) return timeline;
  const items = timeline.items.map((item) =>
    item.kind === "message"
      ? changes.reduce(
          (shown, { target, change }) => (target === item.seq ? changed(shown, change) : shown),
          item,
        )
      : item,
  );
  return { ...timeline, items };
}

/** Changes the row of one message, if it is loaded and does not have this event in it already. */
export function changeMessage(
  timeline: Timeline,
  { target, seq }: { readonly target: number; readonly seq: number },
  change: (message: MessageItem) => MessageItem,
): Timeline {
  const items = timeline.items.map((item) =>
    item.kind === "message" && item.seq === target && item.asOf < seq
      ? { ...change(item), asOf: seq }
      : item,
  );
  return { ...timeline, items };
}

/**
 * The newest page, followed by what was appended while it was on its way. Messages newer than `lastSeq` are left
 * out: their events are still to come, and each event is applied once, in order.
 */
function withNewest(room: Room, page: Page): Room {
  const arrived = room.timeline.items;
  const arrivedSeqs = new Set(arrived.map((item) => item.seq));
  const older = page.messages
    .filter((message) => message.seq <= room.lastSeq && !arrivedSeqs.has(message.seq))
    .map(messageItem);
  const items = [...older, ...arrived].toSorted((a, b) => a.seq - b.seq);
  return {
    ...room,
    outgoing: withoutLogged(room, page.messages),
    timeline: { items, loaded: true, more: page.more, loading: "none" },
  };
}

/** A page that does not end where the timeline begins, because that has changed meanwhile, is dropped. */
function withOlder(room: Room, page: Page & { readonly before: number }): Room {
  const timeline: Timeline = { ...room.timeline, loading: "none" };
  if (firstSeq(room) !== page.before) return { ...room, timeline };
  const older = page.messages.filter((message) => message.seq < page.before).map(messageItem);
  return {
    ...room,
    outgoing: withoutLogged(room, page.messages),
    timeline: { ...timeline, items: [...older, ...timeline.items], more: page.more },
  };
}

/** A page that does not begin where the timeline ends, because that has changed meanwhile, is dropped. */
function withNewer(room: Room, page: Page & { readonly after: number }): Room {
  const timeline: Timeline = { ...room.timeline, loading: "none" };
  if (lastSeqOf(timeline) !== page.after) return { ...room, timeline };
  const newer = page.messages
    .filter(({ seq }) => seq > page.after && seq <= room.lastSeq)
    .map(messageItem);
  const items = [...timeline.items, ...newer];
  return {
    ...room,
    outgoing: withoutLogged(room, page.messages),
    timeline: { ...timeline, items, newer: newer.length > 0 && endsEarly(room, items) },
  };
}

/** A page from the middle takes the place of what was loaded. */
function withAround(room: Room, page: Page & { readonly around: number }): Room {
  const items = page.messages.filter(({ seq }) => seq <= room.lastSeq).map(messageItem);
  const more = (items[0]?.number ?? 1) > 1;
  const { around } = page;
  const newer = endsEarly(room, items);
  return {
    ...room,
    outgoing: withoutLogged(room, page.messages),
    timeline: { items, loaded: true, more, newer, around, loading: "none" },
  };
}

/** Where the loaded history ends; 0 where there is none. */
export function lastSeqOf(timeline: Timeline): number {
  return timeline.items.at(-1)?.seq ?? 0;
}

/** Whether the room has messages after these: it counts them. */
function endsEarly(room: Room, items: Timeline["items"]): boolean {
  const last = items.findLast((item): item is MessageItem => item.kind === "message");
  return last !== undefined && last.number < room.messages;
}

/** My outgoing rows without those that turn out to be in the log: their answer was lost, not they. */
function withoutLogged(room: Room, messages: readonly Message[]): Room["outgoing"] {
  if (room.outgoing.length === 0) return room.outgoing;
  const logged = new Set(
    messages.filter((message) => message.seq <= room.lastSeq).map((message) => message.key),
  );
  return room.outgoing.filter((row) => !logged.has(row.key));
}

/** What was appended while the newest page was on its way joins nothing without that page. */
function failed(timeline: Timeline, problem: WireError): Timeline {
  return timeline.loaded
    ? { ...timeline, loading: "none", problem }
    : { ...unopened, problem };
}

/** What was loaded around another place joins nothing. */
function begun(timeline: Timeline, what: LoadedPart): Timeline {
  return what === "around" ? { ...unopened, loading: what } : { ...withoutProblem(timeline), loading: what };
}

/** A stretch from the middle is not kept: whoever comes back begins at the end. */
function trimmed(timeline: Timeline, keep: number): Timeline {
  if (keep === 0 || timeline.newer === true) return unopened;
  if (!timeline.loaded || timeline.items.length <= keep) return timeline;
  return { ...timeline, items: timeline.items.slice(-keep), more: true };
}

function withoutProblem(timeline: Timeline): Timeline {
  const { problem: _, ...rest } = timeline;
  return rest;
}
