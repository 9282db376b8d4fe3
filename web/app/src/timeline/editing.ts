import { signal } from "@preact/signals";

/** A message that is being rewritten, where it stands. */
export interface Editing {
  readonly room: string;
  readonly seq: number;
  /** Whether that is a thread's own panel: the same message may be shown in the room, too. */
  readonly isInThread: boolean;
}

/** The message that is being rewritten, if one is. */
export const editing = signal<Editing | undefined>(undefined);
