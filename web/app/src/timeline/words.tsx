import { piecesOf } from "../people/keywords.ts";
import { useKeywords } from "../people/use-keywords.ts";

/** A text in which the words that draw my attention stand out. */
export function Words({ children }: { children: string }) {
  const pieces = piecesOf(children, useKeywords());
  return <>{pieces.map((piece) => (typeof piece === "string" ? piece : <mark class="keyword">{piece.word}</mark>))}</>;
}
