import type { Commands } from "../connection/commands.ts";
import type { Clock } from "../ports.ts";
import type { UserId } from "../state/state.ts";
import type { Store } from "../state/store.ts";
import { reduceUsers } from "../state/users.ts";
import { pause, pauseBefore, wireErrorOf } from "./pauses.ts";

const AT_ONCE = 4;
/** Ids beyond this are not looked up until they turn up again. */
const MAX_WAITING = 500;

/** Looks up everybody who turns up by id alone, each of them once. */
export class People {
  readonly #store: Store;
  readonly #commands: Commands;
  readonly #clock: Clock;
  readonly #waiting = new Set<UserId>();
  /** Being looked up, or found to be unknown on this connection. */
  readonly #asked = new Set<UserId>();
  #asking = 0;
  #open = false;

  constructor(store: Store, commands: Commands, clock: Clock) {
    this.#store = store;
    this.#commands = commands;
    this.#clock = clock;
  }

  /** These ids are shown somewhere. */
  seen(ids: Iterable<UserId>): void {
    for (const id of ids) {
      if (this.#store.state.users.has(id) || this.#asked.has(id)) continue;
      if (this.#waiting.size < MAX_WAITING) this.#waiting.add(id);
    }
    this.#pump();
  }

  connected(): void {
    this.#open = true;
    this.#pump();
  }

  disconnected(): void {
    this.#open = false;
    this.#asked.clear();
  }

  #pump(): void {
    while (this.#open && this.#asking < AT_ONCE) {
      const [next] = this.#waiting;
      if (next === undefined) return;
      this.#waiting.delete(next);
      this.#asked.add(next);
      void this.#look(next);
    }
  }

  async #look(user: UserId): Promise<void> {
    this.#asking += 1;
    try {
      const found = await this.#commands.askOnce("user.get", { user });
      this.#store.apply(reduceUsers, { type: "users.learned", users: [found.user] });
      this.#asked.delete(user);
    } catch (problem) {
      const error = wireErrorOf(problem);
      if (error.retry) {
        this.#asked.delete(user);
        this.#waiting.add(user);
        await pause(this.#clock, pauseBefore(1, error));
      }
    }
    this.#asking -= 1;
    this.#pump();
  }
}
