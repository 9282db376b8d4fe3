import type { Chat, Room } from "../../packages/client/src/index.ts";

/** A poll of three options, of which one or several can be chosen. */
export function askPoll(chat: Chat, room: string, text: string, random: () => number): void {
  chat.send(room, { text, poll: { options: ["one", "two", "three"], multiple: random() < 0.5 } });
}

/** A vote for none, one or several options of some poll: what it does not take is refused. */
export function votePoll(chat: Chat, room: Room, random: () => number): Promise<void> | undefined {
  const options = [0, 1, 2].filter(() => random() < 0.4);
  const seq = somePoll(room, random);
  return seq === undefined ? undefined : chat.changeMessage(room.id, seq, { type: "vote", options });
}

/** The end of some poll; seldom, so that most go on. */
export function closePoll(chat: Chat, room: Room, random: () => number): Promise<void> | undefined {
  const seq = random() < 0.3 ? somePoll(room, random) : undefined;
  return seq === undefined ? undefined : chat.changeMessage(room.id, seq, { type: "close poll" });
}

/** The seq of a message with a poll. */
function somePoll(room: Room, random: () => number): number | undefined {
  const polls = room.timeline.items.filter((item) => item.kind === "message" && item.poll !== undefined);
  return polls[Math.floor(random() * polls.length)]?.seq;
}
