import { openDialog } from "../ui/open-dialog.ts";

let begun = "";

/** Opens the search with this text in it. */
export function openSearch(text: string): void {
  begun = text;
  openDialog("search");
}

/** The text with which the search was opened. */
export function searchText(): string {
  return begun;
}
