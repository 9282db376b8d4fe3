import type { ThreadStorage } from "../ports.ts";
import type { Room, RoomId, Threads } from "../state/state.ts";
import type { Store } from "../state/store.ts";
import { noThreads, reduceThreads } from "../state/threads.ts";

/** Keeps the news of threads, and which of them I follow, across reloads, where there is a storage. */
export class ThreadMemory {
  readonly #store: Store;
  readonly #storage: ThreadStorage | undefined;
  /** What is kept of each room. */
  readonly #kept = new Map<RoomId, Threads>();
  #isLoaded = false;

  constructor(store: Store, storage: ThreadStorage | undefined) {
    this.#store = store;
    this.#storage = storage;
  }

  /** Takes in what an earlier page load of this user left, once: every room of theirs is known now. */
  async load(): Promise<void> {
    const me = this.#store.state.me?.id;
    if (this.#storage === undefined || this.#isLoaded || me === undefined) return;
    this.#isLoaded = true;
    const stored = await this.#storage.load(me).catch(() => []);
    for (const { user, ...thread } of stored) {
      if (user !== me) continue;
      if (!this.#store.state.rooms.has(thread.room)) this.#forget(user, thread.room, thread.root);
      else this.#store.apply(reduceThreads, { type: "thread.restored", ...thread });
    }
    for (const room of new Set(stored.map((thread) => thread.room))) this.keep(room);
  }

  /** Something may have happened in a room's threads. */
  keep(id: RoomId): void {
    const me = this.#store.state.me?.id;
    const room = this.#store.state.rooms.get(id);
    const before = this.#kept.get(id) ?? noThreads;
    if (this.#storage === undefined || me === undefined || room === undefined || isSame(room, before)) return;
    this.#kept.set(id, room.threads);
    for (const root of otherThan(room.threads, before)) this.#put(me, room, root);
  }

  #put(user: string, room: Room, root: number): void {
    const news = room.threads.news.get(root) ?? 0;
    const follows = room.threads.chosen.get(root);
    if (news === 0 && follows === undefined) return this.#forget(user, room.id, root);
    const choice = follows === undefined ? {} : { follows };
    this.#storage?.put({ user, room: room.id, root, news, ...choice }).catch(() => {});
  }

  #forget(user: string, room: RoomId, root: number): void {
    this.#storage?.remove({ user, room, root }).catch(() => {});
  }
}

function isSame({ threads }: Room, before: Threads): boolean {
  return threads.news === before.news && threads.chosen === before.chosen;
}

/** The threads of which something else is known now. */
function otherThan(now: Threads, before: Threads): readonly number[] {
  const roots = new Set([now, before].flatMap(({ news, chosen }) => [...news.keys(), ...chosen.keys()]));
  return [...roots].filter(
    (root) => now.news.get(root) !== before.news.get(root) || now.chosen.get(root) !== before.chosen.get(root),
  );
}
