import type { Ballot, Poll } from "../generated/protocol.ts";
import type { MessageItem } from "./state.ts";

/** A poll in which nobody has voted yet. */
export function openPoll({ options, multiple = false }: Ballot): Poll {
  return { options: options.map((text) => ({ text, votes: 0, mine: false })), multiple, voters: 0 };
}

/** Somebody's vote: the indexes of what they chose, and of what they had chosen until then. */
export interface Vote {
  readonly options: readonly number[];
  readonly replaces: readonly number[];
  /** Whether it is mine. */
  readonly mine: boolean;
}

/** A message with one vote more in its poll; without a poll, the message as it is. */
export function voted(message: MessageItem, { options, replaces, mine }: Vote): MessageItem {
  const { poll } = message;
  if (poll === undefined) return message;
  return {
    ...message,
    poll: {
      ...poll,
      options: poll.options.map((option, index) => ({
        ...option,
        votes: option.votes + count(options, index) - count(replaces, index),
        mine: mine ? options.includes(index) : option.mine,
      })),
      voters: poll.voters + Math.min(options.length, 1) - Math.min(replaces.length, 1),
    },
  };
}

/** What I have chosen, by index, as far as a message shows it. */
export function myVote({ options }: Poll): readonly number[] {
  return options.flatMap(({ mine }, index) => (mine ? [index] : []));
}

/** A message whose poll has ended; without a poll, the message as it is. */
export function pollClosed(message: MessageItem): MessageItem {
  return message.poll === undefined ? message : { ...message, poll: { ...message.poll, closed: true } };
}

function count(options: readonly number[], index: number): number {
  return options.includes(index) ? 1 : 0;
}
