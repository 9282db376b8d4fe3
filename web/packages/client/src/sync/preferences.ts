import type { Commands } from "../connection/commands.ts";
import type { Commands as Wire, Preferences as Wanted } from "../generated/protocol.ts";
import type { Clock } from "../ports.ts";
import { reducePreferences } from "../state/preferences.ts";
import type { Store } from "../state/store.ts";
import { EachConnection } from "./each-connection.ts";

/** Keeps it known what I want to be notified of: asked for at each connection, and then told of. */
export class Preferences {
  readonly #store: Store;
  readonly #commands: Commands;
  readonly #asking: EachConnection;

  constructor(store: Store, commands: Commands, clock: Clock) {
    this.#store = store;
    this.#commands = commands;
    this.#asking = new EachConnection(clock, () => this.#ask());
  }

  connected(): void {
    this.#asking.connected();
  }

  disconnected(): void {
    this.#asking.disconnected();
  }

  /** Says it anew, in place of all that was said before. */
  async set(wanted: Wire["preferences.set"]["data"]): Promise<Wanted> {
    const { preferences } = await this.#commands.ask("preferences.set", wanted);
    this.#store.apply(reducePreferences, { type: "preferences.known", preferences });
    return preferences;
  }

  async #ask(): Promise<() => void> {
    const { preferences } = await this.#commands.askOnce("preferences.get", {});
    return () => this.#store.apply(reducePreferences, { type: "preferences.known", preferences });
  }
}
