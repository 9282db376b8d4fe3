/** An emoji and the words that it is found by. */
export interface Emoji {
  readonly emoji: string;
  readonly words: string;
}

/** Emoji that are offered, the most used ones first: each followed by its words. */
const offered = `👍 thumbs up yes agree|👎 thumbs down no|❤️ heart love|😂 tears of joy laugh|🎉 party tada celebrate
😄 smile happy grin|😊 blush smile|😉 wink|😍 heart eyes|🤔 thinking hmm|😅 sweat smile|😢 cry sad|😭 sob|😡 angry
😮 surprised wow|😱 scream|😴 sleep tired|🤯 mind blown|😎 cool sunglasses|🙃 upside down|🤷 shrug|🤦 facepalm
🙏 thanks please pray|👏 clap applause|🙌 raised hands hooray|👋 wave hello bye|💪 strong muscle|🤝 handshake deal
👀 eyes look|✅ check done|❌ cross no|❓ question|❗ exclamation|⚠️ warning|💯 hundred|🔥 fire|🚀 rocket ship
⭐ star|✨ sparkles|💡 idea bulb|🐛 bug|🔧 wrench fix|🔒 lock|📌 pin|📎 paperclip|📝 memo note|📅 calendar date
⏰ alarm clock|⏳ hourglass wait|☕ coffee|🍕 pizza|🍰 cake|🍺 beer|🎂 birthday cake|🎁 gift|🏆 trophy win|🎵 music
🌱 seedling plant|🌧️ rain|☀️ sun|🌈 rainbow|🌊 wave sea|⚓ anchor|🐱 cat|🐶 dog|🦆 duck|🐢 turtle slow`;

/** All of them. */
export const emojis: readonly Emoji[] = offered.split(/[|\n]/).map((entry) => {
  const [emoji = "", ...words] = entry.split(" ");
  return { emoji, words: words.join(" ") };
});

/** Those of which a word begins with the query; all for none. */
export function emojiFor(query: string): readonly Emoji[] {
  const wanted = query.trim().toLowerCase();
  return emojis.filter(({ words }) => ` ${words}`.includes(` ${wanted}`));
}
