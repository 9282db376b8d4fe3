/** A candidate's title with the ranges in which it matches, as [start, end) of UTF-16 units. */
export interface Match<T> {
  readonly item: T;
  readonly title: string;
  readonly ranges: readonly (readonly [number, number])[];
}

/** Something that can be found by its title; `weight` breaks ties, higher first. */
export interface Candidate<T> {
  readonly item: T;
  readonly title: string;
  readonly weight: number;
}

/**
 * The candidates that contain a word of the query, best first: more words before fewer, and words at
 * the beginning of a word before words inside one. An empty query matches everything.
 */
export function search<T>(candidates: readonly Candidate<T>[], query: string): readonly Match<T>[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  return candidates
    .map((candidate) => ({ candidate, found: match(fold(candidate.title), words) }))
    .filter(({ found }) => found !== undefined)
    .toSorted(
      (one, other) =>
        (other.found?.score ?? 0) - (one.found?.score ?? 0) ||
        other.candidate.weight - one.candidate.weight ||
        one.candidate.title.localeCompare(other.candidate.title),
    )
    .map(({ candidate, found }) => ({
      item: candidate.item,
      title: candidate.title,
      ranges: found?.ranges ?? [],
    }));
}

interface Found {
  readonly score: number;
  readonly ranges: readonly (readonly [number, number])[];
}

const atTitle = 4;
const atWord = 3;
const inside = 1;

/** Any word may be missing as long as one is there, as in "ti ma"; more words score higher. */
function match(title: string, words: readonly string[]): Found | undefined {
  const ranges: (readonly [number, number])[] = [];
  let score = 0;
  for (const word of words) {
    const start = placeOf(title, word);
    if (start < 0) continue;
    score += scoreAt(title, start);
    ranges.push([start, start + word.length]);
  }
  if (words.length > 0 && ranges.length === 0) return undefined;
  return { score, ranges: merge(ranges) };
}

/** The best place of a word: where it begins a word, else anywhere. */
function placeOf(title: string, word: string): number {
  for (let start = title.indexOf(word); start >= 0; start = title.indexOf(word, start + 1)) {
    if (beginsWord(title, start)) return start;
  }
  return title.indexOf(word);
}

function scoreAt(title: string, start: number): number {
  if (start === 0) return atTitle;
  return beginsWord(title, start) ? atWord : inside;
}

function beginsWord(title: string, start: number): boolean {
  return start === 0 || !/[\p{L}\p{N}]/u.test(title.charAt(start - 1));
}

function merge(ranges: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const merged: [number, number][] = [];
  for (const [start, end] of ranges.toSorted((one, other) => one[0] - other[0])) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/** Without case and accents, unit for unit, so that ranges fit the original. */
function fold(text: string): string {
  return Array.from(text, (character) => {
    const bare = character.normalize("NFD").charAt(0).toLowerCase();
    return bare.length === character.length ? bare : character;
  }).join("");
}
