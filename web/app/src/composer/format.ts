import { hasCommand } from "../ui/keys.ts";

/** A way to set off a piece of text in markdown. */
export type Format = "bold" | "italic" | "code" | "strike";

const marks: Record<Format, string> = { bold: "**", italic: "_", code: "`", strike: "~~" };

/** A change of a text: `insert` takes the place of [from, to), and then [start, end) is selected. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  readonly start: number;
  readonly end: number;
}

/** Puts the format's marks around the selection, or takes them away if they stand there. */
export function toggleFormat(kind: Format, text: string, start: number, end: number): Edit {
  const mark = marks[kind];
  const size = mark.length;
  const selected = text.slice(start, end);
  const isMarked = text.slice(start - size, start) === mark && text.slice(end, end + size) === mark;
  return isMarked
    ? { from: start - size, to: end + size, insert: selected, start: start - size, end: end - size }
    : { from: start, to: end, insert: mark + selected + mark, start: start + size, end: end + size };
}

/** Carries out a change in a text box, so that the browser can undo it. */
export function applyEdit(area: HTMLTextAreaElement, edit: Edit): void {
  area.focus();
  area.setSelectionRange(edit.from, edit.to);
  // The one way to change a text that the browser can undo.
  const command = edit.insert === "" ? "delete" : "insertText";
  if (!document.execCommand(command, false, edit.insert)) area.setRangeText(edit.insert);
  area.setSelectionRange(edit.start, edit.end);
}

/** Puts the format around what is selected in a text box, or takes it away, and tells the new text. */
export function applyFormat(area: HTMLTextAreaElement, kind: Format, write: (text: string) => void): void {
  applyEdit(area, toggleFormat(kind, area.value, area.selectionStart, area.selectionEnd));
  write(area.value);
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
