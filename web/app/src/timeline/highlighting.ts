import { signal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";

/** What a piece of code is, as far as it is drawn differently. */
export type Kind = "key" | "value" | "remark" | "removed";

/** A piece of code of one kind. */
export interface Piece {
  readonly kind: Kind | undefined;
  readonly text: string;
}

type Highlight = (language: string, source: string) => readonly Piece[] | undefined;

/** Longer code is drawn plain: its grammar would hold up the page. */
const greatestLength = 20_000;

const loaded = signal<Highlight | undefined>(undefined);

/** Code in pieces; undefined until its grammar is there, and where there is none. */
export function usePieces(language: string, source: string): readonly Piece[] | undefined {
  const highlight = loaded.value;
  const isWanted = language !== "" && source.length <= greatestLength;
  useEffect(() => {
    if (isWanted) void load();
  }, [isWanted]);
  return useMemo(
    () => (isWanted ? highlight?.(language.toLowerCase(), source) : undefined),
    [highlight, isWanted, language, source],
  );
}

/** The grammars come with the first code of a language. Without them code stays plain. */
async function load(): Promise<void> {
  if (loaded.peek() !== undefined) return;
  try {
    const { highlight } = await import("./highlighter.ts");
    loaded.value = highlight;
  } catch {
    // The network is away: the next block of code asks again.
  }
}
