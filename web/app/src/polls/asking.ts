import { signal } from "@preact/signals";
import type { Place } from "../composer/replying.ts";
import { openDialog } from "../ui/open-dialog.ts";

/** Where the poll goes that is being made. */
export const asking = signal<Place | undefined>(undefined);

/** Opens the dialog that makes a poll for this place. */
export function askPoll(place: Place): void {
  asking.value = place;
  openDialog("poll");
}
