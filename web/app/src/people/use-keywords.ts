import { useComputed } from "@preact/signals";
import { useStore } from "../store.ts";
import { type Keyword, keywordsOf } from "./keywords.ts";

const none: readonly Keyword[] = [];
const known = new WeakMap<readonly string[], readonly Keyword[]>();

/** The words that draw my attention; the component renders again only when those change. */
export function useKeywords(): readonly Keyword[] {
  const { state } = useStore();
  return useComputed(() => madeOf(state.value.preferences?.keywords)).value;
}

/** Made once for each list of words. */
function madeOf(words: readonly string[] | undefined): readonly Keyword[] {
  if (words === undefined || words.length === 0) return none;
  const before = known.get(words);
  if (before !== undefined) return before;
  const made = keywordsOf(words);
  known.set(words, made);
  return made;
}
