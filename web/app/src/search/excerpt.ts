import type { Highlight } from "@parley/client";

/** A piece of a text that was found, or stands beside what was found. */
export interface Piece {
  readonly text: string;
  readonly isFound: boolean;
}

/** How much stands before the first word that was found, and how long an excerpt is, in UTF-16 units. */
const before = 60;
const greatestLength = 240;

/**
 * The part of a text around the first word that was found, in pieces.
 *
 * @param highlights in order; what lies outside of the text is left out
 */
export function excerpt(text: string, highlights: readonly Highlight[]): readonly Piece[] {
  const first = highlights[0]?.start ?? 0;
  const from = first <= before ? 0 : beginOfWord(text, first - before);
  const to = Math.min(text.length, from + greatestLength);
  const pieces: Piece[] = from > 0 ? [{ text: "…", isFound: false }] : [];
  let at = from;
  for (const { start, end } of highlights) {
    if (start < at || end > to) continue;
    pieces.push({ text: text.slice(at, start), isFound: false }, { text: text.slice(start, end), isFound: true });
    at = end;
  }
  pieces.push({ text: text.slice(at, to) + (to < text.length ? "…" : ""), isFound: false });
  return pieces.filter((piece) => piece.text !== "");
}

function beginOfWord(text: string, at: number): number {
  const space = text.indexOf(" ", at);
  return space < 0 ? at : space + 1;
}
