import { type MessageItem, myVote, type Poll, type PollOption } from "@parley/client";
import { useStore } from "../store.ts";
import type { ChangeMessage } from "../timeline/use-change.ts";
import { Icon } from "../ui/icon.tsx";
import { count } from "../ui/plural.ts";
import "./poll-card.css";

interface OpenPollCardProps {
  item: MessageItem;
  poll: Poll;
  change: ChangeMessage;
}

/** The poll of a message: pressing an option votes for it, or takes the vote back. */
export function OpenPollCard({ item, poll, change }: OpenPollCardProps) {
  const { openRoom, state } = useStore();
  const room = openRoom.value;
  if (poll.closed === true || room === undefined || room.archived === true) return <PollCard poll={poll} />;
  const mayEnd = item.by === state.value.me?.id || room.role !== "member";
  const vote = (index: number) => change({ type: "vote", options: pressed(poll, index) });
  return <PollCard poll={poll} onVote={vote} onEnd={mayEnd ? () => change({ type: "close poll" }) : undefined} />;
}

interface PollCardProps {
  poll: Poll;
  /** Called with the index of an option that was pressed; without it, nobody can vote. */
  onVote?: (index: number) => void;
  onEnd?: (() => void) | undefined;
}

/** The options with their votes, and below them how many people have voted. */
export function PollCard({ poll, onVote, onEnd }: PollCardProps) {
  return (
    <div class="poll" role="group" aria-label="Poll">
      <ul>
        {poll.options.map((option, index) => (
          <Option
            key={option.text}
            option={option}
            share={poll.voters === 0 ? 0 : option.votes / poll.voters}
            onPress={onVote && (() => onVote(index))}
          />
        ))}
      </ul>
      <p>
        <span>{count(poll.voters, "person has voted", "people have voted")}</span>
        <span>{rule(poll)}</span>
        {onEnd !== undefined && (
          <button class="link" type="button" onClick={onEnd}>
            End poll
          </button>
        )}
      </p>
    </div>
  );
}

interface OptionProps {
  option: PollOption;
  /** How many of those who voted have chosen it, from 0 to 1. */
  share: number;
  onPress: (() => void) | undefined;
}

function Option({ option: { text, votes, mine }, share, onPress }: OptionProps) {
  const content = (
    <>
      <span class="bar" aria-hidden="true" style={{ width: `${share * 100}%` }} />
      <span class="mark" aria-hidden="true">
        {mine && <Icon name="check" size="small" />}
      </span>
      <span class="words" dir="auto">
        {text}
      </span>
      {/* The text and the count are words apart, as they are in the name. */ " "}
      <span class="votes">{votes.toLocaleString("en")}</span>
    </>
  );
  const label = `${text}: ${count(votes, "vote")}${mine ? ", with yours" : ""}`;
  return (
    <li class={mine ? "mine" : undefined}>
      {onPress === undefined ? (
        <div class="choice" role="img" aria-label={label}>
          {content}
        </div>
      ) : (
        <button class="choice" type="button" aria-label={label} aria-pressed={mine} onClick={onPress}>
          {content}
        </button>
      )}
    </li>
  );
}

function rule({ closed, multiple }: Poll): string {
  if (closed === true) return "This poll has ended";
  return multiple ? "Choose any" : "Choose one";
}

/** My vote after an option was pressed: it is taken in or out, alone where only one can be chosen. */
export function pressed(poll: Poll, index: number): readonly number[] {
  const mine = myVote(poll);
  if (mine.includes(index)) return mine.filter((one) => one !== index);
  return poll.multiple ? [...mine, index].toSorted((a, b) => a - b) : [index];
}
