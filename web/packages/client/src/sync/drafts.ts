import type { Commands } from "../connection/commands.ts";
import type { Commands as Wire, Draft } from "../generated/protocol.ts";
import type { Clock } from "../ports.ts";
import { MAX_DRAFTS, reduceDrafts } from "../state/drafts.ts";
import type { Store } from "../state/store.ts";
import { EachConnection } from "./each-connection.ts";

/** As many drafts as the server gives at once. */
const PAGE = 200;

/** Keeps it known what I have begun to write on my devices: all of it at each connection, and then each change. */
export class Drafts {
  readonly #store: Store;
  readonly #commands: Commands;
  readonly #clock: Clock;
  readonly #listing: EachConnection;

  constructor(store: Store, commands: Commands, clock: Clock) {
    this.#store = store;
    this.#commands = commands;
    this.#clock = clock;
    this.#listing = new EachConnection(clock, () => this.#list());
  }

  connected(): void {
    this.#listing.connected();
  }

  disconnected(): void {
    this.#listing.disconnected();
  }

  /** Tells the server; the state has the draft once it has answered. A blank text takes it away. */
  async set(draft: Wire["draft.set"]["data"]): Promise<void> {
    const text = draft.text.trim() === "" ? "" : draft.text;
    const at = new Date(this.#clock.now()).toISOString();
    await this.#commands.ask("draft.set", draft);
    this.#store.apply(reduceDrafts, { type: "draft.changed", draft: { ...draft, text, at } });
  }

  async #list(): Promise<() => void> {
    const drafts = await this.#pages();
    return () => this.#store.apply(reduceDrafts, { type: "drafts.listed", drafts });
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
