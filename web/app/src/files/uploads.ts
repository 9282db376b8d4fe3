import { type ReadonlySignal, signal } from "@preact/signals";
import { type FileInfo, ParleyError } from "@parley/client";
import type { Session } from "../session/session.ts";
import { upload } from "./transfer.ts";

/** As many files as a message may have. */
const most = 10;

/** A file that was chosen for a message. */
export interface Chosen {
  readonly id: number;
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly progress: Progress;
}

/** How far a chosen file has come. */
export type Progress =
  | { readonly kind: "sending"; readonly sent: number }
  | { readonly kind: "there"; readonly file: FileInfo }
  | { readonly kind: "failed"; readonly reason: string };

/** The files that are chosen for the next message of one place. They are uploaded at once. */
export class Uploads {
  readonly #chosen = signal<readonly Chosen[]>([]);
  readonly #aborts = new Map<number, AbortController>();
  readonly #files = new Map<number, File>();
  #next = 0;

  get chosen(): ReadonlySignal<readonly Chosen[]> {
    return this.#chosen;
  }

  /** Begins to upload them; those beyond the tenth are left out, which the answer tells. */
  add(session: Session, files: Iterable<File>): string | undefined {
    for (const file of files) {
      if (this.#chosen.value.length >= most) return `A message has at most ${most} files.`;
      this.#next += 1;
      this.#files.set(this.#next, file);
      const one: Chosen = { id: this.#next, name: file.name, size: file.size, progress: { kind: "sending", sent: 0 } };
      this.#chosen.value = [...this.#chosen.value, one];
      void this.#send(session, this.#next, file);
    }
    return undefined;
  }

  retry(session: Session, id: number): void {
    const file = this.#files.get(id);
    if (file === undefined) return;
    this.#set(id, { kind: "sending", sent: 0 });
    void this.#send(session, id, file);
  }

  /** Takes one out again, wherever it has come to. */
  remove(id: number): void {
    this.#aborts.get(id)?.abort();
    this.#forget(id);
    this.#chosen.value = this.#chosen.value.filter((one) => one.id !== id);
  }

  /** The files that are there, in order; none are chosen afterwards. */
  take(): readonly FileInfo[] {
    const taken = this.#chosen.value.flatMap(({ progress }) => (progress.kind === "there" ? [progress.file] : []));
    for (const { id } of this.#chosen.value) this.#forget(id);
    this.#chosen.value = [];
    return taken;
  }

  #forget(id: number): void {
    this.#aborts.delete(id);
    this.#files.delete(id);
  }

  async #send(session: Session, id: number, file: File): Promise<void> {
    const abort = new AbortController();
    this.#aborts.set(id, abort);
    try {
      const there = await upload(session, file, {
        onProgress: (sent) => this.#set(id, { kind: "sending", sent }),
        signal: abort.signal,
      });
      this.#set(id, { kind: "there", file: there });
    } catch (error) {
      const reason = error instanceof ParleyError ? error.error.message : "The file did not get there.";
      this.#set(id, { kind: "failed", reason });
    }
  }

  #set(id: number, progress: Progress): void {
    this.#chosen.value = this.#chosen.value.map((one) => (one.id === id ? { ...one, progress } : one));
  }
}

const places = new Map<string, Uploads>();

/** Gives up what was chosen anywhere: whoever signs in next is somebody else. */
export function forgetUploads(): void {
  for (const uploads of places.values()) {
    for (const { id } of uploads.chosen.value) uploads.remove(id);
  }
  places.clear();
}

/** The files that are chosen in a place, by the name of its draft. */
export function uploadsOf(draft: string): Uploads {
  let uploads = places.get(draft);
  if (uploads === undefined) {
    uploads = new Uploads();
    places.set(draft, uploads);
  }
  return uploads;
}
