// Generated from the records of the protocol module. Do not edit: change the records instead.

/** A person or a bot, as everybody may see them. */
export interface User {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly avatar?: string;
  readonly bot?: boolean;
}

/** What a member may do in a room. */
export type Role = "owner" | "moderator" | "member";

/** Who may find and enter a room. */
export type RoomKind = "public" | "private" | "direct";

/** Which messages of a room call for attention. */
export type NotifyLevel = "all" | "mentions" | "none";

/** Why somebody is no longer a member. */
export type LeaveReason = "left" | "removed" | "banned";

/** How a room named in hello's resume goes on. */
export type ResumeOutcome = "delta" | "reset" | "gone";

/** The newest message of a room, for lists. */
export interface LastMessage {
  readonly seq: number;
  readonly by: string;
  readonly text: string;
  readonly at: string;
}

/** A room as one of its members sees it. */
export interface RoomSummary {
  readonly id: string;
  readonly kind: RoomKind;
  readonly name: string;
  readonly alias?: string;
  readonly topic?: string;
  readonly role: Role;
  readonly head: number;
  readonly messages: number;
  readonly read: number;
  readonly unread: number;
  readonly mentions: number;
  readonly notify: NotifyLevel;
  readonly users?: readonly User[];
  readonly last?: LastMessage;
}

/** A message as it stands now. */
export interface Message {
  readonly room: string;
  readonly seq: number;
  readonly number: number;
  readonly at: string;
  readonly by: string;
  readonly text: string;
  readonly key?: string;
}

/** A user's place in a room. */
export interface Member {
  readonly user: User;
  readonly role: Role;
  readonly joinedAt: string;
}

/** One of the caller's sign-ins. */
export interface SessionInfo {
  readonly id: string;
  readonly device: string;
  readonly address: string;
  readonly createdAt: string;
  readonly lastSeen: string;
  readonly current: boolean;
}

/** What signing up, signing in and refreshing answer. A browser's refresh token is in a cookie instead. */
export interface SignedIn {
  readonly user: User;
  readonly accessToken: string;
  readonly accessExpiresAt: string;
  readonly refreshToken?: string;
  readonly session: string;
}

/** Every command: what it takes and what its ok carries. */
export interface Commands {
  "hello": {
    data: {
      token: string;
      resume?: Readonly<Record<string, number>>;
      epoch?: string;
      client?: string;
    };
    ok: {
      user: User;
      session: string;
      serverTime: string;
      heartbeatMs: number;
      epoch: string;
      rooms: readonly RoomSummary[];
      moreRooms: boolean;
      resume: Readonly<Record<string, ResumeOutcome>>;
    };
  };
  "ping": { data: Record<string, never>; ok: Record<string, never> };
  "account.register": {
    data: { username: string; password: string; displayName?: string };
    ok: SignedIn;
  };
  "session.create": { data: { username: string; password: string; code?: string }; ok: SignedIn };
  "session.refresh": { data: { refreshToken?: string }; ok: SignedIn };
  "session.list": { data: Record<string, never>; ok: { sessions: readonly SessionInfo[] } };
  "session.revoke": { data: { session: string }; ok: Record<string, never> };
  "me.get": { data: Record<string, never>; ok: { user: User } };
  "me.update": { data: { displayName?: string; avatar?: string }; ok: { user: User } };
  "user.get": { data: { user: string }; ok: { user: User } };
  "user.search": { data: { query: string; limit?: number }; ok: { users: readonly User[] } };
  "room.create": {
    data: { kind: "public" | "private"; name: string; alias?: string; topic?: string; key: string };
    ok: { room: RoomSummary };
  };
  "room.list": {
    data: { after?: string; limit?: number };
    ok: { rooms: readonly RoomSummary[]; more: boolean };
  };
  "room.browse": {
    data: { query?: string; after?: string; limit?: number };
    ok: { rooms: readonly RoomSummary[]; more: boolean };
  };
  "room.get": { data: { room: string }; ok: { room: RoomSummary } };
  "room.update": {
    data: { room: string; name?: string; alias?: string; topic?: string; slowModeSeconds?: number };
    ok: { room: RoomSummary };
  };
  "room.join": { data: { room: string }; ok: { room: RoomSummary } };
  "room.leave": { data: { room: string }; ok: Record<string, never> };
  "room.members": {
    data: { room: string; after?: string; limit?: number };
    ok: { members: readonly Member[]; more: boolean };
  };
  "member.add": { data: { room: string; user: string }; ok: Record<string, never> };
  "member.remove": {
    data: { room: string; user: string; ban?: boolean };
    ok: Record<string, never>;
  };
  "direct.open": { data: { users: readonly string[] }; ok: { room: RoomSummary } };
  "message.send": {
    data: { room: string; key: string; text: string };
    ok: { seq: number; number: number; at: string; duplicate?: boolean };
  };
  "message.history": {
    data: { room: string; before?: number; after?: number; around?: number; limit?: number };
    ok: { messages: readonly Message[]; more: boolean };
  };
  "room.events": {
    data: { room: string; after: number; limit?: number };
    ok: { events: readonly DurableEvent[]; more: boolean };
  };
  "read.mark": { data: { room: string; seq: number }; ok: { unread: number; mentions: number } };
  "typing": { data: { room: string; active: boolean }; ok: Record<string, never> };
}

/** The facts that a room's log keeps, by type. */
export interface DurableFacts {
  "message.posted": { text: string; number: number; key: string };
  "member.joined": { user: string };
  "member.left": { user: string; reason: LeaveReason };
  "room.updated": { name?: string; alias?: string; topic?: string; slowModeSeconds?: number };
}

/** One entry of a room's log. */
export type DurableEvent = {
  [T in keyof DurableFacts]: {
    readonly type: T;
    readonly room: string;
    readonly seq: number;
    readonly at: string;
    readonly by: string;
    readonly data: Readonly<DurableFacts[T]>;
  };
}[keyof DurableFacts];

/** What is told once and kept nowhere, by type. */
export interface Signals {
  "typing": { user: string; active: boolean };
  "receipt": { user: string; read?: number; delivered?: number };
  "room.added": RoomSummary;
  "room.removed": { reason: LeaveReason };
  "room.synced": { seq: number };
  "room.unread": { unread: number; mentions: number; read: number };
  "server.draining": { reconnectInMs: number };
}

/** One passing signal; `room` is absent where it concerns the whole connection. */
export type Signal = {
  [T in keyof Signals]: {
    readonly type: T;
    readonly room?: string;
    readonly data: Readonly<Signals[T]>;
  };
}[keyof Signals];

/** Every way in which a command is refused. */
export type ErrorCode =
  | "bad_request"
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "gone"
  | "too_large"
  | "unsupported"
  | "rate_limited"
  | "overloaded"
  | "unavailable"
  | "internal";

/** A refusal as it is sent. */
export interface WireError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly retry: boolean;
  readonly retryAfterMs?: number;
  readonly field?: string;
}

/** The reasons for which a socket is closed. */
export const closeCodes = {
  draining: 4001,
  slowConsumer: 4002,
  silent: 4003,
  badHello: 4101,
  sessionRevoked: 4102,
  tokenExpired: 4103,
  protocolError: 4201,
  abuse: 4202,
  unsupportedVersion: 4203,
} as const;
