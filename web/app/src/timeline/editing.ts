import { signal } from "@preact/signals";

/** The message that is being rewritten, if one is. */
export const editing = signal<{ readonly room: string; readonly seq: number } | undefined>(undefined);
