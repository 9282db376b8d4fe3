import type { Commands } from "../connection/commands.ts";
import type { Cancel, Clock } from "../ports.ts";
import { reducePresence } from "../state/presence.ts";
import type { UserId } from "../state/state.ts";
import type { Store } from "../state/store.ts";
import { pauseBefore, wireErrorOf } from "./pauses.ts";

/** The server tells one session of no more people than these. */
const MAX_WATCHED = 500;
/** Changes of who is on screen within this time are told together, in milliseconds. */
const GATHER_MS = 100;

/**
 * Watches how the people on screen are: whoever is named by a watch that still holds, and I myself. Beyond 500 people
 * those of the latest watches are left out.
 */
export class Presences {
  readonly #store: Store;
  readonly #commands: Commands;
  readonly #clock: Clock;
  readonly #watches = new Set<readonly UserId[]>();
  /** Whom the server was last asked to watch on this connection. */
  #asked: string | undefined;
  #cancel: Cancel = () => {};
  #open = false;

  constructor(store: Store, commands: Commands, clock: Clock) {
    this.#store = store;
    this.#commands = commands;
    this.#clock = clock;
  }

  /** Watches these people until the returned function is called. */
  watch(users: readonly UserId[]): () => void {
    const watch = [...users];
    this.#watches.add(watch);
    this.#soon(GATHER_MS);
    return () => {
      if (this.#watches.delete(watch)) this.#soon(GATHER_MS);
    };
  }

  connected(): void {
    this.#open = true;
    this.#soon(0);
  }

  disconnected(): void {
    this.#open = false;
    this.#asked = undefined;
    this.#cancel();
  }

  #soon(delayMs: number): void {
    this.#cancel();
    if (this.#open) this.#cancel = this.#clock.after(delayMs, () => void this.#ask(1));
  }

  async #ask(attempt: number): Promise<void> {
    const users = this.#wanted();
    const asked = users.join(" ");
    if (asked === this.#asked) return;
    this.#asked = asked;
    try {
      const { presences } = await this.#commands.askOnce("presence.watch", { users });
      if (this.#asked !== asked) return;
      this.#store.apply(reducePresence, { type: "presence.watched", presences });
    } catch (problem) {
      if (!this.#open || this.#asked !== asked) return;
      this.#asked = undefined;
      const wait = pauseBefore(attempt, wireErrorOf(problem));
      this.#cancel();
      this.#cancel = this.#clock.after(wait, () => void this.#ask(attempt + 1));
    }
  }

  #wanted(): readonly UserId[] {
    const me = this.#store.state.me?.id;
    const users = new Set(me === undefined ? [] : [me]);
    for (const watch of this.#watches) {
      for (const user of watch) {
        if (users.size < MAX_WATCHED) users.add(user);
      }
    }
    return [...users].toSorted();
  }
}
