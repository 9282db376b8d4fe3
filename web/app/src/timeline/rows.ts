import type {
  Ballot,
  FileInfo,
  MessageItem,
  NoticeItem,
  OutgoingMessage,
  OutgoingStatus,
  Room,
  TimelineItem,
} from "@parley/client";
import { heightOf } from "../files/shown-size.ts";
import { heightOfPoll } from "../polls/height.ts";
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
  /** The message as it stands, once the log shows it. */
  readonly item?: MessageItem;
  /** The seq of the message that it answers, while the log does not show it. */
  readonly replyTo?: number;
  /** Its files, while the log does not show it. */
  readonly attachments?: readonly FileInfo[];
  /** What it asks people to choose from, while the log does not show it. */
  readonly poll?: Ballot;
  /** How far it has come, while the log does not show it. */
  readonly status?: OutgoingStatus;
  /** What its commands are called by, while the log does not show it. */
  readonly outgoingKey?: string;
}

/** Something that happened in the room. */
export interface NoticeRow {
  readonly kind: "notice";
  readonly key: string;
  readonly item: NoticeItem;
}

/** One row of the timeline. Nothing in a row depends on what comes before the loaded window. */
export type Row =
  | MessageRow
  | NoticeRow
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
 * What says the same is the same object each time, so that it need not be drawn again.
 */
export function rowsOf({ room, me, newAfter }: RowSource): readonly Row[] {
  const { items, more } = room.timeline;
  const rows: Row[] = [];
  let before: Entry | undefined;
  let isMarked = newAfter === undefined;
  const add = (entry: Entry) => {
    const opensDay = before?.day !== entry.day;
    const isNew = !isMarked && isUnread(entry, newAfter, me);
    if (before !== undefined || !more || items.length === 1) {
      if (opensDay) rows.push(entry.dayRow);
      if (isNew) rows.push({ kind: "unread", key: "unread", at: entry.at });
      rows.push(!opensDay && !isNew && continues(entry, before) ? entry.continuing : entry.leading);
    }
    isMarked ||= isNew;
    before = entry;
  };
  for (const item of items) add(entryOf(item, me));
  for (const message of room.outgoing) add(entryOf(message, me));
  return rows;
}

/** What an item can become, whatever stands before it. Made once for each item, rows when asked for. */
class Entry {
  readonly at: string;
  readonly time: number;
  readonly day: number;
  readonly #row: Omit<MessageRow, "leads"> | NoticeRow;
  #dayRow: Row | undefined;
  #leading: Row | undefined;
  #continuing: Row | undefined;

  constructor(row: Omit<MessageRow, "leads"> | NoticeRow) {
    this.at = row.kind === "message" ? row.at : row.item.at;
    this.time = Date.parse(this.at);
    this.day = dayNumber(this.at);
    this.#row = row;
  }

  /** Absent for what nobody said. */
  get by(): string | undefined {
    return this.#row.kind === "message" ? this.#row.by : undefined;
  }

  get seq(): number | undefined {
    return this.#row.kind === "message" ? this.#row.seq : this.#row.item.seq;
  }

  get dayRow(): Row {
    return (this.#dayRow ??= { kind: "day", key: `day ${this.#row.key}`, at: this.at });
  }

  get leading(): Row {
    return (this.#leading ??= this.#rowThat(true));
  }

  get continuing(): Row {
    return (this.#continuing ??= this.#rowThat(false));
  }

  #rowThat(leads: boolean): Row {
    return this.#row.kind === "notice" ? this.#row : { ...this.#row, leads };
  }
}

const entries = new WeakMap<TimelineItem | OutgoingMessage, Entry>();

function entryOf(item: TimelineItem | OutgoingMessage, me: string): Entry {
  const known = entries.get(item);
  if (known !== undefined) return known;
  const entry = new Entry("status" in item ? onItsWay(item, me) : ofLog(item));
  entries.set(item, entry);
  return entry;
}

function ofLog(item: TimelineItem): Omit<MessageRow, "leads"> | NoticeRow {
  return item.kind === "message" ? posted(item) : { kind: "notice", key: `seq ${item.seq}`, item };
}

/** A message keeps its row when the log takes it over: its author and key name it in both. */
function posted(item: MessageItem): Omit<MessageRow, "leads"> {
  const { seq, at, by, text, key } = item;
  return { kind: "message", key: `${by} ${key}`, seq, at, by, text, item };
}

function onItsWay(message: OutgoingMessage, me: string): Omit<MessageRow, "leads"> {
  const { key, text, at, status, replyTo, attachments, poll } = message;
  const row = {
    kind: "message",
    key: `${me} ${key}`,
    by: me,
    text,
    status,
    outgoingKey: key,
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(attachments === undefined ? {} : { attachments }),
    ...(poll === undefined ? {} : { poll }),
  } as const;
  if (status.kind === "sent") return { ...row, at: status.at, seq: status.seq };
  return { ...row, at: new Date(at).toISOString() };
}

function isUnread(entry: Entry, newAfter: number | undefined, me: string): boolean {
  if (entry.by === undefined || entry.seq === undefined || newAfter === undefined) return false;
  return entry.seq > newAfter && entry.by !== me;
}

function continues(entry: Entry, before: Entry | undefined): boolean {
  if (before?.by === undefined || before.by !== entry.by) return false;
  return Math.abs(entry.time - before.time) < turnMs;
}

/** Whether a row is the message at this seq. */
export function isAt(row: Row, seq: number | undefined): boolean {
  return seq !== undefined && row.kind === "message" && row.seq === seq;
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
      return lines * 22 + (row.leads ? 37 : 4) + extrasOf(row.item);
    }
  }
}

/** What stands above and below a message's text, in px. */
function extrasOf(item: MessageItem | undefined): number {
  if (item === undefined || item.deleted === true) return 0;
  const quote = item.replyTo !== undefined || item.thread !== undefined ? 22 : 0;
  const marks = item.pinned === true || item.editedAt !== undefined ? 18 : 0;
  const files = item.attachments === undefined ? 0 : heightOf(item.attachments) + 8;
  const poll = item.poll === undefined ? 0 : heightOfPoll(item.poll.options.length);
  return files + poll + quote + marks + (item.reactions === undefined ? 0 : 34) + (item.replies === undefined ? 0 : 39);
}
