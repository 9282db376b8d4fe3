import type { Draft, MessageKey, RoomId, UserId } from "./state/state.ts";

/** Time, as the client sees it. Tests bring their own. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs `task` once, `delayMs` from now, unless cancelled before. */
  after(delayMs: number, task: () => void): Cancel;
}

/** Takes back what was scheduled; does nothing afterwards. */
export type Cancel = () => void;

/** A number in [0, 1) with at least 32 random bits. */
export type Random = () => number;

/** The part of a WebSocket that the client uses; the browser's and `ws`'s both fit. */
export interface Socket {
  send(text: string): void;
  /** Closes with 1000. `onclose` may be called at once, later or never. */
  close(): void;
  onopen: (() => void) | null;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onclose: ((event: { readonly code: number }) => void) | null;
  onerror: (() => void) | null;
}

/** Begins a connection to `url`, asking for the subprotocol. */
export type OpenSocket = (url: string, subprotocol: string) => Socket;

/** A token for hello. */
export interface Access {
  readonly accessToken: string;
}

/**
 * Gives a token. `refused` is one that the server has just refused: bring another.
 * Rejecting with a ParleyError `unauthenticated` means signed out; any other rejection is tried again later.
 */
export type AccessSource = (refused?: string) => Promise<Access>;

/** A message that waits to be sent, as it is kept across reloads. */
export interface StoredMessage extends Draft {
  /** Whose it is: another user's messages are never sent. */
  readonly user: UserId;
  readonly room: RoomId;
  readonly key: MessageKey;
  /** When it was written. */
  readonly at: number;
}

/** What is known of a thread that its log does not say. */
export interface StoredThread {
  /** Whose view it is. */
  readonly user: UserId;
  readonly room: RoomId;
  /** The seq of the message that it began with. */
  readonly root: number;
  /** How many replies of others are new; 0 for none. */
  readonly news: number;
  /** Whether I chose to follow it, or not to; absent where I chose nothing. */
  readonly follows?: boolean;
}

/**
 * Keeps threads across reloads. Failures are not shown: then their news do not survive a reload. `put` takes the place
 * of what was kept of the thread.
 */
export interface ThreadStorage {
  load(user: UserId): Promise<readonly StoredThread[]>;
  put(thread: StoredThread): Promise<void>;
  remove(thread: Pick<StoredThread, "user" | "room" | "root">): Promise<void>;
}

/**
 * Keeps waiting messages across reloads. Failures are not shown: then a message just does not survive a reload.
 * `put` of a key that is there replaces it; `remove` of one that is not does nothing.
 */
export interface OutgoingStorage {
  /** The user's messages in order of writing. */
  load(user: UserId): Promise<readonly StoredMessage[]>;
  put(message: StoredMessage): Promise<void>;
  remove(key: MessageKey): Promise<void>;
}
