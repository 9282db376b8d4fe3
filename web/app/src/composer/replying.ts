import type { Drafts } from "../storage/drafts.ts";

/** Where something is written: in a room, or in a thread of it. */
export interface Place {
  readonly room: string;
  /** The seq of the message that the thread began with. */
  readonly thread?: number;
}

/** Begins an answer: the composer of that place shows what it answers and gets the focus. */
export function reply(drafts: Drafts, place: Place, seq: number): void {
  drafts.answer(place, seq);
  document.getElementById(composerId(place))?.focus();
}

/** The id of the text box of a place. */
export function composerId({ thread }: Place): string {
  return thread === undefined ? "composer" : "thread-composer";
}

/** The name under which a draft of this place is kept. */
export function draftKey({ room, thread }: Place): string {
  return thread === undefined ? room : `${room}/${thread}`;
}
