/** A name at the beginning of a word, as the server reads it; an address or a path is none. */
const name = /(?<![\p{L}\p{N}_@./-])@([A-Za-z0-9._-]{1,40})/gu;

/** A text in pieces: what is between names as it is, and the names without the sign before them. */
export function mentionsIn(text: string): readonly (string | { readonly name: string })[] {
  const pieces: (string | { readonly name: string })[] = [];
  let from = 0;
  for (const found of text.matchAll(name)) {
    const named = (found[1] ?? "").replace(/[.-]+$/, "");
    if (named === "") continue;
    pieces.push(text.slice(from, found.index), { name: named });
    from = found.index + 1 + named.length;
  }
  if (from === 0) return [text];
  pieces.push(text.slice(from));
  return pieces.filter((piece) => piece !== "");
}
