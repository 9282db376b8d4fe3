import { signal, type ReadonlySignal } from "@preact/signals";
import { openDialog } from "../ui/open-dialog.ts";

/** A message that is to be said in another room. */
export interface Forwarding {
  readonly room: string;
  readonly seq: number;
}

const chosen = signal<Forwarding | undefined>(undefined);

/** The message that was chosen last. */
export const forwarding: ReadonlySignal<Forwarding | undefined> = chosen;

/** Asks where to forward a message to. */
export function forward(room: string, seq: number): void {
  chosen.value = { room, seq };
  openDialog("forward");
}
