import type { OutgoingStorage, StoredMessage } from "../ports.ts";
import type { MessageKey, OutgoingMessage, RoomId } from "../state/state.ts";
import type { Store } from "../state/store.ts";

/**
 * Keeps unsent messages across reloads, where there is a storage. A storage that fails is let be: then a message
 * lives as long as the page.
 */
export class Keep {
  readonly #store: Store;
  readonly #storage: OutgoingStorage | undefined;
  /** What is kept, so that nothing else is taken out. */
  readonly #kept = new Set<MessageKey>();

  constructor(store: Store, storage: OutgoingStorage | undefined) {
    this.#store = store;
    this.#storage = storage;
  }

  /** What an earlier page load of this user left. */
  async load(): Promise<readonly StoredMessage[]> {
    const me = this.#store.state.me;
    if (this.#storage === undefined || me === undefined) return [];
    const stored = await this.#storage.load(me.id).catch(() => []);
    const mine = stored.filter((message) => message.user === me.id);
    for (const { key } of mine) this.#kept.add(key);
    return mine;
  }

  put(room: RoomId, outgoing: OutgoingMessage): void {
    const { status: _, ...message } = outgoing;
    const user = this.#store.state.me?.id;
    if (this.#storage === undefined || user === undefined) return;
    this.#kept.add(message.key);
    this.#storage.put({ user, room, ...message }).catch(() => {});
  }

  /** The message is in the log or given up. */
  remove(key: MessageKey): void {
    if (!this.#kept.delete(key)) return;
    this.#storage?.remove(key).catch(() => {});
  }
}
