// Generated from the records of the protocol module by `./parley generate`.
// Change the records instead.
/* oxlint-disable max-lines */

/** Who may find and enter a room. */
export type RoomKind =
  /** Anyone may find it, read its name and topic, and join. */
  | "public"
  /** Only its members know of it; they bring in others. */
  | "private"
  /** A conversation of 2 to 9 people; the same people always share the same room. */
  | "direct";

/** What a member may do in a room; each role may do all that the one after it may. */
export type Role =
  /** May do everything, and hand the room on. */
  | "owner"
  /** Keeps the room in order: adds and removes members, changes name and topic. */
  | "moderator"
  /** Reads and writes. */
  | "member";

/** What a poll lets people choose from. The question is the text of its message. */
export interface Ballot {
  /** 2 to 10 different options of 1 to 100 characters, each on one line. */
  readonly options: readonly string[];
  /** True when one may choose several. */
  readonly multiple?: boolean;
}

/** Which messages of a room should draw their reader's attention. */
export type NotifyLevel =
  /** Every message. */
  | "all"
  /** Only those that mention the reader. */
  | "mentions"
  /** None. */
  | "none";

/** How a user is, or wants to be seen. */
export type PresenceState =
  /** There. */
  | "online"
  /** Not at the keyboard. */
  | "away"
  /** There, and not to be disturbed. */
  | "dnd"
  /** There, and seen by others as offline. Others never see this. */
  | "invisible"
  /** Not there. Nobody can set this. */
  | "offline";

/**
 * When a user does not want to be notified. Hours that begin in the evening and end in the morning
 * belong to the day on which they begin.
 */
export interface QuietHours {
  /** When they begin: `22:00`, by the clock of the zone. */
  readonly from: string;
  /** When they end, in the same way: another time than `from`, on the next day if it is earlier. */
  readonly to: string;
  /** A time zone by its name: `Europe/Berlin` (IANA time zone database). */
  readonly zone: string;
  /**
   * The days on which they begin, 1 for Monday to 7 for Sunday (ISO 8601); every day when left
   * out.
   */
  readonly days?: readonly number[];
}

/** A small picture of an image. */
export interface Thumbnail {
  /** How many pixels wide, at most 480. */
  readonly width: number;
  /** How many pixels high, at most 480. */
  readonly height: number;
}

/** A file that was uploaded. Its bytes are at `/v1/files/{id}` and never change. */
export interface FileInfo {
  /** Its id. */
  readonly id: string;
  /** What it is called, at most 200 characters on one line, without a path. */
  readonly name: string;
  /** Its media type, found in its first bytes; what the client called it does not count. */
  readonly type: string;
  /** How many bytes it has. */
  readonly size: number;
  /** Of an image, as it is shown: how many pixels wide. */
  readonly width?: number;
  /** Of an image, as it is shown: how many pixels high. */
  readonly height?: number;
  /** The small picture at `/v1/files/{id}/thumbnail`; absent when there is none. */
  readonly thumbnail?: Thumbnail;
}

/** Where a forwarded message was said first. Whoever sees it need not be in that room. */
export interface Forwarded {
  /** In which room. */
  readonly room: string;
  /** Its place in that room's log. */
  readonly seq: number;
  /** Who wrote it. */
  readonly by: string;
  /** When the server took it there. */
  readonly at: string;
}

/** Why someone is no longer in a room. */
export type LeaveReason =
  /** They left. */
  | "left"
  /** They were taken out. */
  | "removed"
  /** They were taken out and may not come back. */
  | "banned";

/** What a user wants to be notified of. */
export interface Preferences {
  /**
   * Words that draw the user's attention wherever they stand in a message, whatever their case and
   * accents. They count in no room's `mentions`.
   */
  readonly keywords: readonly string[];
  /** When nothing does; absent for never. */
  readonly quietHours?: QuietHours;
}

/** A person or bot, as everyone may see them. */
export interface User {
  /** The user's id. */
  readonly id: string;
  /** The unique name to sign in with and to mention: 3 to 32 of a-z 0-9 . _ -. */
  readonly username: string;
  /** The name that people read: 1 to 64 characters. */
  readonly displayName: string;
  /** The file that shows them, if they chose one. */
  readonly avatar?: string;
  /** True for a bot, absent for a person. */
  readonly bot?: boolean;
}

/** The newest message of a room. */
export interface LastMessage {
  /** Its place in the room. */
  readonly seq: number;
  /** Who wrote it. */
  readonly by: string;
  /** Its first 200 characters; empty when it was deleted, and it may be beside files. */
  readonly text: string;
  /** When it was written. */
  readonly at: string;
  /** What its first file is called, if it has no text of its own. */
  readonly file?: string;
}

/** A room in one line, as one user sees it. */
export interface RoomSummary {
  /** The room's id. */
  readonly id: string;
  /** Who may find and enter it. */
  readonly kind: RoomKind;
  /** What it is called; empty in a direct room, which is called after its users. */
  readonly name: string;
  /** Its unique short name in addresses, if it has one. */
  readonly alias?: string;
  /** What it is about, if that was said. */
  readonly topic?: string;
  /** What the user may do in it; absent when the user is not a member. */
  readonly role?: Role;
  /** How many members it has. */
  readonly members: number;
  /** The seq of its newest event; 0 when nothing has happened yet. */
  readonly head: number;
  /** How many messages it has: the `number` of its newest one. */
  readonly messages: number;
  /** The seq up to which the user has read; 0 for nothing. */
  readonly read: number;
  /** How many messages came after that. */
  readonly unread: number;
  /** How many of those mention the user. */
  readonly mentions: number;
  /** Which messages should draw the user's attention. */
  readonly notify: NotifyLevel;
  /**
   * Until when the user may not write, as it was said last; a time that has passed when they may
   * again; absent when they always might.
   */
  readonly mutedUntil?: string;
  /** How long a member waits between two messages; absent when not at all. */
  readonly slowModeSeconds?: number;
  /** How long messages last that are posted now; absent when for ever. */
  readonly expireSeconds?: number;
  /** True when nobody does anything more in it. */
  readonly archived?: boolean;
  /** Everyone in a direct room, the user included; absent elsewhere. */
  readonly users?: readonly User[];
  /** The newest message, if there is one and the user is a member. */
  readonly last?: LastMessage;
}

/** Why it was not sent. */
export interface Failure {
  /** The error that sending it was answered with. */
  readonly code: ErrorCode;
  /** The same in words. */
  readonly message: string;
}

/** A message that is to be sent later. Nobody but its writer sees it. */
export interface Scheduled {
  /** Its number. */
  readonly id: number;
  /** Where it is to be said. */
  readonly room: string;
  /** The client's name for it. */
  readonly key: string;
  /** Markdown source. */
  readonly text: string;
  /** The seq of the message that it answers. */
  readonly replyTo?: number;
  /** The seq of the message whose thread it belongs to. */
  readonly thread?: number;
  /** True if it is to show in the room as well. */
  readonly alsoInRoom?: boolean;
  /** Ids of the files that it is to come with. */
  readonly attachments?: readonly string[];
  /** When. */
  readonly sendAt: string;
  /** Why it was not sent then; absent while it waits. */
  readonly failure?: Failure;
}

/** How a room goes on for a client that came back. */
export type ResumeVerdict =
  /** Every durable event after the client's seq follows, in order, before any newer one. */
  | "delta"
  /** Too far behind, or the store has begun a new life: load the history again. */
  | "reset"
  /** The user is not a member, or no longer. */
  | "gone";

/** The answer to hello: who one is, and how each room goes on. */
export interface Welcome {
  /** The signed-in user. */
  readonly user: User;
  /** The session of this connection. */
  readonly session: string;
  /** The server's clock, for showing times. */
  readonly serverTime: string;
  /** How often the server pings, in milliseconds; a connection silent for two is closed. */
  readonly heartbeatMs: number;
  /** The life of the store that all seqs belong to. */
  readonly epoch: string;
  /** The user's rooms, those with the newest messages first; at most 200. */
  readonly rooms: readonly RoomSummary[];
  /** Whether there are more: see room.list. */
  readonly moreRooms: boolean;
  /** For each room, by id, that the client named, how it goes on. */
  readonly resume: Readonly<Record<string, ResumeVerdict>>;
}

/** The command was carried out; there is nothing more to say. */
export type Done = Readonly<Record<string, never>>;

/** Who one is now, and the tokens that prove it. */
export interface SignedIn {
  /** The signed-in user. */
  readonly user: User;
  /** Proves the session to every door; opaque. */
  readonly accessToken: string;
  /** When the access token ends. */
  readonly accessExpiresAt: string;
  /** Trades for new tokens, once; opaque. Absent where it went into a cookie. */
  readonly refreshToken?: string;
  /** The session that was made or refreshed. */
  readonly session: string;
}

/** One signed-in device, as its owner sees it. */
export interface SessionInfo {
  /** The session's id. */
  readonly id: string;
  /** What the client said of itself at sign-in, at most 120 characters. */
  readonly device: string;
  /** The network address that it was last seen from. */
  readonly address: string;
  /** When it signed in. */
  readonly createdAt: string;
  /** When it last signed in or refreshed. */
  readonly lastSeen: string;
  /** True for the session that asks. */
  readonly current: boolean;
}

/** Where the caller is signed in. */
export interface Sessions {
  /** The newest first; at most 100. */
  readonly sessions: readonly SessionInfo[];
}

/** One user. */
export interface UserReply {
  /** The user. */
  readonly user: User;
}

/** Users that were found. */
export interface Users {
  /** By username. */
  readonly users: readonly User[];
  /** Whether there are more. */
  readonly more: boolean;
}

/** A bot and its new key. */
export interface BotKey {
  /** The bot. */
  readonly user: User;
  /**
   * What it sends wherever an access token is asked for; it does not expire and is not shown
   * again.
   */
  readonly apiKey: string;
}

/** All bots of a user. */
export interface Bots {
  /** The oldest first. */
  readonly bots: readonly User[];
}

/** One room. */
export interface RoomReply {
  /** The room, as the caller sees it. */
  readonly room: RoomSummary;
  /** True when the key was used before and nothing was done. */
  readonly duplicate?: boolean;
}

/** A page of rooms. */
export interface Rooms {
  /** The page. */
  readonly rooms: readonly RoomSummary[];
  /** Whether there are more after it. */
  readonly more: boolean;
}

/** Someone in a room. */
export interface Member {
  /** Who it is. */
  readonly user: User;
  /** What they may do there. */
  readonly role: Role;
  /** Since when. */
  readonly joinedAt: string;
  /** Until when they may not write, if that is still to come. */
  readonly mutedUntil?: string;
}

/** A page of a room's members. */
export interface Members {
  /** The page, by user id. */
  readonly members: readonly Member[];
  /** Whether there are more after it. */
  readonly more: boolean;
}

/** Someone who may not come back into a room. */
export interface Ban {
  /** Who it is. */
  readonly user: User;
  /** Who banned them. */
  readonly by: string;
  /** Since when. */
  readonly at: string;
}

/** A page of those who may not come back into a room. */
export interface Bans {
  /** The page, by user id. */
  readonly bans: readonly Ban[];
  /** Whether there are more after it. */
  readonly more: boolean;
}

/** A code that lets people into a room. */
export interface Invite {
  /** What to hand on: `/invites/{code}`. */
  readonly code: string;
  /** Who made it. */
  readonly by: string;
  /** How many people it still lets in; absent for any number. */
  readonly uses?: number;
  /** Until when. */
  readonly expiresAt: string;
}

/** A code that lets people into a room. */
export interface InviteReply {
  /** The code and how far it reaches. */
  readonly invite: Invite;
}

/** The codes that let people into a room. */
export interface Invites {
  /** Newest first. */
  readonly invites: readonly Invite[];
}

/** What somebody wants the owners and moderators of a room to look at. */
export interface Report {
  /** Its number; later reports have larger ones. */
  readonly id: number;
  /** The seq of the message that it is about. */
  readonly target: number;
  /** Who reported it. */
  readonly by: string;
  /** Why, in their words. */
  readonly reason: string;
  /** When they last said so. */
  readonly at: string;
}

/** A page of the open reports of a room. */
export interface Reports {
  /** The page, the oldest first. */
  readonly reports: readonly Report[];
  /** Whether there are more after it. */
  readonly more: boolean;
}

/** An address for messages from elsewhere. */
export interface Hook {
  /** The bot that says them in the room. */
  readonly id: string;
  /** Where they are said. */
  readonly room: string;
  /** What they are signed with. */
  readonly name: string;
  /** Who made it. */
  readonly by: string;
  /** When. */
  readonly at: string;
}

/** A new address for messages from elsewhere. */
export interface HookUrl {
  /** What it is for. */
  readonly hook: Hook;
  /**
   * Where to POST: the path of a URL of this server. Whoever knows it may write; it is not shown
   * again.
   */
  readonly path: string;
}

/** The addresses of a room for messages from elsewhere. */
export interface Hooks {
  /** The oldest first. */
  readonly hooks: readonly Hook[];
}

/** A URL that is told what happens in a room: an outgoing webhook. */
export interface Outgoing {
  /** Its number. */
  readonly id: number;
  /** Which room. */
  readonly room: string;
  /** Where to. */
  readonly url: string;
  /** The types of event that it is told of. */
  readonly events: readonly string[];
  /** If there are any, it is told only of messages that begin with one of them. */
  readonly keywords: readonly string[];
  /** True if it is told of what bots do as well. */
  readonly bots?: boolean;
  /** Who made it. */
  readonly by: string;
  /** When. */
  readonly at: string;
  /** How far it has been told, as far as is kept: a seq of the room. */
  readonly seq: number;
  /** Why it is told nothing more; absent while it is. */
  readonly disabled?: string;
}

/** A new outgoing webhook. */
export interface OutgoingSecret {
  /** What is told to whom. */
  readonly outgoing: Outgoing;
  /** What requests are signed with (Standard Webhooks); it is not shown again. */
  readonly secret: string;
}

/** The outgoing webhooks of a room. */
export interface OutgoingList {
  /** The oldest first. */
  readonly outgoing: readonly Outgoing[];
}

/** Something that a server elsewhere does for the people of a room: `/name`. */
export interface SlashCommand {
  /** Which room. */
  readonly room: string;
  /** What comes after the slash. */
  readonly name: string;
  /** What it does, in a line. */
  readonly description: string;
  /** Who is asked to do it; only for those who may change it. */
  readonly url?: string;
  /** Who says what it comes to: a bot in the room. */
  readonly bot: string;
  /** Who made it. */
  readonly by: string;
  /** When. */
  readonly at: string;
}

/** A new slash command. */
export interface SlashSecret {
  /** What it is. */
  readonly command: SlashCommand;
  /** What requests are signed with (Standard Webhooks); it is not shown again. */
  readonly secret: string;
}

/** The slash commands of a room. */
export interface SlashCommands {
  /** In the order of their names. */
  readonly commands: readonly SlashCommand[];
}

/** What a slash command came to. */
export interface SlashAnswer {
  /** What it says to the caller alone, as markdown; absent if nothing. */
  readonly text?: string;
  /** Where in the room it was said to everyone; absent if it was not. */
  readonly seq?: number;
}

/** The message is on disk. */
export interface MessageSent {
  /** Its place in the room's log. */
  readonly seq: number;
  /** Its number among the room's messages. */
  readonly number: number;
  /** When the server took it. */
  readonly at: string;
  /** True when the key was used before: this is the first result. */
  readonly duplicate?: boolean;
}

/** Something waits to be sent. */
export interface ScheduledReply {
  /** What, and when. */
  readonly scheduled: Scheduled;
  /** True when it waited already under this key. */
  readonly duplicate?: boolean;
}

/** What waits to be sent. */
export interface ScheduledList {
  /** All of it, at most 100, by time. */
  readonly scheduled: readonly Scheduled[];
}

/** The change is on disk. */
export interface Changed {
  /** Its place in the room's log; absent when things stood so already. */
  readonly seq?: number;
  /** When the server took it; absent when things stood so already. */
  readonly at?: string;
  /** True when the key was used before: this is the first result. */
  readonly duplicate?: boolean;
}

/** What a thread has come to. */
export interface Replies {
  /** How many replies it has. */
  readonly count: number;
  /** The seq of the newest one. */
  readonly last: number;
  /** Who wrote them, those of the newest replies first, at most 5. */
  readonly users: readonly string[];
}

/** An emoji on a message. */
export interface Reaction {
  /** Which. */
  readonly emoji: string;
  /** How many people reacted so. */
  readonly count: number;
  /** Whether the reader is one of them. */
  readonly mine: boolean;
}

/** One thing that a poll lets people choose. */
export interface PollOption {
  /** What it is. */
  readonly text: string;
  /** How many people have chosen it. */
  readonly votes: number;
  /** Whether the reader is one of them. */
  readonly mine: boolean;
}

/** A poll as it stands. Votes are not anonymous: the room's log says who voted for what. */
export interface Poll {
  /** What people choose from, in the order of the ballot; a vote names their indexes. */
  readonly options: readonly PollOption[];
  /** Whether one may choose several. */
  readonly multiple: boolean;
  /** True when nobody votes any more. */
  readonly closed?: boolean;
  /** How many people have voted. */
  readonly voters: number;
}

/** A message as it stands now. Its name is its room and its seq; there is no other id. */
export interface Message {
  /** Where it was said. */
  readonly room: string;
  /** Its place in the room's log. */
  readonly seq: number;
  /** Counts the room's messages only: 1, 2, 3, … */
  readonly number: number;
  /** When the server took it. */
  readonly at: string;
  /** Who wrote it. */
  readonly by: string;
  /** Markdown source, at most 8000 characters, as sent; empty when it was deleted. */
  readonly text: string;
  /** The writer's own name for it. */
  readonly key: string;
  /** When its text was last changed. */
  readonly editedAt?: string;
  /** True when it was taken back, or its time was over. */
  readonly deleted?: boolean;
  /** The seq of the message that it answers. */
  readonly replyTo?: number;
  /** The seq of the message whose thread it belongs to. */
  readonly thread?: number;
  /** True for a message of a thread that is shown in the room as well. */
  readonly alsoInRoom?: boolean;
  /** What the thread that began with it has come to. */
  readonly replies?: Replies;
  /** Its emoji, those that came first before the others. */
  readonly reactions?: readonly Reaction[];
  /** Whom it mentions: ids of users, and `@room` or `@here` for everyone. */
  readonly mentions?: readonly string[];
  /** True when it is pinned. */
  readonly pinned?: boolean;
  /** The files that came with it; absent when it was deleted. */
  readonly attachments?: readonly FileInfo[];
  /** Where it was said first, if it was forwarded. */
  readonly forwarded?: Forwarded;
  /** What it asks people to choose from, and their votes; absent when it was deleted. */
  readonly poll?: Poll;
  /** When its time is over and the server deletes it; absent when it stays, or was deleted. */
  readonly expiresAt?: string;
  /** True when it was deleted because its time was over. */
  readonly expired?: boolean;
}

/** A page of messages, oldest first. */
export interface Messages {
  /** The page. */
  readonly messages: readonly Message[];
  /** Whether there are more in the direction that was asked for. */
  readonly more: boolean;
  /**
   * The seq of the room's newest event when the page was read: a later one that is about these
   * messages is not in them yet, an earlier one is.
   */
  readonly head: number;
}

/** A stretch of a room's log. */
export interface Events {
  /** In order, without a gap. */
  readonly events: readonly DurableEvent[];
  /** Whether there are more after it. */
  readonly more: boolean;
}

/** A stretch of a text. */
export interface Highlight {
  /** Where it begins, in UTF-16 units. */
  readonly start: number;
  /** Just behind it. */
  readonly end: number;
}

/** A message that a search found. */
export interface Hit {
  /** The message as it stands. */
  readonly message: Message;
  /** Where the words that were found stand in its text, in order and apart. */
  readonly highlights: readonly Highlight[];
}

/** A page of what a search found, newest first. */
export interface Hits {
  /** The page. */
  readonly hits: readonly Hit[];
  /** Whether there are older ones. */
  readonly more: boolean;
  /** What `after` must be for the page after this one; absent when there is none. */
  readonly next?: string;
}

/** How far one has read. */
export interface ReadPosition {
  /** The newest seq that was read. */
  readonly read: number;
  /** How many messages came after it. */
  readonly unread: number;
  /** How many of those mention the caller. */
  readonly mentions: number;
  /** The `number` of the newest message that was read; 0 for none. */
  readonly number: number;
}

/** How far a member has come. */
export interface Receipt {
  /** Who. */
  readonly user: string;
  /** The newest seq that they have read. */
  readonly read: number;
  /** The newest seq that has reached one of their devices. */
  readonly delivered: number;
}

/** How far some members have come. */
export interface Receipts {
  /** The page, by user id. */
  readonly receipts: readonly Receipt[];
  /** Whether there are more after it. */
  readonly more: boolean;
}

/** What someone has begun to write and not sent. Nobody else sees it. */
export interface Draft {
  /** Where they write it. */
  readonly room: string;
  /** The seq of the message whose thread they write it in; absent in the room itself. */
  readonly thread?: number;
  /** Markdown source, so far. */
  readonly text: string;
  /** The seq of the message that it answers. */
  readonly replyTo?: number;
  /** When it was last changed. */
  readonly at: string;
}

/** A page of drafts. */
export interface Drafts {
  /** The page. */
  readonly drafts: readonly Draft[];
  /** Whether there are more after it. */
  readonly more: boolean;
}

/** How a user is. */
export interface Presence {
  /** Who. */
  readonly user: string;
  /** What others see: `online`, `away`, `dnd` or `offline`; of oneself, what one chose. */
  readonly state: PresenceState;
  /** A few words of their own. */
  readonly text?: string;
  /** One emoji beside them. */
  readonly emoji?: string;
  /** When they were last there; absent while they are, and for those who hide. */
  readonly lastSeen?: string;
}

/** How some users are. */
export interface Presences {
  /** One for each user that there is. */
  readonly presences: readonly Presence[];
}

/** What the caller wants to be notified of. */
export interface PreferencesReply {
  /** All of it. */
  readonly preferences: Preferences;
}

/** The key with which a browser subscribes. */
export interface PushKey {
  /**
   * The `applicationServerKey` of `pushManager.subscribe`: this server's public VAPID key (RFC
   * 8292, section 3.2), a point of P-256 in 65 bytes, in base64url.
   */
  readonly key: string;
}

/** A browser is pushed to. */
export interface PushSubscribed {
  /** What to name in `push.unsubscribe`; 1 to 40 URL-safe characters. */
  readonly subscription: string;
}

/** The file that was uploaded. */
export interface FileReply {
  /** What the server found it to be. */
  readonly file: FileInfo;
}

/** Every command by its name: what it takes, and what its `ok` carries. */
export interface Commands {
  /** The first command on a live connection: who this is and how far it has come. */
  readonly "hello": {
    readonly data: {
      /** An access token. */
      readonly token: string;
      /** For each room, by id, that the client holds, the seq it has come to. */
      readonly resume?: Readonly<Record<string, number>>;
      /** The life of the store that those seqs belong to; leaving it out claims nothing. */
      readonly epoch?: string;
      /** What the client is, for example `web/1.0`; at most 120 characters. */
      readonly client?: string;
    };
    readonly ok: Welcome;
  };
  /** Answered at once: for clients that cannot see the WebSocket's own pings. */
  readonly "ping": {
    readonly data: Readonly<Record<string, never>>;
    readonly ok: Done;
  };
  /** Makes an account and signs it in. The first account of a server is its admin. */
  readonly "account.register": {
    readonly data: {
      /** The unique name: 3 to 32 of a-z 0-9 . _ -. */
      readonly username: string;
      /** 8 to 128 characters. */
      readonly password: string;
      /** The name that people read, 1 to 64 characters; the username when left out. */
      readonly displayName?: string;
      /** What the client is, for the list of sessions; at most 120 characters. */
      readonly device?: string;
    };
    readonly ok: SignedIn;
  };
  /** Signs in. */
  readonly "session.create": {
    readonly data: {
      /** The account's name. */
      readonly username: string;
      /** Its password. */
      readonly password: string;
      /** What the client is, for the list of sessions; at most 120 characters. */
      readonly device?: string;
    };
    readonly ok: SignedIn;
  };
  /** Trades a refresh token for new tokens. It works once: using it again ends the session. */
  readonly "session.refresh": {
    readonly data: {
      /** The newest refresh token of the session. */
      readonly refreshToken: string;
    };
    readonly ok: SignedIn;
  };
  /** Lists where the caller is signed in. */
  readonly "session.list": {
    readonly data: Readonly<Record<string, never>>;
    readonly ok: Sessions;
  };
  /** Ends a session of the caller's: its tokens are void and its connections close at once. */
  readonly "session.revoke": {
    readonly data: {
      /** The session, or `current` for the one that asks. */
      readonly session: string;
    };
    readonly ok: Done;
  };
  /** The caller's own account. */
  readonly "me.get": {
    readonly data: Readonly<Record<string, never>>;
    readonly ok: UserReply;
  };
  /** Changes how the caller is shown. */
  readonly "me.update": {
    readonly data: {
      /** The new name that people read, 1 to 64 characters; unchanged when left out. */
      readonly displayName?: string;
    };
    readonly ok: UserReply;
  };
  /** One user. */
  readonly "user.get": {
    readonly data: {
      /** Who. */
      readonly user: string;
    };
    readonly ok: UserReply;
  };
  /** Finds users whose username or display name begins with the query. */
  readonly "user.search": {
    readonly data: {
      /** What the name begins with, at most 64 characters; everyone when left out. */
      readonly query?: string;
      /** At most so many: 1 to 200, 50 when left out. */
      readonly limit?: number;
    };
    readonly ok: Users;
  };
  /**
   * Makes a bot: an account that a program signs in to, by a key that is shown this once. It
   * belongs to the user who made it; a bot makes none.
   */
  readonly "bot.create": {
    readonly data: {
      /** The unique name: 3 to 32 of a-z 0-9 . _ -. */
      readonly username: string;
      /** The name that people read, 1 to 64 characters; the username when left out. */
      readonly displayName?: string;
    };
    readonly ok: BotKey;
  };
  /** One's own bots, the oldest first; at most 20. */
  readonly "bot.list": {
    readonly data: Readonly<Record<string, never>>;
    readonly ok: Bots;
  };
  /**
   * Gives a bot of one's own another key. The old one is good for nothing from then on, and what
   * was connected with it is not.
   */
  readonly "bot.rekey": {
    readonly data: {
      /** Which bot. */
      readonly bot: string;
    };
    readonly ok: BotKey;
  };
  /**
   * Takes a bot of one's own out of service: its key is good for nothing from then on. Its account
   * stays, as the writer of what it wrote.
   */
  readonly "bot.delete": {
    readonly data: {
      /** Which bot. */
      readonly bot: string;
    };
    readonly ok: Done;
  };
  /** Makes a room; the caller becomes its owner. */
  readonly "room.create": {
    readonly data: {
      /** `public` or `private`. */
      readonly kind: RoomKind;
      /** 1 to 80 characters. */
      readonly name: string;
      /** A unique short name for addresses: 2 to 40 of a-z 0-9 -. */
      readonly alias?: string;
      /** What it is about, at most 250 characters. */
      readonly topic?: string;
      /** The client's name for this command. */
      readonly key?: string;
    };
    readonly ok: RoomReply;
  };
  /** The caller's rooms. */
  readonly "room.list": {
    readonly data: {
      /** The last room of the page before. */
      readonly after?: string;
      /** At most so many: 1 to 200, 50 when left out. */
      readonly limit?: number;
    };
    readonly ok: Rooms;
  };
  /** Public rooms, whether the caller is in them or not, by name. */
  readonly "room.browse": {
    readonly data: {
      /** What the name contains, at most 64 characters; all when left out. */
      readonly query?: string;
      /** The last room of the page before. */
      readonly after?: string;
      /** At most so many: 1 to 200, 50 when left out. */
      readonly limit?: number;
    };
    readonly ok: Rooms;
  };
  /** One room: the caller's, or a public one. */
  readonly "room.get": {
    readonly data: {
      /** Which room. */
      readonly room: string;
    };
    readonly ok: RoomReply;
  };
  /** Changes what a room is called and about. What is left out stays. */
  readonly "room.update": {
    readonly data: {
      /** Which room. */
      readonly room: string;
      /** 1 to 80 characters. */
      readonly name?: string;
      /** A unique short name: 2 to 40 of a-z 0-9 -; empty for none. */
      readonly alias?: string;
      /** At most 250 characters; empty for none. */
      readonly topic?: string;
      /** How long a member waits between two messages, 0 to 3600; 0 for not at all. */
      readonly slowModeSeconds?: number;
      /** How long messages last that are posted from now on, 5 to 31536000 (a year); 0 for ever. */
      readonly expireSeconds?: number;
      /** The client's name for this command. */
      readonly key?: string;
    };
    readonly ok: RoomReply;
  };
  /** Closes a room for good: it stays to be read, and nothing more happens in it. */
  readonly "room.archive": {
    readonly data: {
      /** Which room. */
      readonly room: string;
      /** The client's name for this command. */
      readonly key?: string;
    };
    readonly ok: RoomReply;
  };
  /** Enters a public room. Joining a room that one is in changes nothing. */
  readonly "room.join": {
    readonly data: {
      /** Which room. */
      readonly room: string;
    };
    readonly ok: RoomReply;
  };
  /** Leaves a room. Nothing said in it afterwards reaches the caller. */
  readonly "room.leave": {
    readonly data: {
      /** Which room. */
      readonly room: string;
    };
    readonly ok: Done;
  };
  /** Who is in a room. */
  readonly "room.members": {
    readonly data: {
      /** Which room. */
      readonly room: string;
      /** The last user of the page before. */
      readonly after?: string;
      /** At most so many: 1 to 200, 50 when left out. */
      readonly limit?: number;
    };
    readonly ok: Members;
  };
  /** Brings someone into a room. Bringing in a member changes nothing. */
  readonly "member.add": {
    readonly data: {
      /** Which room. */
      readonly room: string;
      /** Who. */
      readonly user: string;
    };
    readonly ok: Done;
  };
  /** Takes someone out of a room. Nothing said in it afterwards reaches them. */
  readonly "member.remove": {
    readonly data: {
      /** Which room. */
      readonly room: string;
      /** Who. */
      readonly user: string;
      /** True to keep them from coming back. */
      readonly ban?: boolean;
    };
    readonly ok: Done;
  };
  /**
   * Gives a member another role, silences them for a while, or lifts a ban. What is left out
   * stays.
   */
  readonly "member.change": {
    readonly data: {
      /** Which room. */
      readonly room: string;
      /** Whom it is about. */
      readonly user: string;
      /** What they may do from now on. */
      readonly role?: Role;
      /**
       * Until when they may not write, at most ten years from now; a time that has passed lets
       * them write again.
       */
      readonly mutedUntil?: string;
      /** Alone: false lets someone who was banned come back; true takes them out for good. */
      readonly banned?: boolean;
    };
    readonly ok: Done;
  };
  /** Who may not come back into a room. For its owners and moderators. */
  readonly "ban.list": {
    readonly data: {
      /** Which room. */
      readonly room: string;
      /** The last user of the page before. */
      readonly after?: string;
      /** At most so many: 1 to 200, 50 when left out. */
      readonly limit?: number;
    };
    readonly ok: Bans;
  };
  /** Makes a code that lets people into a room. */
  readonly "invite.create": {
    readonly data: {
      /** Which room. */
      readonly room: string;
      /** How many people it lets in, 1 to 1000; without bound when left out. */
      readonly uses?: number;
      /** Until when, at most a year from now; for seven days when left out. */
      readonly expiresAt?: string;
    };
    readonly ok: InviteReply;
  };
  /** The codes that let people into a room now, newest first. */
  readonly "invite.list": {
    readonly data: {
      /** Which room. */
      readonly room: string;
    };
    readonly ok: Invites;
  };
  /** Takes a code back: it lets nobody in any more. */
  readonly "invite.revoke": {
    readonly data: {
      /** Which room. */
      readonly room: string;
      /** The code. */
      readonly code: string;
    };
    readonly ok: Done;
  };
  /** Enters the room that a code is for. */
  readonly "invite.accept": {
    readonly data: {
      /** The code. */
      readonly code: string;
    };
    readonly ok: RoomReply;
  };
  /** The private conversation of the caller with these people: the same room each time. */
  readonly "direct.open": {
    readonly data: {
      /** 1 to 8 others. */
      readonly users: readonly string[];
    };
    readonly ok: RoomReply;
  };
  /**
   * The room of the caller alone, to keep messages in: a direct room whose only user they are, the
   * same one each time. What is forwarded to it is saved.
   */
  readonly "saved.open": {
    readonly data: Readonly<Record<string, never>>;
    readonly ok: RoomReply;
  };
  /**
   * Tells the owners and moderators of a room of a message that they should look at. Reporting it
   * again gives another reason.
   */
  readonly "message.report": {
    readonly data: {
      /** Where it is. */
      readonly room: string;
      /** The seq of the message. */
      readonly target: number;
      /** Why, 1 to 500 characters. */
      readonly reason: string;
    };
    readonly ok: Done;
  };
  /** The open reports of a room, the oldest first. For its owners and moderators. */
  readonly "report.list": {
    readonly data: {
      /** Which room. */
      readonly room: string;
      /** The id of the last report of the page before. */
      readonly after?: number;
      /** At most so many: 1 to 200, 50 when left out. */
      readonly limit?: number;
    };
    readonly ok: Reports;
  };
  /** Closes a report: it was seen to. For the room's owners and moderators. */
  readonly "report.resolve": {
    readonly data: {
      /** Which room. */
      readonly room: string;
      /** The id of the report. */
      readonly report: number;
    };
    readonly ok: Done;
  };
  /**
   * Makes an address for messages from elsewhere: what is posted there is said in the room. For
   * its owners and moderators.
   */
  readonly "hook.create": {
    readonly data: {
      /** Which room. */
      readonly room: string;
      /** What the messages are signed with, 1 to 64 characters. */
      readonly name: string;
    };
    readonly ok: HookUrl;
  };
  /**
   * The addresses for messages from elsewhere, the oldest first. For the room's owners and
   * moderators.
   */
  readonly "hook.list": {
    readonly data: {
      /** Which room. */
      readonly room: string;
    };
    readonly ok: Hooks;
  };
  /** Takes an address for messages from elsewhere away. For the room's owners and moderators. */
  readonly "hook.delete": {
    readonly data: {
      /** Which room. */
      readonly room: string;
      /** The id of the hook. */
      readonly hook: string;
    };
    readonly ok: Done;
  };
  /**
   * Has the server tell a URL what happens in a room from now on. For the room's owners and
   * moderators.
   */
  readonly "outgoing.create": {
    readonly data: {
      /** Which room. */
      readonly room: string;
      /** Where to POST: http or https, at a public address; 1 to 2000 characters. */
      readonly url: string;
      /** Of which types, at most 14; `message.posted` when left out or empty. */
      readonly events?: readonly string[];
      /**
       * At most 20, of 1 to 64 characters: of messages, only those that begin with one of them;
       * all when left out or empty.
       */
      readonly keywords?: readonly string[];
      /** True to be told of what bots do as well. */
      readonly bots?: boolean;
    };
    readonly ok: OutgoingSecret;
  };
  /**
   * The URLs that are told what happens in a room, the oldest first. For its owners and
   * moderators.
   */
  readonly "outgoing.list": {
    readonly data: {
      /** Which room. */
      readonly room: string;
    };
    readonly ok: OutgoingList;
  };
  /** Has a URL told nothing more. For the room's owners and moderators. */
  readonly "outgoing.delete": {
    readonly data: {
      /** Which room. */
      readonly room: string;
      /** The id of the outgoing webhook. */
      readonly outgoing: number;
    };
    readonly ok: Done;
  };
  /**
   * Has a server elsewhere do something for the people of a room when they write `/name`. It is
   * sent what Slack sends, as a form, and answers as it would answer Slack. For the room's owners
   * and moderators.
   */
  readonly "slash.create": {
    readonly data: {
      /** Which room. */
      readonly room: string;
      /** What comes after the slash: 1 to 32 of a-z, 0-9 and '-'. */
      readonly name: string;
      /** Where to POST: http or https, at a public address; 1 to 2000 characters. */
      readonly url: string;
      /** What it does: up to 200 characters on one line. */
      readonly description?: string;
    };
    readonly ok: SlashSecret;
  };
  /** The slash commands of a room, in the order of their names. For its members. */
  readonly "slash.list": {
    readonly data: {
      /** Which room. */
      readonly room: string;
    };
    readonly ok: SlashCommands;
  };
  /**
   * Takes a slash command away, and its bot out of the room. For the room's owners and moderators.
   */
  readonly "slash.delete": {
    readonly data: {
      /** Which room. */
      readonly room: string;
      /** Its name. */
      readonly name: string;
    };
    readonly ok: Done;
  };
  /**
   * Has a slash command carried out. For those who may write in the room. What it says to everyone
   * stands in the room once, however often the same key comes; the server that does it is told the
   * key, too. One has four carried out at a time.
   */
  readonly "slash.run": {
    readonly data: {
      /** Which room. */
      readonly room: string;
      /** Its name. */
      readonly name: string;
      /** What was written after the name: up to 8000 characters; empty when left out. */
      readonly text?: string;
      /** The caller's name for this. */
      readonly key: string;
    };
    readonly ok: SlashAnswer;
  };
  /** Says something in a room. */
  readonly "message.send": {
    readonly data: {
      /** Where. */
      readonly room: string;
      /** The client's name for this message; repeating it says nothing twice. */
      readonly key: string;
      /** Markdown source, at most 8000 characters; it may be empty beside attachments. */
      readonly text: string;
      /** The seq of the message that this one answers. */
      readonly replyTo?: number;
      /** The seq of the message whose thread this one belongs to. */
      readonly thread?: number;
      /** True to show a message of a thread in the room as well. */
      readonly alsoInRoom?: boolean;
      /** Ids of files, at most 10: the sender's own, or those that they can see. */
      readonly attachments?: readonly string[];
      /**
       * What people are asked to choose from; the text, which is not empty then, is the question.
       */
      readonly poll?: Ballot;
    };
    readonly ok: MessageSent;
  };
  /**
   * Says in a room what was said in another, with the name of its writer. The caller is in both.
   * What is forwarded is the message as it stands; it mentions nobody, and later changes of the
   * original do not reach it.
   */
  readonly "message.forward": {
    readonly data: {
      /** Where the message is. */
      readonly room: string;
      /** The seq of the message. */
      readonly target: number;
      /** The room to say it in; it may be the same. */
      readonly to: string;
      /** The client's name for the new message; repeating it says nothing twice. */
      readonly key: string;
    };
    readonly ok: MessageSent;
  };
  /**
   * Has the server say something in a room later, as `message.send` would say it then. Whether the
   * caller may is asked now and again at that time. It waits wherever they are signed in; at most
   * 100 wait for one user. A file among the attachments is kept until then.
   */
  readonly "message.schedule": {
    readonly data: {
      /** Where. */
      readonly room: string;
      /**
       * The client's name for the message, now and when it is sent: it is said once, whoever says
       * it. Repeating it schedules nothing twice; once it was sent, the repetition is refused with
       * `conflict`.
       */
      readonly key: string;
      /** Markdown source, at most 8000 characters; it may be empty beside attachments. */
      readonly text: string;
      /** The seq of the message that this one answers. */
      readonly replyTo?: number;
      /** The seq of the message whose thread this one belongs to. */
      readonly thread?: number;
      /** True to show a message of a thread in the room as well. */
      readonly alsoInRoom?: boolean;
      /** Ids of files, at most 10: the sender's own, or those that they can see. */
      readonly attachments?: readonly string[];
      /** When: in the future, at most 366 days ahead. */
      readonly sendAt: string;
    };
    readonly ok: ScheduledReply;
  };
  /**
   * Lists what waits to be sent for the caller in all rooms, the next one first, and what could
   * not be sent, with the reason.
   */
  readonly "scheduled.list": {
    readonly data: Readonly<Record<string, never>>;
    readonly ok: ScheduledList;
  };
  /**
   * Takes back what waits to be sent, or takes what could not be sent off the list. Refused with
   * `not_found` for what is not the caller's, and for what is being sent or was sent.
   */
  readonly "scheduled.cancel": {
    readonly data: {
      /** Its id. */
      readonly scheduled: number;
    };
    readonly ok: Done;
  };
  /** Says something else instead: the writer's own message gets another text. */
  readonly "message.edit": {
    readonly data: {
      /** Which room. */
      readonly room: string;
      /** The seq of the message. */
      readonly target: number;
      /** The new markdown source, 1 to 8000 characters. */
      readonly text: string;
      /** The client's name for this command. */
      readonly key?: string;
    };
    readonly ok: Changed;
  };
  /** Takes a message back: its text is gone everywhere, and a tombstone keeps its place. */
  readonly "message.delete": {
    readonly data: {
      /** Which room. */
      readonly room: string;
      /** The seq of the message. */
      readonly target: number;
      /** The client's name for this command. */
      readonly key?: string;
    };
    readonly ok: Changed;
  };
  /**
   * A page of a thread: its replies, oldest first. With the first page comes the message it began
   * with.
   */
  readonly "message.thread": {
    readonly data: {
      /** Which room. */
      readonly room: string;
      /** The seq of the message that the thread began with. */
      readonly target: number;
      /** Only replies with a larger seq. */
      readonly after?: number;
      /** At most so many: 1 to 200, 50 when left out. */
      readonly limit?: number;
    };
    readonly ok: Messages;
  };
  /** Reacts to a message with an emoji. Each person has each emoji at most once on a message. */
  readonly "reaction.add": {
    readonly data: {
      /** Which room. */
      readonly room: string;
      /** The seq of the message. */
      readonly target: number;
      /** One emoji, as Unicode has it. */
      readonly emoji: string;
      /** The client's name for this command. */
      readonly key?: string;
    };
    readonly ok: Changed;
  };
  /** Takes the caller's own reaction back. */
  readonly "reaction.remove": {
    readonly data: {
      /** Which room. */
      readonly room: string;
      /** The seq of the message. */
      readonly target: number;
      /** One emoji, as Unicode has it. */
      readonly emoji: string;
      /** The client's name for this command. */
      readonly key?: string;
    };
    readonly ok: Changed;
  };
  /**
   * Votes in a poll, in place of what the caller voted before. Votes are not anonymous: everyone
   * in the room can learn who voted for what.
   */
  readonly "poll.vote": {
    readonly data: {
      /** Which room. */
      readonly room: string;
      /** The seq of the message that has the poll. */
      readonly target: number;
      /**
       * Indexes of its options, from 0; several only where the poll allows it; none takes the
       * caller's vote back.
       */
      readonly options: readonly number[];
      /** The client's name for this command. */
      readonly key?: string;
    };
    readonly ok: Changed;
  };
  /**
   * Ends a poll: it keeps its votes, and nobody votes any more. Its writer may, and those who keep
   * the room in order.
   */
  readonly "poll.close": {
    readonly data: {
      /** Which room. */
      readonly room: string;
      /** The seq of the message that has the poll. */
      readonly target: number;
      /** The client's name for this command. */
      readonly key?: string;
    };
    readonly ok: Changed;
  };
  /** Pins a message to its room, for everyone to find. */
  readonly "pin.add": {
    readonly data: {
      /** Which room. */
      readonly room: string;
      /** The seq of the message. */
      readonly target: number;
      /** The client's name for this command. */
      readonly key?: string;
    };
    readonly ok: Changed;
  };
  /** Takes a pin away; the message stays. */
  readonly "pin.remove": {
    readonly data: {
      /** Which room. */
      readonly room: string;
      /** The seq of the message. */
      readonly target: number;
      /** The client's name for this command. */
      readonly key?: string;
    };
    readonly ok: Changed;
  };
  /** The messages that are pinned in a room, at most 100, oldest first. */
  readonly "pin.list": {
    readonly data: {
      /** Which room. */
      readonly room: string;
    };
    readonly ok: Messages;
  };
  /**
   * A page of a room's messages, oldest first: the newest ones, or those on one side of a seq, or
   * around it.
   */
  readonly "message.history": {
    readonly data: {
      /** Which room. */
      readonly room: string;
      /** Only messages with a smaller seq, the nearest ones. */
      readonly before?: number;
      /** Only messages with a larger seq, the nearest ones. */
      readonly after?: number;
      /** The messages nearest to this seq, on both sides. */
      readonly around?: number;
      /** At most so many: 1 to 200, 50 when left out. */
      readonly limit?: number;
    };
    readonly ok: Messages;
  };
  /** The log of a room itself: its durable events after a seq, in order. */
  readonly "room.events": {
    readonly data: {
      /** Which room. */
      readonly room: string;
      /** Only events with a larger seq; from the first when left out. */
      readonly after?: number;
      /** At most so many: 1 to 200, 50 when left out. */
      readonly limit?: number;
    };
    readonly ok: Events;
  };
  /**
   * Looks for words in the messages of the rooms that the caller is in, and in the names of their
   * files, newest first.
   */
  readonly "message.search": {
    readonly data: {
      /**
       * What to look for: all of its words, each of three letters or more also as the beginning of
       * a longer one.
       */
      readonly query: string;
      /** Only in this room. */
      readonly room?: string;
      /** Only what this user wrote. */
      readonly by?: string;
      /** Only messages from then on. */
      readonly since?: string;
      /** Only messages before then. */
      readonly until?: string;
      /** True for only messages that came with files. */
      readonly hasFile?: boolean;
      /** At most so many: 1 to 200, 50 when left out. */
      readonly limit?: number;
      /** Where the page before ended: the `next` of its answer. */
      readonly after?: string;
    };
    readonly ok: Hits;
  };
  /** Says how far the caller has read. A mark never moves back, nor past the end of the room. */
  readonly "read.mark": {
    readonly data: {
      /** Which room. */
      readonly room: string;
      /** The newest seq that was read. */
      readonly seq: number;
    };
    readonly ok: ReadPosition;
  };
  /**
   * Says how far a room has reached one of the caller's devices. A mark never moves back, nor past
   * the end of the room.
   */
  readonly "delivered.mark": {
    readonly data: {
      /** Which room. */
      readonly room: string;
      /** The newest seq that has arrived. */
      readonly seq: number;
    };
    readonly ok: ReadPosition;
  };
  /** How far the members of a room have read and received, by user id. */
  readonly "receipt.list": {
    readonly data: {
      /** Which room. */
      readonly room: string;
      /** Only those who have received at least this seq. */
      readonly target?: number;
      /** The last user of the page before. */
      readonly after?: string;
      /** At most so many: 1 to 200, 50 when left out. */
      readonly limit?: number;
    };
    readonly ok: Receipts;
  };
  /**
   * Keeps what the caller has begun to write, for their other devices. There is one draft in a
   * room and one in each of its threads; it goes when its writer leaves the room.
   */
  readonly "draft.set": {
    readonly data: {
      /** Where they write it. */
      readonly room: string;
      /** Markdown source so far, at most 8000 characters; blank takes the draft away. */
      readonly text: string;
      /** The seq of the message whose thread they write it in. */
      readonly thread?: number;
      /** The seq of the message that it answers. */
      readonly replyTo?: number;
    };
    readonly ok: Done;
  };
  /** Lists what the caller has begun to write, by room, then thread. */
  readonly "draft.list": {
    readonly data: {
      /** The room of the last draft of the page before. */
      readonly after?: string;
      /** The thread of that draft; 0 or left out when it had none. */
      readonly afterThread?: number;
      /** At most so many: 1 to 200, 50 when left out. */
      readonly limit?: number;
    };
    readonly ok: Drafts;
  };
  /** Says which messages of a room should draw the caller's attention. */
  readonly "notify.set": {
    readonly data: {
      /** Which room. */
      readonly room: string;
      /** `all`, `mentions` or `none`. */
      readonly level: NotifyLevel;
    };
    readonly ok: Done;
  };
  /** Tells the room that the caller is writing, or has stopped. It lapses after 6 s. */
  readonly "typing": {
    readonly data: {
      /** Which room. */
      readonly room: string;
      /** Whether the caller is writing. */
      readonly active: boolean;
    };
    readonly ok: Done;
  };
  /** Says how the caller wants to be seen, at all of their sessions, until they say otherwise. */
  readonly "presence.set": {
    readonly data: {
      /** `online`, `away`, `dnd` or `invisible`. */
      readonly state: PresenceState;
      /** A few words, at most 100 characters. */
      readonly text?: string;
      /** One emoji beside them. */
      readonly emoji?: string;
      /** When text and emoji end, and the state is `online` again: within the next 366 days. */
      readonly until?: string;
    };
    readonly ok: Done;
  };
  /**
   * Asks to be told how these users are, from now on. It replaces what this session watched
   * before.
   */
  readonly "presence.watch": {
    readonly data: {
      /** At most 500. */
      readonly users: readonly string[];
    };
    readonly ok: Presences;
  };
  /** What the caller wants to be notified of. */
  readonly "preferences.get": {
    readonly data: Readonly<Record<string, never>>;
    readonly ok: PreferencesReply;
  };
  /** Says what the caller wants to be notified of, in place of what they said before. */
  readonly "preferences.set": {
    readonly data: {
      /**
       * At most 20 words or phrases of 1 to 50 characters that draw the caller's attention;
       * repetitions are dropped.
       */
      readonly keywords: readonly string[];
      /** When nothing does; never when left out. */
      readonly quietHours?: QuietHours;
    };
    readonly ok: PreferencesReply;
  };
  /** The key with which a browser subscribes to this server's pushes. */
  readonly "push.key": {
    readonly data: Readonly<Record<string, never>>;
    readonly ok: PushKey;
  };
  /**
   * Has a browser notified of what the caller should see while they are away, until the session
   * ends or the browser's push service says that it has gone. A browser that subscribes again is
   * one still; of one user's more than 20, the oldest goes.
   */
  readonly "push.subscribe": {
    readonly data: {
      /** Where its push service takes messages: an https URL, at most 1000 characters. */
      readonly endpoint: string;
      /** The key that the browser made for them, in base64url (RFC 8291, section 3.1). */
      readonly p256dh: string;
      /** The secret that it made for them, in base64url (RFC 8291, section 3.2). */
      readonly auth: string;
    };
    readonly ok: PushSubscribed;
  };
  /** Has one of the caller's browsers notified no more. */
  readonly "push.unsubscribe": {
    readonly data: {
      /** Which one. */
      readonly subscription: string;
    };
    readonly ok: Done;
  };
}

/** Every durable event by its type: what its `data` carries. */
export interface DurableFacts {
  /** Something was said. */
  readonly "message.posted": {
    /** Markdown source, as sent. */
    readonly text: string;
    /** Counts the room's messages only: 1, 2, 3, … */
    readonly number: number;
    /** The writer's own name for it, so that an optimistic row finds its event. */
    readonly key: string;
    /** The seq of the message that it answers. */
    readonly replyTo?: number;
    /** The seq of the message whose thread it belongs to. */
    readonly thread?: number;
    /** True for a message of a thread that is shown in the room as well. */
    readonly alsoInRoom?: boolean;
    /** Whom it mentioned when it was posted: ids of users, and `@room` or `@here` for everyone. */
    readonly mentions?: readonly string[];
    /** The files that came with it; absent when it was deleted since. */
    readonly attachments?: readonly FileInfo[];
    /** Where it was said first, if it was forwarded. */
    readonly forwarded?: Forwarded;
    /** What people are asked to choose from; absent when it was deleted since. */
    readonly poll?: Ballot;
    /** When the server takes it back; absent when it does not. */
    readonly expiresAt?: string;
  };
  /** A message says something else now. */
  readonly "message.edited": {
    /** The seq of the message. */
    readonly target: number;
    /** Its new markdown source; empty when it was deleted since. */
    readonly text: string;
    /** Whom it mentions now. */
    readonly mentions?: readonly string[];
  };
  /** A message was taken back, or its time was over: its text is gone. */
  readonly "message.deleted": {
    /** The seq of the message. */
    readonly target: number;
    /**
     * True when its time was over; the event is in its writer's name then, and may come after they
     * left or the room was closed.
     */
    readonly expired?: boolean;
  };
  /** Someone reacted to a message. */
  readonly "reaction.added": {
    /** The seq of the message. */
    readonly target: number;
    /** One emoji. */
    readonly emoji: string;
  };
  /** Someone took a reaction back. */
  readonly "reaction.removed": {
    /** The seq of the message. */
    readonly target: number;
    /** One emoji. */
    readonly emoji: string;
  };
  /** Someone voted in a poll, or took their vote back. It is the voter who did this event. */
  readonly "poll.voted": {
    /** The seq of the message that has the poll. */
    readonly target: number;
    /** The indexes of the options that they have chosen; empty when they took their vote back. */
    readonly options: readonly number[];
    /** What they had chosen until then; absent when they had not voted. */
    readonly replaces?: readonly number[];
  };
  /** A poll has ended: nobody votes any more. */
  readonly "poll.closed": {
    /** The seq of the message that has the poll. */
    readonly target: number;
  };
  /** A message is pinned now. */
  readonly "message.pinned": {
    /** The seq of the message. */
    readonly target: number;
  };
  /** A message is no longer pinned. */
  readonly "message.unpinned": {
    /** The seq of the message. */
    readonly target: number;
  };
  /** Someone came in, or was brought in by another. */
  readonly "member.joined": {
    /** Who is a member now. */
    readonly user: string;
    /** What they may do. */
    readonly role: Role;
  };
  /** Someone is no longer a member. No later event of the room reaches them. */
  readonly "member.left": {
    /** Who has gone. */
    readonly user: string;
    /** Why. */
    readonly reason: LeaveReason;
  };
  /** A member may do other things than before. */
  readonly "member.changed": {
    /** Who. */
    readonly user: string;
    /** What they may do now; absent when it did not change. */
    readonly role?: Role;
    /**
     * Until when they may not write; a time that has passed when they may again; absent when it
     * did not change.
     */
    readonly mutedUntil?: string;
  };
  /** The room is called or about something else. What is absent did not change. */
  readonly "room.updated": {
    /** The new name. */
    readonly name?: string;
    /** The new alias; empty when it was taken away. */
    readonly alias?: string;
    /** The new topic; empty when it was taken away. */
    readonly topic?: string;
    /** How long a member waits between two messages from now on. */
    readonly slowModeSeconds?: number;
    /** How long messages last that are posted from now on; 0 for ever. */
    readonly expireSeconds?: number;
  };
  /** The room is closed: nobody does anything more in it. Its messages still expire. */
  readonly "room.archived": Readonly<Record<string, never>>;
}

/** One entry of a room's log. */
export type DurableEvent = {
  [T in keyof DurableFacts]: {
    readonly type: T;
    /** Whose log. */
    readonly room: string;
    /** Its place: 1, 2, 3, … with no gap and no repeat. */
    readonly seq: number;
    /** When the server took it; order comes from `seq`, never from here. */
    readonly at: string;
    /** Who did it. */
    readonly by: string;
    /** What happened. */
    readonly data: DurableFacts[T];
  };
}[keyof DurableFacts];

/** Every ephemeral event by its type: what its `data` carries. */
export interface Signals {
  /** Someone is writing, or has stopped. It lapses after 6 s. */
  readonly "typing": {
    /** Who. */
    readonly user: string;
    /** Whether they are writing. */
    readonly active: boolean;
  };
  /**
   * Someone has read further, or has received more; what was read has been received. Rooms of more
   * than 100 members are not told: `receipt.list` says it there.
   */
  readonly "receipt": {
    /** Who. */
    readonly user: string;
    /** The newest seq that they have read. */
    readonly read?: number;
    /** The newest seq that has reached one of their devices. */
    readonly delivered?: number;
  };
  /**
   * A user who is watched is otherwise than before. A user's own sessions are told of `
   * presence.set`, and of the end of what was chosen there, so as well, watched or not. It has no
   * room.
   */
  readonly "presence": {
    /** Who. */
    readonly user: string;
    /**
     * What others see: `online`, `away`, `dnd` or `offline`; to the user's own sessions, what they
     * chose.
     */
    readonly state: PresenceState;
    /** A few words of their own. */
    readonly text?: string;
    /** One emoji beside them. */
    readonly emoji?: string;
    /** When they were last there; absent while they are, and for those who hide. */
    readonly lastSeen?: string;
  };
  /** To a user's own sessions: what they want to be notified of is otherwise than before. */
  readonly "preferences.changed": {
    /** All of it. */
    readonly preferences: Preferences;
  };
  /** To a user's own sessions: they are in a room now. Its events after `head` follow. */
  readonly "room.added": RoomSummary;
  /** To a user's own sessions: they are no longer in a room, and no event of it follows. */
  readonly "room.removed": {
    /** Why. */
    readonly reason: LeaveReason;
  };
  /** To one session: the room has caught up; what follows is live. */
  readonly "room.synced": {
    /** How far. */
    readonly seq: number;
  };
  /** To a user's own sessions: one of them has read further. */
  readonly "room.unread": {
    /** How many messages are unread now. */
    readonly unread: number;
    /** How many of those mention the user. */
    readonly mentions: number;
    /** The newest seq that was read. */
    readonly read: number;
    /** The `number` of the newest message that was read; 0 for none. */
    readonly number: number;
  };
  /**
   * To the own sessions of a room's owners and moderators: a message was reported, or a report was
   * resolved.
   */
  readonly "room.reported": {
    /** How many reports of the room are open now. */
    readonly open: number;
  };
  /**
   * To a user's other sessions: one of them has begun to write something, or has given it up. A
   * draft that went because there were too many, or because its writer left, is not told of.
   */
  readonly "draft.changed": {
    /** The seq of the message whose thread it is in; absent in the room itself. */
    readonly thread?: number;
    /** What there is of it; empty when it is gone. */
    readonly text: string;
    /** The seq of the message that it answers. */
    readonly replyTo?: number;
    /** When it was changed. */
    readonly at: string;
  };
  /**
   * To a user's own sessions: what waits to be sent for them is otherwise than before. The session
   * that changed it is not told. It has no room.
   */
  readonly "scheduled.changed": {
    /** The number of what has changed. */
    readonly id: number;
    /**
     * What there is of it: it waits, or could not be sent; absent when it was sent or taken back.
     */
    readonly scheduled?: Scheduled;
  };
  /** The server is going away and closes the connection next. */
  readonly "server.draining": {
    /** How long this client should wait before it comes back, in milliseconds. */
    readonly reconnectInMs: number;
  };
}

/** An ephemeral event. */
export type Signal = {
  [T in keyof Signals]: {
    readonly type: T;
    /** The room that it is about; absent when it is about none. */
    readonly room?: string;
    /** What is the matter. */
    readonly data: Signals[T];
  };
}[keyof Signals];

/** Every error that a command can be answered with, at every door. */
export type ErrorCode =
  /** A field is missing, malformed or out of bounds; `field` names it. */
  | "bad_request"
  /** No token, or one that is not valid: sign in. */
  | "unauthenticated"
  /** The caller is known and may not do this. */
  | "forbidden"
  /** There is no such thing, or the caller may not know of it. */
  | "not_found"
  /** The state of things does not allow it, for example a name that is taken. */
  | "conflict"
  /** It was there and is no longer. */
  | "gone"
  /** The body, frame or file is over its limit. */
  | "too_large"
  /** The content type or feature is not supported. */
  | "unsupported"
  /** Too many of these from one user or address: come back after `retryAfterMs`. */
  | "rate_limited"
  /** The server has more work than it takes on: come back after `retryAfterMs`. */
  | "overloaded"
  /** Something that the server needs is away: come back after `retryAfterMs`. */
  | "unavailable"
  /** A fault of the server. A durable command may be repeated with the same key. */
  | "internal";

/**
 * Why a command was not carried out, in words for the person who wrote it. It never shows a stack
 * trace, a statement or a path.
 */
export interface WireError {
  /** What kind of refusal it is. */
  readonly code: ErrorCode;
  /** What is wrong and what to do, one sentence. */
  readonly message: string;
  /** Whether the same command, unchanged, may succeed later. */
  readonly retry: boolean;
  /** When to come back, in milliseconds from now. */
  readonly retryAfterMs?: number;
  /** The field at fault, by its name in the command. */
  readonly field?: string;
}

/**
 * Why a WebSocket was closed. 40xx: reconnect and resume; 41xx: sign in again; 42xx: do not come
 * back unchanged; the rest is RFC 6455, section 7.4.1.
 */
export const closeCodes = {
  /** The peer closed, and so do we. */
  normal: 1000,
  /** A frame that RFC 6455 does not allow. */
  frameError: 1002,
  /** A binary frame: commands are text. */
  notText: 1003,
  /** Text that is not UTF-8. */
  notUtf8: 1007,
  /** A message over the inbound limit. */
  tooLarge: 1009,
  /** A fault of the server. */
  internal: 1011,
  /** The server is going away. */
  draining: 4001,
  /** The client read too slowly. */
  slowConsumer: 4002,
  /** Nothing was heard for two heartbeats. */
  silent: 4003,
  /** No hello in time, or one that was refused. */
  noHello: 4101,
  /** The session was revoked. */
  sessionRevoked: 4102,
  /** The access token is past its time. */
  tokenExpired: 4103,
  /** What was sent is not the protocol. */
  protocolError: 4201,
  /** The client was told to slow down and did not. */
  abuse: 4202,
  /** The client speaks a version that this server does not. */
  unsupportedVersion: 4203,
} as const;
