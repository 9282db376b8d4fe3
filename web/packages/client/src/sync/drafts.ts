import type { Commands } from "../connection/commands.ts";
import type { Commands as Wire, Draft } from "../generated/protocol.ts";
import type { Clock } from "../ports.ts";
import { MAX_DRAFTS, reduceDrafts } from "../state/drafts.ts";
import type { Store } from "../state/store.ts";
import { pause, pauseBefore, wireErrorOf } from "./pauses.ts";

/** As many drafts as the server gives at once. */
const PAGE = 200;

/** Keeps it known what I have begun to write on my devices: all of it at each connection, and then each change. */
export class Drafts {
  readonly #store: Store;
  readonly #commands: Commands;
  readonly #clock: Clock;
  /** Counts connections, so that the listing of an older one ends. */
  #turn = 0;

  constructor(store: Store, commands: Commands, clock: Clock) {
    this.#store = store;
    this.#commands = commands;
    this.#clock = clock;
  }

  connected(): void {
    this.#turn += 1;
    void this.#list(this.#turn);
  }

  disconnected(): void {
    this.#turn += 1;
  }

  /** Tells the server; the state has the draft once it has answered. A blank text takes it away. */
  async set(draft: Wire["draft.set"]["data"]): Promise<void> {
    const text = draft.text.trim() === "" ? "" : draft.text;
    const at = new Date(this.#clock.now()).toISOString();
    await this.#commands.ask("draft.set", draft);
    this.#store.apply(reduceDrafts, { type: "draft.changed", draft: { ...draft, text, at } });
  }

  async #list(turn: number): Promise<void> {
    for (let attempt = 1; this.#turn === turn; attempt += 1) {
      try {
        const drafts = await this.#pages();
        if (this.#turn === turn) this.#store.apply(reduceDrafts, { type: "drafts.listed", drafts });
        return;
      } catch (problem) {
        const error = wireErrorOf(problem);
        if (!error.retry) return;
        await pause(this.#clock, pauseBefore(attempt, error));
      }
    }
  }

  async #pages(): Promise<readonly Draft[]> {
    const drafts: Draft[] = [];
    for (let more = true; more && drafts.length < MAX_DRAFTS; ) {
      const last = drafts.at(-1);
      const after = last === undefined ? {} : { after: last.room, afterThread: last.thread ?? 0 };
      const page = await this.#commands.askOnce("draft.list", { limit: PAGE, ...after });
      drafts.push(...page.drafts);
      more = page.more && page.drafts.length > 0;
    }
    return drafts;
  }
}
