import { signal, type ReadonlySignal } from "@preact/signals";
import { recall, remember } from "../storage/local.ts";

const storageKey = "parley.letter-keys";

const on = signal(recall(storageKey) !== "off");

/** Whether single letters do something while a message has the focus (WCAG 2.1.4). Kept on this device. */
export const letterKeys: ReadonlySignal<boolean> = on;

export function switchLetterKeys(isOn: boolean): void {
  on.value = isOn;
  remember(storageKey, isOn ? undefined : "off");
}

/** Whether a key press is a single letter, figure or sign that is switched off; Shift alone makes it none other. */
export function isSwitchedOff({ key }: Pick<KeyboardEvent, "key">): boolean {
  return !on.peek() && [...key].length === 1;
}
