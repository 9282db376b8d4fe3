import type { MessageItem, NoticeItem, OutgoingMessage, OutgoingStatus, Room } from "@parley/client";
import { dayNumber } from "../ui/time.ts";

/** A message of the log, or one of mine on its way there. */
export interface MessageRow {
  readonly kind: "message";
  readonly key: string;
  readonly by: string;
  /** RFC 3339. */
  readonly at: string;
  readonly text: string;
  /** Whether it begins a turn: then it shows its author. */
  readonly leads: boolean;
  /** Its place in the log; absent until it has one. */
  readonly seq?: number;
  /** How far it has come, while the log does not show it. */
  readonly status?: OutgoingStatus;
  /** What its commands are called by, while the log does not show it. */
  readonly outgoingKey?: string;
}

/** One row of the timeline. Nothing in a row depends on what comes before the loaded window. */
export type Row =
  | MessageRow
  | { readonly kind: "notice"; readonly key: string; readonly item: NoticeItem }
  | { readonly kind: "day"; readonly key: string; readonly at: string }
  | { readonly kind: "unread"; readonly key: string; readonly at: string };

/** A new turn begins after this much silence. */
const turnMs = 5 * 60_000;

/** What the rows are made from. */
export interface RowSource {
  readonly room: Pick<Room, "timeline" | "outgoing">;
  /** My id: my outgoing messages are shown under it, and my own messages are never new to me. */
  readonly me: string;
  /** The seq after which messages are new; undefined shows no unread line. */
  readonly newAfter: number | undefined;
}

/**
 * The rows of a room, oldest first. While older messages can be loaded, the first loaded one is left
 * out: whether it begins a turn or a day is not known yet, and a row never changes once it is drawn.
 */
export function rowsOf({ room, me, newAfter }: RowSource): readonly Row[] {
  const { items, more } = room.timeline;
  const rows: Row[] = [];
  let before: Entry | undefined;
  let isMarked = newAfter === undefined;
  for (const entry of entriesOf(room, me)) {
    const opensDay = before === undefined || dayNumber(before.at) !== dayNumber(entry.at);
    const isNew = !isMarked && isUnread(entry, newAfter, me);
    if (before !== undefined || !more || items.length === 1) {
      if (opensDay) rows.push({ kind: "day", key: `day ${entry.key}`, at: entry.at });
      if (isNew) rows.push({ kind: "unread", key: "unread", at: entry.at });
      rows.push(rowOf(entry, before, opensDay || isNew));
    }
    isMarked ||= isNew;
    before = entry;
  }
  return rows;
}

type Entry = Omit<MessageRow, "leads"> | NoticeEntry;

interface NoticeEntry {
  readonly kind: "notice";
  readonly key: string;
  readonly at: string;
  readonly item: NoticeItem;
}

function* entriesOf(room: RowSource["room"], me: string): Generator<Entry> {
  for (const item of room.timeline.items) yield item.kind === "message" ? posted(item) : notice(item);
  for (const message of room.outgoing) yield onItsWay(message, me);
}

/** A message keeps its row when the log takes it over: the key names it in both. */
function posted({ seq, at, by, text, key }: MessageItem): Entry {
  return { kind: "message", key: `${by} ${key}`, seq, at, by, text };
}

function notice(item: NoticeItem): Entry {
  return { kind: "notice", key: `seq ${item.seq}`, at: item.at, item };
}

function onItsWay({ key, text, at, status }: OutgoingMessage, me: string): Entry {
  const row = { kind: "message", key: `${me} ${key}`, by: me, text, status, outgoingKey: key } as const;
  if (status.kind === "sent") return { ...row, at: status.at, seq: status.seq };
  return { ...row, at: new Date(at).toISOString() };
}

function isUnread(entry: Entry, newAfter: number | undefined, me: string): boolean {
  if (entry.kind !== "message" || entry.seq === undefined || newAfter === undefined) return false;
  return entry.seq > newAfter && entry.by !== me;
}

function rowOf(entry: Entry, before: Entry | undefined, isApart: boolean): Row {
  if (entry.kind === "notice") return { kind: "notice", key: entry.key, item: entry.item };
  const continues =
    !isApart &&
    before?.kind === "message" &&
    before.by === entry.by &&
    Math.abs(Date.parse(entry.at) - Date.parse(before.at)) < turnMs;
  return { ...entry, leads: !continues };
}

/**
 * `next` with every row that says the same as the row of its key in `last` replaced by that row, so
 * that what is drawn from it need not be drawn again.
 */
export function reuseRows(last: readonly Row[], next: readonly Row[]): readonly Row[] {
  const known = new Map(last.map((row) => [row.key, row]));
  return next.map((row) => {
    const before = known.get(row.key);
    return before !== undefined && isSame(before, row) ? before : row;
  });
}

function isSame(one: Row, other: Row): boolean {
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Reflect.get(one, name) === Reflect.get(other, name))
  );
}

/** A row's height in px before it is measured; near enough that the scrollbar hardly moves. */
export function estimateHeight(row: Row, charactersPerLine: number): number {
  switch (row.kind) {
    case "day":
      return 36;
    case "unread":
      return 34;
    case "notice":
      return 28;
    case "message": {
      const lines = row.text
        .split("\n", 100)
        .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / charactersPerLine)), 0);
      return lines * 22 + (row.leads ? 37 : 4);
    }
  }
}
