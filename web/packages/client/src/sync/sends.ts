import type { Commands } from "../connection/commands.ts";
import { ParleyError } from "../errors.ts";
import type { KeySource } from "../keys.ts";
import type { Clock, StoredMessage } from "../ports.ts";
import { type OutgoingEvent, reduceOutgoing } from "../state/outgoing.ts";
import type { Draft, MessageKey, OutgoingMessage, RoomId, UserId } from "../state/state.ts";
import type { Store } from "../state/store.ts";
import type { Keep } from "./keep.ts";
import { pause, pauseBefore, wireErrorOf } from "./pauses.ts";

const MAX_TEXT = 8000;
const MAX_OUTGOING = 500;

/**
 * Sends what is written, one message after the other in each room: the next one goes when the one before has its
 * answer, so that no failure and no lost connection changes their order. A message whose answer was lost is sent
 * again under its own key, before everything newer.
 */
export class Sends {
  readonly #store: Store;
  readonly #commands: Commands;
  readonly #clock: Clock;
  readonly #keys: KeySource;
  readonly #keep: Keep;
  /** Rooms whose queue is being worked on. */
  readonly #busy = new Set<RoomId>();
  #open = false;
  /** Counts connections, so that what was begun on an earlier one does not open the gate. */
  #connection = 0;
  #restored: { readonly user: UserId | undefined; readonly done: Promise<void> } | undefined;

  constructor(store: Store, commands: Commands, clock: Clock, keys: KeySource, keep: Keep) {
    this.#store = store;
    this.#commands = commands;
    this.#clock = clock;
    this.#keys = keys;
    this.#keep = keep;
  }

  /** Shows a message and queues it. Throws as `Chat.send` says. */
  write(room: RoomId, draft: Draft): MessageKey {
    this.#check(room, draft);
    const message: OutgoingMessage = {
      ...draft,
      key: this.#keys.next(),
      at: this.#clock.now(),
      status: { kind: "queued" },
    };
    this.#apply({ type: "outgoing.written", room, message });
    this.#keep.put(room, message);
    void this.#work(room);
    return message.key;
  }

  /** A failed message takes its place at the end of the queue. */
  retry(room: RoomId, key: MessageKey): void {
    this.#apply({ type: "outgoing.retried", room, key });
    void this.#work(room);
  }

  /** A message that is not being sent is forgotten. */
  discard(room: RoomId, key: MessageKey): void {
    const status = this.#rows(room).find((row) => row.key === key)?.status.kind;
    if (status !== "failed" && status !== "queued") return;
    this.#apply({ type: "outgoing.discarded", room, key });
    this.#keep.remove(key);
  }

  /** My rooms are known: what waits goes out, and first what an earlier page load left. */
  async connected(): Promise<void> {
    this.#connection += 1;
    const connection = this.#connection;
    await this.#restoreOnce();
    if (connection !== this.#connection) return;
    this.#open = true;
    for (const room of this.#store.state.rooms.keys()) void this.#work(room);
  }

  disconnected(): void {
    this.#connection += 1;
    this.#open = false;
  }

  /** Once for each user; a second call waits for the first. */
  #restoreOnce(): Promise<void> {
    const user = this.#store.state.me?.id;
    if (this.#restored?.user !== user) this.#restored = { user, done: this.#restore() };
    return this.#restored?.done ?? Promise.resolve();
  }

  /** What waits for a room that is not ours any more is forgotten. */
  async #restore(): Promise<void> {
    const { rooms } = this.#store.state;
    const stored = await this.#keep.load();
    for (const room of new Set(stored.map((message) => message.room))) {
      const mine = stored.filter((message) => message.room === room);
      if (rooms.has(room)) this.#queueAgain(room, mine);
      else for (const { key } of mine) this.#keep.remove(key);
    }
  }

  #queueAgain(room: RoomId, stored: readonly StoredMessage[]): void {
    const known = new Set(this.#rows(room).map((row) => row.key));
    const messages = stored
      .filter(({ key }) => !known.has(key))
      .map(queued);
    this.#apply({ type: "outgoing.restored", room, messages });
  }

  /** Sends the room's queue until it is empty or the connection is lost. */
  async #work(room: RoomId): Promise<void> {
    if (this.#busy.has(room)) return;
    this.#busy.add(room);
    for (let attempt = 1; this.#open; ) {
      const next = this.#rows(room).find(({ status }) => status.kind === "queued");
      if (next === undefined) break;
      const waitMs = await this.#send(room, next, attempt);
      attempt = waitMs === 0 ? 1 : attempt + 1;
      if (waitMs > 0 && this.#open) await pause(this.#clock, waitMs);
    }
    this.#busy.delete(room);
  }

  /** Sends one message; answers how long to wait before the next try, 0 where it is settled. */
  async #send(room: RoomId, message: OutgoingMessage, attempt: number): Promise<number> {
    const { key } = message;
    this.#apply({ type: "outgoing.sending", room, key, now: this.#clock.now() });
    try {
      const { seq, at } = await this.#commands.askOnce("message.send", { room, ...wired(message) });
      this.#apply({ type: "outgoing.sent", room, key, seq, at });
      this.#keep.remove(key);
      return 0;
    } catch (problem) {
      const error = wireErrorOf(problem);
      if (!error.retry) {
        this.#apply({ type: "outgoing.failed", room, key, error });
        return 0;
      }
      this.#apply({ type: "outgoing.put_off", room, key, ...(this.#open ? { error } : {}) });
      return pauseBefore(attempt, error);
    }
  }

  #check(room: RoomId, { text, attachments = [] }: Draft): void {
    if (text.trim() === "" && attachments.length === 0) throw ParleyError.badRequest("text", "Write something first.");
    if (text.length > MAX_TEXT && [...text].length > MAX_TEXT) {
      throw ParleyError.badRequest("text", "A message has at most 8,000 characters. Shorten it.");
    }
    if (!this.#store.state.rooms.has(room)) {
      throw new ParleyError({
        code: "not_found",
        message: "You are not in this room.",
        retry: false,
        field: "room",
      });
    }
    let outgoing = 0;
    for (const one of this.#store.state.rooms.values()) outgoing += one.outgoing.length;
    if (outgoing >= MAX_OUTGOING) {
      throw ParleyError.overloaded("500 messages are waiting to be sent. Wait, or discard some.");
    }
  }

  #rows(room: RoomId): readonly OutgoingMessage[] {
    return this.#store.state.rooms.get(room)?.outgoing ?? [];
  }

  #apply(event: OutgoingEvent): void {
    this.#store.apply(reduceOutgoing, event);
  }
}

/** A message as the server takes it. */
function wired({ key, text, attachments = [], at: _at, status: _status, ...place }: OutgoingMessage) {
  return {
    key,
    text: text.trim() === "" ? "" : text,
    ...place,
    ...(attachments.length === 0 ? {} : { attachments: attachments.map(({ id }) => id) }),
  };
}

/** A message that an earlier page load left. */
function queued(stored: StoredMessage): OutgoingMessage {
  const { user: _, room: _room, ...message } = stored;
  return { ...message, status: { kind: "queued" } };
}
