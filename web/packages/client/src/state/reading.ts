import type { ChatState, MessageItem, Room } from "./state.ts";
import { withRoom } from "./with.ts";

/** What moves my read mark, apart from posting. */
export type ReadingEvent =
  /** I read up to `seq` here. */
  | { readonly type: "read.moved"; readonly room: string; readonly seq: number }
  /** Everything here is read up to `seq`, in its threads as well. */
  | { readonly type: "all.read"; readonly room: string; readonly seq: number }
  /** It was not meant: the mark stands where it stood `before`, unless it has moved on since. */
  | { readonly type: "all.unread"; readonly room: string; readonly before: Room }
  /** The server's count for a mark, set here or in another session. */
  | {
      readonly type: "read.counted";
      readonly room: string;
      readonly read: number;
      readonly unread: number;
      readonly mentions: number;
      /** The number of the newest message up to the mark, where the server says it. */
      readonly number?: number;
    };

/** Moves read marks, forward only. */
export function reduceReading(state: ChatState, event: ReadingEvent): ChatState {
  return withRoom(state, event.room, (room) => {
    switch (event.type) {
      case "read.moved":
        return moved(room, event.seq);
      case "all.read":
        return moved({ ...room, threads: { ...room.threads, news: new Map() } }, event.seq);
      case "all.unread":
        return takenBack(room, event.before);
      case "read.counted":
        return counted(room, event);
      default:
        return event satisfies never;
    }
  });
}

/**
 * The room with `unread` recomputed; everything that changes its terms ends here. Where nothing is unread nothing
 * mentions me, unless the server has counted messages that are still on the way.
 */
export function recount(room: Room): Room {
  const unread = Math.max(0, room.messages - room.readNumber);
  const isAll = unread === 0 && room.counted.to <= room.messages;
  return { ...room, unread, mentions: isAll ? 0 : room.mentions };
}

/** How many numbers of messages are remembered since the last count. */
const mostSince = 1000;

/** The room with one more message that mentions me, unless the server has counted it already. */
export function mentioned(room: Room, number: number): Room {
  const { to, since } = room.counted;
  if (number <= to) return room;
  return { ...room, mentions: room.mentions + 1, counted: { to, since: [...since, number].slice(-mostSince) } };
}

function moved(room: Room, seq: number): Room {
  if (seq <= room.read) return room;
  const readNumber = numberAt(room, seq) ?? room.readNumber;
  return recount({ ...room, read: seq, readNumber: Math.max(room.readNumber, readNumber) });
}

/** What mentioned me since comes on top of what did before. */
function takenBack(room: Room, before: Room): Room {
  const news = new Map([...before.threads.news, ...room.threads.news]);
  const threads = { ...room.threads, news };
  if (room.read !== before.lastSeq) return { ...room, threads };
  const { read, readNumber } = before;
  return recount({ ...room, threads, read, readNumber, mentions: before.mentions + room.mentions });
}

function counted(
  room: Room,
  count: { readonly read: number; readonly unread: number; readonly mentions: number; readonly number?: number },
): Room {
  if (count.read < room.read) return room;
  const readNumber = count.number ?? numberAt(room, count.read) ?? room.messages - count.unread;
  const to = readNumber + count.unread;
  const since = room.counted.since.filter((number) => number > to);
  return recount({
    ...room,
    read: count.read,
    readNumber: Math.max(room.readNumber, readNumber),
    mentions: count.mentions + since.length,
    counted: { to, since },
  });
}

/**
 * The number of the last message at or before `seq`, where that is known exactly here; the server's count is of
 * another moment and would be off by what is on the way.
 */
function numberAt(room: Room, seq: number): number | undefined {
  if (seq >= room.lastSeq) return room.messages;
  const { items, more, loaded, newer } = room.timeline;
  if (!loaded) return undefined;
  if (newer === true && seq > (items.at(-1)?.seq ?? 0)) return undefined;
  const message = items.findLast(
    (item): item is MessageItem => item.kind === "message" && item.seq <= seq,
  );
  if (message !== undefined) return message.number;
  return more ? undefined : 0;
}
