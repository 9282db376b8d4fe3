import type { Commands } from "../connection/commands.ts";
import type { Commands as Wire, Preferences as Wanted } from "../generated/protocol.ts";
import type { Clock } from "../ports.ts";
import { reducePreferences } from "../state/preferences.ts";
import type { Store } from "../state/store.ts";
import { pause, pauseBefore, wireErrorOf } from "./pauses.ts";

/** Keeps it known what I want to be notified of: asked for at each connection, and then told of. */
export class Preferences {
  readonly #store: Store;
  readonly #commands: Commands;
  readonly #clock: Clock;
  /** Counts connections, so that the asking of an older one ends. */
  #turn = 0;

  constructor(store: Store, commands: Commands, clock: Clock) {
    this.#store = store;
    this.#commands = commands;
    this.#clock = clock;
  }

  connected(): void {
    this.#turn += 1;
    void this.#ask(this.#turn);
  }

  disconnected(): void {
    this.#turn += 1;
  }

  /** Says it anew, in place of all that was said before. */
  async set(wanted: Wire["preferences.set"]["data"]): Promise<Wanted> {
    const { preferences } = await this.#commands.ask("preferences.set", wanted);
    this.#store.apply(reducePreferences, { type: "preferences.known", preferences });
    return preferences;
  }

  async #ask(turn: number): Promise<void> {
    for (let attempt = 1; this.#turn === turn; attempt += 1) {
      try {
        const { preferences } = await this.#commands.askOnce("preferences.get", {});
        if (this.#turn === turn) this.#store.apply(reducePreferences, { type: "preferences.known", preferences });
        return;
      } catch (problem) {
        const error = wireErrorOf(problem);
        if (!error.retry) return;
        await pause(this.#clock, pauseBefore(attempt, error));
      }
    }
  }
}
