import { signal, type ReadonlySignal } from "@preact/signals";
import { openDialog } from "../ui/open-dialog.ts";

/** A message that the owners and moderators of its room should look at. */
export interface Reported {
  readonly room: string;
  readonly seq: number;
}

const chosen = signal<Reported | undefined>(undefined);

/** The message that was chosen last. */
export const reported: ReadonlySignal<Reported | undefined> = chosen;

/** Asks why a message is reported. */
export function report(room: string, seq: number): void {
  chosen.value = { room, seq };
  openDialog("report");
}
