import { signal, type ReadonlySignal } from "@preact/signals";

/** The dialogs that any part of the app may ask for; one is open at a time. */
export type DialogName =
  | "switcher"
  | "new-message"
  | "create-room"
  | "bots"
  | "browse-rooms"
  | "forward"
  | "pins"
  | "report"
  | "poll"
  | "scheduled"
  | "search"
  | "settings"
  | "shortcuts"
  | "status";

const opened = signal<DialogName | undefined>(undefined);

export const openedDialog: ReadonlySignal<DialogName | undefined> = opened;

export function openDialog(name: DialogName): void {
  opened.value = name;
}

export function closeDialog(): void {
  opened.value = undefined;
}
