/** An emoji, what it is called, and the words that it is found by. */
export interface Emoji {
  readonly emoji: string;
  readonly name: string;
  /** The words of its name first; lower case. */
  readonly words: string;
}

/** Those that people use most come first. */
const common = `👍 👎 ❤️ 😂 🎉 😄 😊 😉 😍 🤔 😅 😢 😭 😡 😮 😱 😴 🤯 😎 🙃 🤷 🤦 🙏 👏 🙌 👋 💪 🤝 👀 ✅ ❌ ❓ ❗ ⚠️ 💯 🔥 🚀 ⭐ ✨ 💡
🐛 🔧 🔒 📌 📎 📝 📅 ⏰ ⏳ ☕ 🍕 🍰 🍺 🎂 🎁 🏆 🎵 🌱 🌧️ ☀️ 🌈 🌊 ⚓ 🐱 🐶 🦆 🐢`.split(/\s/);

let loaded: Promise<readonly Emoji[]> | undefined;

/** Every emoji, the most used ones first. The table is fetched when it is first asked for. */
export function loadEmoji(): Promise<readonly Emoji[]> {
  loaded ??= import("virtual:emoji-table").then(
    ({ default: table }) => read(table),
    (problem: unknown) => {
      loaded = undefined;
      throw problem;
    },
  );
  return loaded;
}

function read(table: string): readonly Emoji[] {
  const all = new Map(table.split("\n").map((line) => [line.slice(0, line.indexOf(" ")), line]));
  const first = common.filter((emoji) => all.has(emoji));
  return [...new Set([...first, ...all.keys()])].map((emoji) => entryOf(emoji, all.get(emoji) ?? ""));
}

function entryOf(emoji: string, line: string): Emoji {
  const [name = "", more = ""] = line.slice(emoji.length + 1).split("|");
  return { emoji, name, words: `${name} ${more}`.toLowerCase() };
}

/** Those of which a word begins with the query, those named so before those only described so; all for none. */
export function emojiFor(all: readonly Emoji[], query: string): readonly Emoji[] {
  const wanted = query.trim().toLowerCase();
  if (wanted === "") return all;
  const found = all.filter(({ words }) => ` ${words}`.includes(` ${wanted}`));
  const isNamed = ({ name }: Emoji) => ` ${name.toLowerCase()}`.includes(` ${wanted}`);
  return [...found.filter(isNamed), ...found.filter((one) => !isNamed(one))];
}
