import type { Commands } from "../connection/commands.ts";
import type { Cancel, Clock } from "../ports.ts";
import type { Instant, RoomId } from "../state/state.ts";
import type { Store } from "../state/store.ts";
import { nextLapse, reduceTyping } from "../state/typing.ts";

/** While I go on typing, the room is told this often, in milliseconds. */
const REPEAT_MS = 3000;

/** Tells that I type, and lets the others' signals lapse. */
export class Typing {
  readonly #store: Store;
  readonly #commands: Commands;
  readonly #clock: Clock;
  /** When each room was last told that I type. */
  readonly #told = new Map<RoomId, Instant>();
  #lapse: Cancel = () => {};

  constructor(store: Store, commands: Commands, clock: Clock) {
    this.#store = store;
    this.#commands = commands;
    this.#clock = clock;
  }

  /** Tells the room, unless it knows. Signals are worth nothing later: without a connection they are dropped. */
  set(room: RoomId, active: boolean): void {
    const now = this.#clock.now();
    const told = this.#told.get(room);
    if (active ? told !== undefined && now - told < REPEAT_MS : told === undefined) return;
    if (active) this.#told.set(room, now);
    else this.#told.delete(room);
    this.#commands.askOnce("typing", { room, active }).catch(() => {});
  }

  /** My message ends my typing without a signal. */
  sent(room: RoomId): void {
    this.#told.delete(room);
  }

  /** A signal came: wakes up when the next one lapses. */
  heard(): void {
    this.#lapse();
    const next = nextLapse(this.#store.state);
    if (next === undefined) return;
    this.#lapse = this.#clock.after(Math.max(0, next - this.#clock.now()), () => {
      this.#store.apply(reduceTyping, { type: "typing.lapsed", now: this.#clock.now() });
      this.heard();
    });
  }

  disconnected(): void {
    this.#lapse();
    this.#told.clear();
    this.#store.apply(reduceTyping, { type: "typing.forgotten" });
  }
}
