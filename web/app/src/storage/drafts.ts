import { computed, signal, type ReadonlySignal, type Signal } from "@preact/signals";
import { type Chat, draftPlace, type KeptDraft } from "@parley/client";
import type { Database } from "./database.ts";
import { type LocalDraft, meet } from "./meet-drafts.ts";

/** Where something is written: in a room, or in a thread of it. */
type Place = Pick<KeptDraft, "room" | "thread">;

/** Texts begun and not sent, one a place, kept on this device and, through the server, on all of mine. */
export interface Drafts {
  /** The rooms in which a draft waits, in the room itself or in a thread. */
  readonly rooms: ReadonlySignal<ReadonlySet<string>>;
  /** The draft of a place, empty if there is none. */
  text(place: Place): ReadonlySignal<string>;
  write(place: Place, text: string): void;
  /** The seq of the message that the draft of a place answers. */
  replyTo(place: Place): ReadonlySignal<number | undefined>;
  /** The draft of a place answers the message at `seq`, or none. */
  answer(place: Place, seq: number | undefined): void;
  /** The place is left, or its text was sent: the server is told now instead of after a pause. */
  leave(place: Place): void;
  /** Reads what an earlier visit of this user left. A draft begun since then stays. */
  load(user: string): Promise<void>;
  /** What the server keeps now. The newer one of two drafts of a place holds. */
  follow(kept: ReadonlyMap<string, KeptDraft>): void;
}

/** A draft is kept on this device once its writer has paused for this long, and told to the server after the other. */
const keepMs = 400;
const tellMs = 2000;

export function createDrafts(database: Promise<Database>, chat: Pick<Chat, "setDraft">): Drafts {
  return new StoredDrafts(database, chat);
}

/** A draft of a place and how it is shown. */
interface Entry {
  readonly place: Place;
  readonly text: Signal<string>;
  readonly replyTo: Signal<number | undefined>;
  /** When it was written, by this device's clock; 0 for never. */
  at: number;
  /** Whether the server has been told. */
  told: boolean;
}

class StoredDrafts implements Drafts {
  readonly #database: Promise<Database>;
  readonly #chat: Pick<Chat, "setDraft">;
  readonly #entries = new Map<string, Entry>();
  readonly #begun = signal<ReadonlyMap<string, string>>(new Map());
  readonly #keeping = new Map<Entry, ReturnType<typeof setTimeout>>();
  readonly #telling = new Map<Entry, ReturnType<typeof setTimeout>>();
  readonly rooms = computed(() => new Set(this.#begun.value.values()));
  #loading: Promise<void> | undefined;
  #user: string | undefined;
  /** What the server keeps; undefined until that is known. */
  #kept: ReadonlyMap<string, KeptDraft> | undefined;
  /** What the server is being told of. */
  readonly #asking = new Set<Entry>();

  constructor(database: Promise<Database>, chat: Pick<Chat, "setDraft">) {
    this.#database = database;
    this.#chat = chat;
  }

  text(place: Place): ReadonlySignal<string> {
    return this.#entry(place).text;
  }

  write(place: Place, text: string): void {
    const entry = this.#entry(place);
    this.#change(entry, { text, replyTo: entry.replyTo.peek() });
  }

  replyTo(place: Place): ReadonlySignal<number | undefined> {
    return this.#entry(place).replyTo;
  }

  answer(place: Place, seq: number | undefined): void {
    const entry = this.#entry(place);
    if (entry.replyTo.peek() !== seq) this.#change(entry, { text: entry.text.peek(), replyTo: seq });
  }

  #change(entry: Entry, draft: Pick<LocalDraft, "text" | "replyTo">): void {
    this.#show(entry, { ...draft, at: Date.now(), told: false });
    this.#rest(entry);
    const tell = () => {
      this.#telling.delete(entry);
      void this.#tell(entry);
    };
    this.#telling.set(entry, setTimeout(tell, tellMs));
  }

  leave(place: Place): void {
    const entry = this.#entry(place);
    this.#rest(entry);
    void this.#tell(entry);
  }

  load(user: string): Promise<void> {
    if (this.#user !== user || this.#loading === undefined) {
      this.#user = user;
      this.#loading = this.#read(user).catch(() => {});
    }
    return this.#loading;
  }

  follow(kept: ReadonlyMap<string, KeptDraft>): void {
    if (kept === this.#kept) return;
    const before = this.#kept;
    this.#kept = kept;
    void this.#compare(before, kept);
  }

  /** Settles what is otherwise now. What an earlier visit left may be newer: it is read first. */
  async #compare(before: ReadonlyMap<string, KeptDraft> | undefined, kept: ReadonlyMap<string, KeptDraft>) {
    await this.#loading;
    for (const draft of kept.values()) this.#entry(draft);
    for (const [name, entry] of this.#entries) {
      const isOther = before === undefined || before.get(name) !== kept.get(name);
      if (isOther) this.#meet(entry, this.#kept?.get(name));
    }
  }

  #meet(entry: Entry, kept: KeptDraft | undefined): void {
    const meeting = meet({ ...entry, text: entry.text.peek(), replyTo: entry.replyTo.peek() }, kept);
    if (meeting.kind === "tell" && !this.#telling.has(entry)) void this.#tell(entry);
    if (meeting.kind === "take") this.#show(entry, meeting.draft);
  }

  async #read(user: string): Promise<void> {
    const drafts = await (await this.#database).getAllFromIndex("drafts", "user", user);
    for (const { room: name, text, replyTo, at = 0, told = false } of drafts) {
      const entry = this.#entry(placeOf(name));
      if (entry.at === 0) this.#show(entry, { text, replyTo, at, told });
    }
  }

  #entry(place: Place): Entry {
    const name = draftPlace(place);
    const known = this.#entries.get(name);
    if (known !== undefined) return known;
    const entry: Entry = { place: placeOf(name), text: signal(""), replyTo: signal(undefined), at: 0, told: true };
    this.#entries.set(name, entry);
    return entry;
  }

  #show(entry: Entry, { text, replyTo, at, told }: LocalDraft): void {
    entry.text.value = text;
    entry.replyTo.value = replyTo;
    entry.at = at;
    entry.told = told;
    this.#mark(draftPlace(entry.place), entry.place.room, text.trim() !== "");
    clearTimeout(this.#keeping.get(entry));
    this.#keeping.set(entry, setTimeout(() => void this.#keep(entry), keepMs));
  }

  #mark(name: string, room: string, isBegun: boolean): void {
    if (isBegun === this.#begun.peek().has(name)) return;
    const begun = new Map(this.#begun.peek());
    if (isBegun) begun.set(name, room);
    else begun.delete(name);
    this.#begun.value = begun;
  }

  #rest(entry: Entry): void {
    clearTimeout(this.#telling.get(entry));
    this.#telling.delete(entry);
  }

  /** Tells the server, unless it knows. What could not be told now is told at the next connection. */
  async #tell(entry: Entry): Promise<void> {
    if (entry.told || this.#asking.has(entry) || this.#kept === undefined) return;
    const { at, place } = entry;
    const text = entry.text.peek();
    const replyTo = entry.replyTo.peek();
    const draft = { ...place, text, ...(replyTo === undefined ? {} : { replyTo }) };
    this.#asking.add(entry);
    try {
      if (text.trim() !== "" || this.#kept.has(draftPlace(place))) await this.#chat.setDraft(draft);
    } catch {
      return;
    } finally {
      this.#asking.delete(entry);
    }
    entry.told = entry.at === at;
    await this.#keep(entry);
    // It was sent, or its place left, while the server was told of what it was before.
    if (!this.#telling.has(entry)) await this.#tell(entry);
  }

  /** Failure is not shown: the draft then lasts as long as the page. */
  async #keep({ place, text: shown, replyTo, at, told }: Entry): Promise<void> {
    const user = this.#user;
    if (user === undefined) return;
    const room = draftPlace(place);
    const text = shown.peek();
    const database = await this.#database;
    if (text.trim() === "" && told) await database.delete("drafts", [user, room]);
    else await database.put("drafts", { user, room, text, replyTo: replyTo.peek(), at, told });
  }
}

/** The place of a name that `draftPlace` gave. */
function placeOf(name: string): Place {
  const [room = "", thread] = name.split("/");
  return thread === undefined ? { room } : { room, thread: Number(thread) };
}
