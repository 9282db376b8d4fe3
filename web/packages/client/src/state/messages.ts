import { pollClosed, voted } from "./polls.ts";
import type { DurableEvent, FileInfo, LastMessage, Reaction, Replies } from "../generated/protocol.ts";
import { mentioned, recount } from "./reading.ts";
import type { MessageItem, Room, Timeline, UserId } from "./state.ts";
import { append, changeMessage, postedItem } from "./timeline.ts";

/** How much of the newest message a list shows, in characters; the server cuts summaries the same. */
const PREVIEW = 200;

/** How many of those who wrote in a thread are named; the server names as many. */
const THREAD_USERS = 5;

/** The facts about messages. */
export type MessageFact = Extract<
  DurableEvent,
  { type: `message.${string}` } | { type: `reaction.${string}` } | { type: `poll.${string}` }
>;

type Posted = Extract<MessageFact, { type: "message.posted" }>;

/** Whether a fact is about messages. */
export function isAboutMessages(fact: DurableEvent): fact is MessageFact {
  return /^(?:message|reaction|poll)\./.test(fact.type);
}

/** Applies a message's fact to its room. `me` is whose view this is. */
export function reduceMessage(room: Room, fact: MessageFact, me: UserId): Room {
  const timeline = tellRows(room.timeline, fact, me);
  switch (fact.type) {
    case "message.posted":
      return posted({ ...room, timeline }, fact, me);
    case "message.edited":
      return retold({ ...room, timeline }, fact.data);
    case "message.deleted":
      return retold({ ...room, timeline }, { ...fact.data, text: "" });
    default:
      return { ...room, timeline };
  }
}

/** What a fact changes in rows that are there. `me` is whose view this is. */
export function tellRows(timeline: Timeline, fact: MessageFact, me: UserId): Timeline {
  const mine = fact.by === me;
  switch (fact.type) {
    case "message.posted":
      return fact.data.thread === undefined ? timeline : threaded(timeline, fact, fact.data.thread);
    case "message.edited": {
      const { text, mentions } = fact.data;
      return changed(timeline, fact, (message) => edited(message, text, fact.at, mentions));
    }
    case "message.deleted":
      return changed(timeline, fact, (message) => deleted(message, fact.data.expired === true));
    case "reaction.added":
      return changed(timeline, fact, (message) =>
        reacted(message, [...others(message, fact.data.emoji), more(message, fact.data.emoji, mine)]),
      );
    case "reaction.removed":
      return changed(timeline, fact, (message) => reacted(message, less(message, fact.data.emoji, mine)));
    case "poll.voted": {
      const { options, replaces = [] } = fact.data;
      return changed(timeline, fact, (message) => voted(message, { options, replaces, mine }));
    }
    case "poll.closed":
      return changed(timeline, fact, pollClosed);
    case "message.pinned":
      return changed(timeline, fact, (message) => ({ ...message, pinned: true }));
    case "message.unpinned":
      return changed(timeline, fact, unpinned);
    default:
      return fact satisfies never;
  }
}

/** My own message also moves my read mark and takes the place of its outgoing row. */
function posted(room: Room, fact: Posted, me: UserId): Room {
  const { seq, at, by, data } = fact;
  const mine = by === me;
  const read = mine ? Math.max(room.read, seq) : room.read;
  const known = !mine && mentionsMe(data.mentions ?? [], me) ? mentioned(room, data.number) : room;
  return recount({
    ...known,
    last: { seq, by, at, ...shownText(data.text, data.attachments) },
    messages: data.number,
    read,
    readNumber: seq <= read ? data.number : room.readNumber,
    timeline: append(room.timeline, postedItem(fact)),
    outgoing: mine ? room.outgoing.filter((row) => row.key !== data.key) : room.outgoing,
    typing: room.typing.filter((typist) => typist.user !== by),
  });
}

/** Whether mentions call me, by name or with everyone. */
export function mentionsMe(mentions: readonly string[], me: UserId): boolean {
  return mentions.some((one) => one === me || one === "@room" || one === "@here");
}

function threaded(timeline: Timeline, { seq, by }: Posted, root: number): Timeline {
  return changeMessage(timeline, { target: root, seq }, (message) => ({
    ...message,
    replies: withReply(message.replies, seq, by),
  }));
}

function withReply(replies: Replies | undefined, seq: number, by: UserId): Replies {
  const before = (replies?.users ?? []).filter((user) => user !== by);
  return { count: (replies?.count ?? 0) + 1, last: seq, users: [by, ...before].slice(0, THREAD_USERS) };
}

function changed(
  timeline: Timeline,
  { seq, data }: Exclude<MessageFact, Posted>,
  change: (message: MessageItem) => MessageItem,
): Timeline {
  return changeMessage(timeline, { target: data.target, seq }, change);
}

/** The newest message is shown in lists as well. */
function retold(room: Room, { target, text }: { readonly target: number; readonly text: string }): Room {
  if (room.last?.seq !== target) return room;
  const { file: _, ...last } = room.last;
  return { ...room, last: { ...last, ...shownText(text, undefined) } };
}

/** What a list shows of a message: its beginning, or the name of its first file where it has no text. */
function shownText(text: string, files: readonly FileInfo[] | undefined): Pick<LastMessage, "text" | "file"> {
  const file = text === "" ? files?.[0]?.name : undefined;
  return { text: text.slice(0, PREVIEW), ...(file === undefined ? {} : { file }) };
}

/** A text that was taken back since is empty: the deletion follows. */
function edited(
  message: MessageItem,
  text: string,
  at: string,
  mentions: readonly string[] | undefined,
): MessageItem {
  const { mentions: _, ...rest } = message;
  return { ...rest, text, editedAt: at, ...(mentions === undefined ? {} : { mentions }) };
}

function deleted(message: MessageItem, expired: boolean): MessageItem {
  const { reactions: _, pinned: _1, mentions: _2, attachments: _3, poll: _4, expiresAt: _5, ...rest } = message;
  return { ...rest, text: "", deleted: true, ...(expired ? { expired } : {}) };
}

function unpinned(message: MessageItem): MessageItem {
  const { pinned: _, ...rest } = message;
  return rest;
}

/** Keeps the order in which emoji came: one that is there already keeps its place. */
function reacted(message: MessageItem, reactions: readonly Reaction[]): MessageItem {
  const { reactions: before = [], ...rest } = message;
  const place = new Map(before.map(({ emoji }, index) => [emoji, index]));
  const sorted = reactions.toSorted(
    (a, b) => (place.get(a.emoji) ?? before.length) - (place.get(b.emoji) ?? before.length),
  );
  return sorted.length === 0 ? rest : { ...rest, reactions: sorted };
}

function others(message: MessageItem, emoji: string): readonly Reaction[] {
  return (message.reactions ?? []).filter((reaction) => reaction.emoji !== emoji);
}

function find(message: MessageItem, emoji: string): Reaction {
  return (
    message.reactions?.find((reaction) => reaction.emoji === emoji) ?? { emoji, count: 0, mine: false }
  );
}

function more(message: MessageItem, emoji: string, mine: boolean): Reaction {
  const before = find(message, emoji);
  return { emoji, count: before.count + 1, mine: before.mine || mine };
}

function less(message: MessageItem, emoji: string, mine: boolean): readonly Reaction[] {
  const before = find(message, emoji);
  const left = { emoji, count: before.count - 1, mine: before.mine && !mine };
  return left.count > 0 ? [...others(message, emoji), left] : others(message, emoji);
}
