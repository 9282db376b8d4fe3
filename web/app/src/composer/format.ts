import { hasCommand } from "../ui/keys.ts";

/** A way to set off a piece of text in markdown. */
export type Format = "bold" | "italic" | "code" | "strike";

const marks: Record<Format, string> = { bold: "**", italic: "_", code: "`", strike: "~~" };

/** A text and what is selected in it. */
export interface Edit {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The text with the format's marks put around the selection, or taken away if they stand there. */
export function toggleFormat(kind: Format, text: string, start: number, end: number): Edit {
  const mark = marks[kind];
  const size = mark.length;
  const selected = text.slice(start, end);
  const isMarked = text.slice(start - size, start) === mark && text.slice(end, end + size) === mark;
  if (isMarked) {
    const bare = text.slice(0, start - size) + selected + text.slice(end + size);
    return { text: bare, start: start - size, end: end - size };
  }
  const marked = text.slice(0, start) + mark + selected + mark + text.slice(end);
  return { text: marked, start: start + size, end: end + size };
}

/** The format that a key press asks for. */
export function formatOf(event: KeyboardEvent): Format | undefined {
  if (!hasCommand(event)) return undefined;
  const key = event.key.toLowerCase();
  if (event.shiftKey) return key === "x" ? "strike" : undefined;
  if (key === "b") return "bold";
  if (key === "i") return "italic";
  return key === "e" ? "code" : undefined;
}
