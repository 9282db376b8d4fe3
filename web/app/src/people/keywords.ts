/** A word that is looked for, as it is compared: without case and accents. */
export interface Keyword {
  readonly folded: string;
}

/** Words of one's own that are looked for in what others write; compared as the server does. */
export function keywordsOf(words: readonly string[]): readonly Keyword[] {
  return words.map((word) => ({ folded: fold(word).text })).filter(({ folded }) => folded.trim() !== "");
}

/** A text in pieces: what is between keywords as it is, and the keywords as they stand there. */
export function piecesOf(text: string, keywords: readonly Keyword[]): readonly (string | { readonly word: string })[] {
  if (keywords.length === 0) return [text];
  const pieces: (string | { readonly word: string })[] = [];
  let from = 0;
  for (const [start, end] of placesIn(text, keywords)) {
    if (start < from) continue;
    pieces.push(text.slice(from, start), { word: text.slice(start, end) });
    from = end;
  }
  if (from === 0) return [text];
  pieces.push(text.slice(from));
  return pieces.filter((piece) => piece !== "");
}

/** Whether one of the keywords stands in a text. */
export function hasKeyword(text: string, keywords: readonly Keyword[]): boolean {
  return keywords.length > 0 && placesIn(text, keywords).length > 0;
}

/** A text as it is compared, and where each of its characters stood before. */
interface Folded {
  readonly text: string;
  readonly at: readonly number[];
}

/** Compatibility decomposition without marks, in lower case; unit for unit with its origin. */
function fold(text: string): Folded {
  const at: number[] = [];
  let folded = "";
  let from = 0;
  for (const character of text) {
    const plain = character.normalize("NFKD").replace(/\p{M}+/gu, "").toUpperCase().toLowerCase();
    for (let unit = 0; unit < plain.length; unit += 1) at.push(from);
    folded += plain;
    from += character.length;
  }
  at.push(from);
  return { text: folded, at };
}

/** Where keywords stand in a text, in order, the longer one first: [start, end) in UTF-16 units. */
function placesIn(text: string, keywords: readonly Keyword[]): readonly (readonly [number, number])[] {
  const { text: folded, at } = fold(text);
  const places: (readonly [number, number])[] = [];
  for (const { folded: word } of keywords) {
    for (let start = folded.indexOf(word); start >= 0; start = folded.indexOf(word, start + 1)) {
      const end = start + word.length;
      if (isEdge(folded, start) && isEdge(folded, end)) places.push([at[start] ?? 0, at[end] ?? text.length]);
    }
  }
  return places.toSorted((one, other) => one[0] - other[0] || other[1] - one[1]);
}

const joining = /[\p{L}\p{Nd}_]/u;
/** Scripts that put no spaces between words have no longer ones. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Whether a word can begin or end between these two characters. */
function isEdge(text: string, at: number): boolean {
  const before = Array.from(text.slice(Math.max(0, at - 2), at)).at(-1) ?? "";
  const [after = ""] = text.slice(at, at + 2);
  return !joins(before) || !joins(after);
}

function joins(character: string): boolean {
  return joining.test(character) && !unspaced.test(character);
}
