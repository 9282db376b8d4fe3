import type { DurableEvent, Message, WireError } from "../generated/protocol.ts";
import { changed } from "./changes.ts";
import type { MessageItem, Notice, Room, Timeline, TimelineItem } from "./state.ts";

/** What the loading of history does to a timeline. */
export type TimelineEvent =
  | { readonly type: "timeline.loading"; readonly room: string; readonly what: "newest" | "older" }
  | ({ readonly type: "timeline.newest" } & Page)
  | ({ readonly type: "timeline.older"; readonly before: number } & Page)
  | { readonly type: "timeline.failed"; readonly room: string; readonly problem: WireError }
  /** Forgets all but the newest `keep` items; none at all makes it as if never opened. */
  | { readonly type: "timeline.trimmed"; readonly room: string; readonly keep: number };

interface Page {
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
      return { ...room, timeline: { ...withoutProblem(timeline), loading: event.what } };
    case "timeline.newest":
      return timeline.loading === "newest" ? withNewest(room, event) : room;
    case "timeline.older":
      return timeline.loading === "older" ? withOlder(room, event) : room;
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

/** Adds what has just happened at the live end. A timeline that is neither loaded nor loading stays empty. */
export function append(timeline: Timeline, item: TimelineItem): Timeline {
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

function trimmed(timeline: Timeline, keep: number): Timeline {
  if (keep === 0) return unopened;
  if (!timeline.loaded || timeline.items.length <= keep) return timeline;
  return { ...timeline, items: timeline.items.slice(-keep), more: true };
}

function withoutProblem(timeline: Timeline): Timeline {
  const { problem: _, ...rest } = timeline;
  return rest;
}
