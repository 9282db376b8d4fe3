import { signal } from "@preact/signals";

/** What became of taking a message elsewhere: into a room of mine or another, or to those who keep order. */
export type Copying = "saved" | "not saved" | "forwarded" | "reported";

/** The messages that were copied since the page was loaded, by room and seq. */
const copies = signal<ReadonlyMap<string, Copying>>(new Map());

/** What became of copying this message; undefined where nobody tried. */
export function copyingOf(room: string | undefined, seq: number): Copying | undefined {
  return copies.value.get(`${room} ${seq}`);
}

/** Whoever signs in next has copied nothing here. */
export function forgetCopies(): void {
  copies.value = new Map();
}

export function noteCopy(room: string, seq: number, copying: Copying): void {
  copies.value = new Map(copies.value).set(`${room} ${seq}`, copying);
}
