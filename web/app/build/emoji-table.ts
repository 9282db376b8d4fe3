import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Plugin } from "vite";

const name = "virtual:emoji-table";
const path = createRequire(import.meta.url).resolve("emojibase-data/en/compact.json");

interface Entry {
  readonly unicode: string;
  readonly label: string;
  readonly tags?: readonly string[];
  readonly group?: number;
  readonly order?: number;
}

/**
 * The module `virtual:emoji-table`: every emoji of Unicode in its order, without shades of skin, a line for each: the
 * emoji, its name, and after a bar more words that it is found by.
 */
export function emojiTable(): Plugin {
  return {
    name: "emoji-table",
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    async load(id) {
      if (id !== `\0${name}`) return undefined;
      const entries = JSON.parse(await readFile(path, "utf8")) as readonly Entry[];
      const lines = entries
        .filter(({ group, order }) => group !== undefined && group !== 2 && order !== undefined)
        .toSorted((one, other) => (one.order ?? 0) - (other.order ?? 0))
        .map(({ unicode, label, tags = [] }) => `${plain(unicode)} ${label}|${tags.join(" ")}`);
      return `export default ${JSON.stringify(lines.join("\n"))};`;
    },
  };
}

/** As Unicode recommends it: the selector of emoji style only where a character needs it. */
function plain(emoji: string): string {
  return emoji.replace(/(\p{Emoji_Presentation})\uFE0F/gu, "$1");
}
