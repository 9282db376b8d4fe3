import { signal } from "@preact/signals";

/** Where something is written: in a room, or in a thread of it. */
export interface Place {
  readonly room: string;
  /** The seq of the message that the thread began with. */
  readonly thread?: number;
}

/** The message that is being answered, and where; undefined for none. */
export const replying = signal<(Place & { readonly seq: number }) | undefined>(undefined);

/** Begins an answer: the composer of that place shows what it answers and gets the focus. */
export function reply(place: Place, seq: number): void {
  replying.value = { ...place, seq };
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

/** The seq that is being answered in a place. */
export function answeredIn({ room, thread }: Place): number | undefined {
  const { value } = replying;
  return value?.room === room && value.thread === thread ? value.seq : undefined;
}
