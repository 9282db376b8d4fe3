import type {
  Commands,
  Hook,
  Invite,
  Message,
  NotifyLevel,
  Outgoing,
  RoomSummary,
  Scheduled,
  SlashCommand,
  User,
} from "./generated/protocol.ts";
import type { AccessSource, Clock, OpenSocket, OutgoingStorage, Random, ThreadStorage } from "./ports.ts";
import type { ChatState, Draft, LaterDraft, MessageChange, MessageKey, RoomId, UserId } from "./state/state.ts";

/** What a chat needs from its surroundings. */
export interface ChatOptions {
  /** The server's endpoint, `wss://…/v1/connect`. */
  readonly url: string;
  /** Where tokens come from; see `Accounts`. */
  readonly access: AccessSource;
  /** Keeps unsent messages across reloads; without it they live as long as this chat. */
  readonly storage?: OutgoingStorage;
  /** Keeps the news of threads across reloads; without it they live as long as this chat. */
  readonly threadStorage?: ThreadStorage;
  /** By default the environment's own WebSocket. */
  readonly openSocket?: OpenSocket;
  /** By default the environment's own timers. */
  readonly clock?: Clock;
  /** By default the environment's secure source. */
  readonly random?: Random;
  /** Names this program to the server, for lists of sessions; `web/1.0` by default. */
  readonly client?: string;
}

/** What a command is given, apart from what the client fills in. */
type Data<T extends keyof Commands> = Commands[T]["data"];
/** What a command answers. */
type Ok<T extends keyof Commands> = Commands[T]["ok"];

/**
 * A signed-in client. It connects by itself, stays connected and keeps `state` true.
 *
 * Methods that return a promise ask the server. They outlive a short loss of the connection, and reject with a
 * `ParleyError`: the server's refusal, `unavailable` when no answer came within 20 s, or `overloaded` when 256
 * commands wait already.
 */
export interface Chat {
  /** The newest state. */
  readonly state: ChatState;
  /** Calls `listener` after every change of `state`, until the returned function is called. */
  subscribe(listener: (state: ChatState) => void): () => void;

  /**
   * Shows the message at once and sends it, after those before it, as soon as the connection allows.
   * Throws a `ParleyError`: `bad_request` for a text that is blank or beyond 8,000 characters, `not_found` for a
   * room that I am not in, `overloaded` when 500 messages wait.
   */
  send(room: RoomId, draft: Draft): MessageKey;
  /** Sends a failed message again, under the same key. */
  retry(room: RoomId, key: MessageKey): void;
  /** Forgets a failed or queued message. One that is being sent stays. */
  discard(room: RoomId, key: MessageKey): void;

  /**
   * Has the server say it in a room at a time to come, at most a year ahead, whether I am here or not. What waits is
   * not in the state; `scheduleChanges` tells when to ask for it again.
   */
  schedule(room: RoomId, draft: LaterDraft, sendAt: Date): Promise<Scheduled>;
  /** What waits to be sent in all rooms, by time, at most 100; with what could not be sent, and why. */
  scheduled(): Promise<readonly Scheduled[]>;
  /** Takes back what waits, or takes what could not be sent off the list. */
  cancelScheduled(id: number): Promise<void>;

  /**
   * Edits, deletes, reacts to, votes in or pins the message at `seq`. `shownTimeline` shows it at once; where the server
   * refuses, it is as before, and the promise rejects.
   */
  changeMessage(room: RoomId, seq: number, change: MessageChange): Promise<void>;
  /** Says the message at `seq`, under its writer's name, in another room that I am in. */
  forwardMessage(room: RoomId, seq: number, to: RoomId): Promise<void>;
  /** Keeps a copy of the message at `seq`, under its writer's name, in a room of my own. */
  saveMessage(room: RoomId, seq: number): Promise<void>;

  /**
   * Loads the newest messages of a room, once, and keeps them current from then on: 50, or as many as are unread and
   * some before them, where those are no more than 1,000. Where `around` is a seq beyond what is loaded, the 50
   * messages nearest to it take the place of what is loaded. Failure shows in its timeline.
   */
  openRoom(room: RoomId, around?: number): void;
  /** Loads one more page of older messages. Failure shows in the timeline; calling again tries again. */
  loadOlder(room: RoomId): void;
  /** Loads one more page of newer messages, where the timeline says that there are any. */
  loadNewer(room: RoomId): void;
  /**
   * Loads the thread that began with the message at `root`, up to 1,000 messages of it, and keeps it current in
   * `threads.opened` until another one is opened or it is closed.
   */
  openThread(room: RoomId, root: number): void;
  closeThread(): void;
  /** I choose to follow a thread, or not to: only what is followed has news. It is kept where this chat keeps threads. */
  followThread(room: RoomId, root: number, follows: boolean): void;
  /** The pinned messages of a room, at most 100, oldest first. */
  pins(room: RoomId): Promise<readonly Message[]>;
  /** Messages of my rooms that have all words of the query, newest first, in pages; `after` is the `next` of the page before. */
  search(query: Data<"message.search">): Promise<Ok<"message.search">>;
  /** Marks everything up to `seq` as read, at once here and as soon as possible elsewhere. Never moves back. */
  markRead(room: RoomId, seq: number): void;
  /**
   * Marks everything as read, in threads as well, at once here; the server is told 8 s later. The function that is
   * returned takes it back until then.
   */
  markAllRead(): () => void;
  /** Tells the room that I am typing or have stopped. Call it on every key press: it is thinned out here. */
  setTyping(room: RoomId, active: boolean): void;

  /**
   * Keeps what I have begun to write in a room, or in a thread of it, for my other devices; a blank text takes it away.
   * `state.drafts` has it once the server has answered.
   */
  setDraft(draft: Data<"draft.set">): Promise<void>;

  createRoom(room: Omit<Data<"room.create">, "key">): Promise<RoomSummary>;
  /** Public rooms, also those that I am in, in pages of `limit`; `after` is the last id of the page before. */
  browseRooms(page?: Data<"room.browse">): Promise<Ok<"room.browse">>;
  joinRoom(room: RoomId): Promise<RoomSummary>;
  leaveRoom(room: RoomId): Promise<void>;
  updateRoom(room: RoomId, changes: Omit<Data<"room.update">, "room" | "key">): Promise<void>;
  /** Members, in pages of `limit`; `after` is the last user id of the page before. */
  members(room: RoomId, page?: Omit<Data<"room.members">, "room">): Promise<Ok<"room.members">>;
  addMember(room: RoomId, user: UserId): Promise<void>;
  removeMember(room: RoomId, user: UserId): Promise<void>;
  /** Nothing more happens in an archived room: it can be read and left. */
  archiveRoom(room: RoomId): Promise<void>;
  /** Which messages of a room draw my attention. */
  setNotify(room: RoomId, level: NotifyLevel): Promise<void>;
  /** Gives a member another role, mutes them until a time (one that has passed ends it), or lifts a ban. */
  changeMember(room: RoomId, user: UserId, changes: Omit<Data<"member.change">, "room" | "user">): Promise<void>;
  /** Takes a member out, who may not come back until the ban is lifted. */
  banMember(room: RoomId, user: UserId): Promise<void>;
  /** Who may not come back, in pages of `limit`; `after` is the last user id of the page before. */
  bans(room: RoomId, page?: Omit<Data<"ban.list">, "room">): Promise<Ok<"ban.list">>;
  /** Tells the owners and moderators of a room of a message that they should look at, and why. */
  reportMessage(room: RoomId, seq: number, reason: string): Promise<void>;
  /** The open reports of a room, in pages of `limit`; `after` is the last id of the page before. */
  reports(room: RoomId, page?: Omit<Data<"report.list">, "room">): Promise<Ok<"report.list">>;
  /** Closes a report: it was seen to. */
  resolveReport(room: RoomId, report: number): Promise<void>;
  /** A code that lets people in: so many, until a time. */
  createInvite(room: RoomId, bounds: Omit<Data<"invite.create">, "room">): Promise<Invite>;
  /** The codes that still let people in, newest first. */
  invites(room: RoomId): Promise<readonly Invite[]>;
  revokeInvite(room: RoomId, code: string): Promise<void>;
  /** Enters the room that the code leads to. */
  acceptInvite(code: string): Promise<RoomSummary>;
  /** The one direct room with these 1–8 others. */
  openDirect(users: readonly UserId[]): Promise<RoomSummary>;
  searchUsers(query: string, limit?: number): Promise<readonly User[]>;
  updateMe(changes: Data<"me.update">): Promise<User>;
  /**
   * Keeps `presences` true for these people, until the returned function is called. At most 500 people are watched at
   * a time, those of the earliest watches first.
   */
  watchPresence(users: readonly UserId[]): () => void;
  /** How I am seen by others, on all my devices. */
  setPresence(presence: Data<"presence.set">): Promise<void>;
  /** Says what I want to be notified of, in place of all that I said before; `state.preferences` has it then. */
  setPreferences(preferences: Data<"preferences.set">): Promise<Ok<"preferences.set">["preferences"]>;
  sessions(): Promise<Ok<"session.list">["sessions"]>;
  revokeSession(session: string): Promise<void>;
  /** Makes a bot of mine; its key is shown this once. */
  createBot(bot: Data<"bot.create">): Promise<Ok<"bot.create">>;
  /** My bots, the oldest first. */
  bots(): Promise<readonly User[]>;
  /** Gives a bot of mine another key; the old one is good for nothing from then on. */
  rekeyBot(bot: UserId): Promise<Ok<"bot.rekey">>;
  deleteBot(bot: UserId): Promise<void>;
  /** Makes an address whose messages are said in the room; whoever knows its path may write, and it is shown this once. */
  createHook(room: RoomId, name: string): Promise<Ok<"hook.create">>;
  hooks(room: RoomId): Promise<readonly Hook[]>;
  deleteHook(room: RoomId, hook: string): Promise<void>;
  /** Has a URL told what happens in the room; the secret that requests are signed with is shown this once. */
  createOutgoing(room: RoomId, outgoing: Omit<Data<"outgoing.create">, "room">): Promise<Ok<"outgoing.create">>;
  outgoing(room: RoomId): Promise<readonly Outgoing[]>;
  deleteOutgoing(room: RoomId, outgoing: number): Promise<void>;
  /**
   * Has a server elsewhere do something when members of the room write `/name`; the secret that requests are signed with
   * is shown this once.
   */
  createSlashCommand(room: RoomId, command: Omit<Data<"slash.create">, "room">): Promise<Ok<"slash.create">>;
  /** The slash commands of a room, in the order of their names. */
  slashCommands(room: RoomId): Promise<readonly SlashCommand[]>;
  deleteSlashCommand(room: RoomId, name: string): Promise<void>;
  /** Has a slash command carried out, once; what it says to everyone comes as a message of its bot. */
  runSlashCommand(room: RoomId, name: string, text: string): Promise<Ok<"slash.run">>;
  /** The `applicationServerKey` with which a browser subscribes. */
  pushKey(): Promise<string>;
  /** Has a browser notified while nobody looks; the answer is what `unsubscribePush` takes. */
  subscribePush(browser: Data<"push.subscribe">): Promise<string>;
  unsubscribePush(subscription: string): Promise<void>;

  /** Connects now instead of waiting; when live, gives the connection up unless the server answers within 3 s. */
  reconnectNow(): void;
  /** Ends the chat: the state stays as it was, with the connection `ended`. */
  close(): void;
}
