import { signal } from "@preact/signals";

/** What became of saving a message. */
export type Saving = "saved" | "failed";

/** The messages that were saved since the page was loaded, by room and seq. */
const savings = signal<ReadonlyMap<string, Saving>>(new Map());

/** What became of saving this message; undefined where nobody tried. */
export function savingOf(room: string | undefined, seq: number): Saving | undefined {
  return savings.value.get(`${room} ${seq}`);
}

/** Whoever signs in next has saved nothing here. */
export function forgetSavings(): void {
  savings.value = new Map();
}

export function noteSaved(room: string, seq: number, saving: Saving): void {
  savings.value = new Map(savings.value).set(`${room} ${seq}`, saving);
}
