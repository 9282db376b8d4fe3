import type {
  Ballot,
  Draft as KeptDraft,
  DurableFacts,
  FileInfo,
  Forwarded,
  LastMessage,
  LeaveReason,
  NotifyLevel,
  Poll,
  Preferences,
  Presence,
  Reaction,
  Replies,
  Role,
  RoomKind,
  User,
  WireError,
} from "../generated/protocol.ts";
import type { Connection, Instant } from "./standing.ts";

export type { Connection, EndReason, Instant } from "./standing.ts";

/** Opaque, at most 40 URL-safe characters. */
export type RoomId = string;
/** Opaque, at most 40 URL-safe characters. */
export type UserId = string;
/** Names a durable command for ever; a UUIDv7 here. */
export type MessageKey = string;

/** Everything that the client knows, at one moment. Never changed, only replaced. */
export interface ChatState {
  readonly connection: Connection;
  /** The signed-in user; undefined until the first hello is answered. */
  readonly me: User | undefined;
  /** The rooms that I am in. */
  readonly rooms: ReadonlyMap<RoomId, Room>;
  /** Whether `rooms` is complete: false until the first hello (and the listing after it) is answered. */
  readonly roomsKnown: boolean;
  /** Everybody that was ever named here, at most 5,000; unknown ids are fetched as they turn up. */
  readonly users: ReadonlyMap<UserId, User>;
  /** How those are who are watched, and I myself; of anybody else nothing is known. */
  readonly presences: ReadonlyMap<UserId, Presence>;
  /** How often `Chat.scheduled` has come to answer otherwise, as far as is known. */
  readonly scheduleChanges: number;
  /**
   * What the server keeps of what I have begun to write on my devices, by `draftPlace`; at most 1,000. Undefined until
   * it has answered once.
   */
  readonly drafts: ReadonlyMap<string, KeptDraft> | undefined;
  /** What I want to be notified of; undefined until the server has said it once. */
  readonly preferences: Preferences | undefined;
}

/** A room that I am in. */
export interface Room {
  readonly id: RoomId;
  readonly kind: RoomKind;
  /** Empty for direct rooms, which are named by their users. */
  readonly name: string;
  readonly alias?: string;
  readonly topic?: string;
  readonly role: Role;
  /** How many people are in it. */
  readonly members: number;
  readonly notify: NotifyLevel;
  /** Who is in a direct room, as the server lists them; absent for other kinds. */
  readonly users?: readonly UserId[];
  readonly last?: LastMessage;
  /** How many messages the room has had, as far as applied here. */
  readonly messages: number;
  /** Seq that I have read up to. */
  readonly read: number;
  /** Number of the last message that I have read; `unread` is `messages - readNumber`. */
  readonly readNumber: number;
  readonly unread: number;
  readonly mentions: number;
  /** What `mentions` is made of: the server's count, and what came after it. */
  readonly counted: MentionCount;
  readonly timeline: Timeline;
  readonly threads: Threads;
  /** My messages that the log does not show yet, oldest first. */
  readonly outgoing: readonly OutgoingMessage[];
  /** My changes of messages that the log does not show yet, oldest first. */
  readonly changes: readonly PendingChange[];
  /** How long a member waits between two messages, in seconds; absent for not at all. */
  readonly slowModeSeconds?: number;
  /** How long messages last that are posted now, in seconds; absent for ever. */
  readonly expireSeconds?: number;
  /** Until when I may not write, by the server's clock; a time that has passed when I may again. */
  readonly mutedUntil?: string;
  /** True when the room is closed. */
  readonly archived?: boolean;
  /** How many reports of the room are open, once I was told: owners and moderators are, when that changes. */
  readonly openReports?: number;
  /** Who is typing, apart from me, in order of beginning. */
  readonly typing: readonly Typist[];
  /** How far others have come, by user id, as far as heard since the room was opened. */
  readonly receipts: ReadonlyMap<UserId, Progress>;
  /** Seq of the last event applied. */
  readonly lastSeq: number;
  /** False while events that were missed are still to come. */
  readonly synced: boolean;
}

/**
 * A stretch of a room's history in which no message is missing. It reaches to `lastSeq`, unless `newer` says that it
 * ends before.
 */
export interface Timeline {
  /** In order of seq. Empty until the room is opened. */
  readonly items: readonly TimelineItem[];
  /** Whether the newest page is there: `items` may then be shown, and empty means an empty room. */
  readonly loaded: boolean;
  /** Whether older messages can be loaded. */
  readonly more: boolean;
  /** Whether newer messages can be loaded: what happens now is then not appended. */
  readonly newer?: boolean;
  /** The seq around which it was loaded; absent where it began with the newest message. */
  readonly around?: number;
  readonly loading: "none" | "newest" | "older" | "newer" | "around";
  /** Why the last loading failed; cleared by the next one. */
  readonly problem?: WireError;
}

/** What is known of a room's threads. */
export interface Threads {
  /** The one that is looked at. */
  readonly opened?: Thread;
  /**
   * How many replies of others have come, while connected, in threads that I follow; by the seq of the message that the
   * thread began with. Opening a thread takes it out. At most 100 threads.
   */
  readonly news: ReadonlyMap<number, number>;
  /**
   * Which threads I chose to follow, or not to; by the seq of the message that they began with, at most 100. I follow
   * the others that I wrote in, began or am mentioned in.
   */
  readonly chosen: ReadonlyMap<number, boolean>;
}

/** A thread: the message that it began with and its replies. */
export interface Thread {
  /** The seq of the message that it began with. */
  readonly root: number;
  /** That message first, then the replies, oldest first. */
  readonly timeline: Timeline;
}

/** How far the server's last count of mentions goes. An answer can overtake the messages that it has counted. */
export interface MentionCount {
  /** The number of the last message in it. */
  readonly to: number;
  /** The numbers of later messages that mention me, as they were applied; the newest 1,000. */
  readonly since: readonly number[];
}

/** One row of a timeline. */
export type TimelineItem = MessageItem | NoticeItem;

/** A message, named by its room and its seq. */
export interface MessageItem {
  readonly kind: "message";
  readonly seq: number;
  /** Counts messages only. */
  readonly number: number;
  /** RFC 3339, by the server's clock. */
  readonly at: string;
  readonly by: UserId;
  /** Markdown source, at most 8,000 characters. */
  readonly text: string;
  /** The sender's key; what an outgoing row is matched by. */
  readonly key: MessageKey;
  /** When its text was last changed; RFC 3339, by the server's clock. */
  readonly editedAt?: string;
  /** Whether it was taken back, or its time was over; its text is empty then. */
  readonly deleted?: boolean;
  /** When its time is over and the server deletes it; absent for a message that stays, and for a deleted one. */
  readonly expiresAt?: string;
  /** Whether it was deleted because its time was over. */
  readonly expired?: boolean;
  /** The seq of the message that it answers. */
  readonly replyTo?: number;
  /** The seq of the message whose thread it belongs to. */
  readonly thread?: number;
  /** Whether a message of a thread is shown in the room as well. */
  readonly alsoInRoom?: boolean;
  /** What the thread that began with it has come to. */
  readonly replies?: Replies;
  /** Its emoji, those that came first before the others. */
  readonly reactions?: readonly Reaction[];
  /** Whom it mentions: ids of users, and `@room` or `@here` for everyone. */
  readonly mentions?: readonly string[];
  readonly pinned?: boolean;
  /** Where it was said first, if it was forwarded. */
  readonly forwarded?: Forwarded;
  /** The files that came with it. */
  readonly attachments?: readonly FileInfo[];
  /** What it asks people to choose from, and their votes. */
  readonly poll?: Poll;
  /** The seq of the last event that is in this row already. */
  readonly asOf: number;
}

/** What can be done to a message that is there. */
export type MessageChange =
  | { readonly type: "edit"; readonly text: string; readonly at: string }
  | { readonly type: "delete" }
  | { readonly type: "react" | "unreact"; readonly emoji: string }
  /** Votes in its poll, instead of before: indexes of options, none to take the vote back. */
  | { readonly type: "vote"; readonly options: readonly number[] }
  | { readonly type: "close poll" }
  | { readonly type: "pin" | "unpin" };

/** A change of mine that is shown before the log has it. */
export interface PendingChange {
  /** Names the command. */
  readonly key: MessageKey;
  /** The seq of the message. */
  readonly target: number;
  readonly change: MessageChange;
  /** Where it was committed; its fact is on the way and will take this one's place. */
  readonly seq?: number;
}

/** Something that happened in the room, seen while connected or on resuming. */
export interface NoticeItem {
  readonly kind: "notice";
  readonly seq: number;
  readonly at: string;
  readonly by: UserId;
  readonly notice: Notice;
}

/** What a notice tells. */
export type Notice =
  | { readonly type: "joined"; readonly user: UserId }
  | { readonly type: "left"; readonly user: UserId; readonly reason: LeaveReason }
  | { readonly type: "changed"; readonly user: UserId; readonly role: Role }
  | { readonly type: "updated"; readonly changes: RoomChanges };

/** What an update of a room set; absent fields stayed, and an empty alias or topic was taken away. */
export type RoomChanges = DurableFacts["room.updated"];

/** Something to be said. */
export interface Draft {
  /** Markdown source, at most 8,000 characters. */
  readonly text: string;
  /** The seq of the message that it answers. */
  readonly replyTo?: number;
  /** The seq of the message whose thread it belongs to. */
  readonly thread?: number;
  /** Whether a message of a thread is to be shown in the room as well. */
  readonly alsoInRoom?: boolean;
  /** Files that were uploaded before; beside them the text may be empty. At most 10. */
  readonly attachments?: readonly FileInfo[];
  /** What people are asked to choose from; the text is the question. */
  readonly poll?: Ballot;
}

/** Something to be said later. A poll is asked at once. */
export type LaterDraft = Draft & { readonly poll?: never };

/** A message on its way. */
export interface OutgoingMessage extends Draft {
  readonly key: MessageKey;
  /** When it was written. */
  readonly at: Instant;
  readonly status: OutgoingStatus;
}

/** How far an outgoing message has come. */
export type OutgoingStatus =
  /** Waits for the connection or for the messages before it; `error` is why it was put off, if it was. */
  | { readonly kind: "queued"; readonly error?: WireError }
  /** Given to the connection; the answer is awaited. */
  | { readonly kind: "sending"; readonly since: Instant }
  /** Committed as `seq`; its event is on the way and will take this row's place. */
  | { readonly kind: "sent"; readonly seq: number; readonly at: string }
  /** Finally refused: retry or discard it. */
  | { readonly kind: "failed"; readonly error: WireError };

/** How far somebody has come: the newest seq that they have read, and that has reached one of their devices. */
export interface Progress {
  readonly read: number;
  readonly delivered: number;
}

/** Somebody who is typing, until the signal lapses. */
export interface Typist {
  readonly user: UserId;
  readonly until: Instant;
}
