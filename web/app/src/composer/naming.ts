import type { IconName } from "../ui/icon.tsx";

/** What is being named at the caret: the text from `from` to `to`, of which `word` comes after the sign. */
export interface Query {
  readonly kind: "mention" | "emoji" | "command";
  readonly from: number;
  readonly to: number;
  readonly word: string;
}

/** Something that can take the place of what is being named. */
export interface Option {
  readonly key: string;
  readonly insert: string;
  readonly label: string;
  readonly aside: string;
  readonly mark: { readonly user: string } | { readonly emoji: string } | { readonly icon: IconName };
}

const beforeCaret = /(?:^|[\s(])(?:@([\w.-]{0,32})|:([\w-]{2,32}))$/;

/** What is being named before the caret, if anything is. */
export function queryAt(text: string, caret: number): Query | undefined {
  const [, mention, emoji] = beforeCaret.exec(text.slice(Math.max(0, caret - 40), caret)) ?? [];
  const word = mention ?? emoji;
  if (word === undefined) return undefined;
  return { kind: mention === undefined ? "emoji" : "mention", from: caret - word.length - 1, to: caret, word };
}

const commandBeforeCaret = /^\/([a-z0-9-]{0,32})$/i;

/** The same where the text may be a command: that is named at its beginning. */
export function commandOrQueryAt(text: string, caret: number): Query | undefined {
  const [, word] = commandBeforeCaret.exec(text.slice(0, Math.min(caret, 40))) ?? [];
  return word === undefined ? queryAt(text, caret) : { kind: "command", from: 0, to: caret, word };
}
