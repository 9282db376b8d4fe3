/** What an option, the space around the options, and the line below them take, in px; as poll-card.css has it. */
const optionHeight = 36;
const gap = 6;
const around = 10;
const lineHeight = 32;

/** What a poll takes in height, in px. */
export function heightOfPoll(options: number): number {
  return around + options * (optionHeight + gap) + lineHeight;
}
