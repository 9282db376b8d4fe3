import type { Cancel, Clock } from "../ports.ts";

/** How long an answer may take that is asked for after a silence, in milliseconds. */
const GRACE_MS = 10_000;
/** How long it may take where somebody doubts the connection, in milliseconds. */
const DOUBT_MS = 3000;

/** What a heartbeat does. */
export interface HeartbeatActions {
  /** Ask the server for a sign of life. */
  ping(): void;
  /** Nothing came: the connection is dead. */
  lost(): void;
}

/**
 * Notices a dead connection. WebSocket pings cannot be seen by a browser's program, so after a silence it asks
 * with a `ping` command, and gives the connection up when nothing at all comes back.
 */
export class Heartbeat {
  readonly #clock: Clock;
  readonly #quietMs: number;
  readonly #actions: HeartbeatActions;
  #cancel: Cancel;

  /** `quietMs` is the silence after which to ask. */
  constructor(clock: Clock, quietMs: number, actions: HeartbeatActions) {
    this.#clock = clock;
    this.#quietMs = quietMs;
    this.#actions = actions;
    this.#cancel = clock.after(quietMs, () => this.#ask(GRACE_MS));
  }

  /** Something came: the connection lives. */
  heard(): void {
    this.#cancel();
    this.#cancel = this.#clock.after(this.#quietMs, () => this.#ask(GRACE_MS));
  }

  /** Asks now, because there is a reason to doubt. */
  probe(): void {
    this.#ask(DOUBT_MS);
  }

  #ask(graceMs: number): void {
    this.#cancel();
    this.#cancel = this.#clock.after(graceMs, () => this.#actions.lost());
    this.#actions.ping();
  }

  stop(): void {
    this.#cancel();
  }
}
