import { signal, type ReadonlySignal, type Signal } from "@preact/signals";
import type { Database } from "./database.ts";

/** Texts begun and not sent, one a room, kept on this device. */
export interface Drafts {
  /** The rooms in which a draft waits. */
  readonly rooms: ReadonlySignal<ReadonlySet<string>>;
  /** The draft of a room, empty if there is none. */
  text(room: string): ReadonlySignal<string>;
  write(room: string, text: string): void;
  /** Reads what an earlier visit of this user left. A draft begun since then stays. */
  load(user: string): Promise<void>;
}

/** A draft is kept once its writer has paused for this long. */
const pauseMs = 400;

export function createDrafts(database: Promise<Database>): Drafts {
  return new StoredDrafts(database);
}

class StoredDrafts implements Drafts {
  readonly #database: Promise<Database>;
  readonly #rooms = signal<ReadonlySet<string>>(new Set());
  readonly #texts = new Map<string, Signal<string>>();
  readonly #pauses = new Map<string, ReturnType<typeof setTimeout>>();
  #user: string | undefined;

  constructor(database: Promise<Database>) {
    this.#database = database;
  }

  get rooms(): ReadonlySignal<ReadonlySet<string>> {
    return this.#rooms;
  }

  text(room: string): Signal<string> {
    const known = this.#texts.get(room);
    if (known !== undefined) return known;
    const text = signal("");
    this.#texts.set(room, text);
    return text;
  }

  write(room: string, text: string): void {
    this.#show(room, text);
    clearTimeout(this.#pauses.get(room));
    this.#pauses.set(room, setTimeout(() => void this.#keep(room), pauseMs));
  }

  async load(user: string): Promise<void> {
    if (this.#user === user) return;
    this.#user = user;
    const drafts = await (await this.#database).getAllFromIndex("drafts", "user", user);
    for (const { room, text } of drafts) {
      if (this.text(room).peek() === "") this.#show(room, text);
    }
  }

  #show(room: string, text: string): void {
    this.text(room).value = text;
    const begun = text.trim() !== "";
    if (begun === this.#rooms.peek().has(room)) return;
    const rooms = new Set(this.#rooms.peek());
    if (begun) rooms.add(room);
    else rooms.delete(room);
    this.#rooms.value = rooms;
  }

  /** Failure is not shown: the draft then lasts as long as the page. */
  async #keep(room: string): Promise<void> {
    const user = this.#user;
    if (user === undefined) return;
    const text = this.text(room).peek();
    const database = await this.#database;
    if (text.trim() === "") await database.delete("drafts", [user, room]);
    else await database.put("drafts", { user, room, text });
  }
}
