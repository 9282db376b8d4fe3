import { myVote, pollClosed, voted } from "./polls.ts";
import type { ChatState, MessageChange, MessageItem, MessageKey, PendingChange, Room } from "./state.ts";
import { withRoom } from "./with.ts";

/** The stations of a change of mine; `room` and `key` say which. */
export type ChangeEvent = { readonly room: string; readonly key: MessageKey } & (
  | { readonly type: "change.made"; readonly target: number; readonly change: MessageChange }
  /** Committed as `seq`; without one, things stood so already. */
  | { readonly type: "change.done"; readonly seq: number | undefined }
  | { readonly type: "change.refused" }
);

/** Follows my changes on their way. A refused one is gone, and with it all that it showed. */
export function reduceChange(state: ChatState, event: ChangeEvent): ChatState {
  return withRoom(state, event.room, (room) => step(room, event));
}

function step(room: Room, event: ChangeEvent): Room {
  const others = room.changes.filter(({ key }) => key !== event.key);
  switch (event.type) {
    case "change.made": {
      const { key, target, change } = event;
      return { ...room, changes: [...others, { key, target, change }] };
    }
    case "change.done": {
      const { seq } = event;
      if (seq === undefined || seq <= room.lastSeq) return { ...room, changes: others };
      const changes = room.changes.map((one) => (one.key === event.key ? { ...one, seq } : one));
      return { ...room, changes };
    }
    case "change.refused":
      return { ...room, changes: others };
    default:
      return event satisfies never;
  }
}

/** The changes that a log applied up to `lastSeq` does not show yet; the same list where all stay. */
export function stillPending(
  changes: readonly PendingChange[],
  lastSeq: number,
): readonly PendingChange[] {
  const isShown = ({ seq }: PendingChange) => seq !== undefined && seq <= lastSeq;
  return changes.some(isShown) ? changes.filter((change) => !isShown(change)) : changes;
}

/** A message with a change of mine. What changes nothing returns the same object. */
export function changed(item: MessageItem, change: MessageChange): MessageItem {
  if (item.deleted === true) return item;
  switch (change.type) {
    case "edit":
      return { ...item, text: change.text, editedAt: change.at };
    case "delete":
      return tombstone(item);
    case "react":
      return reacted(item, change.emoji);
    case "unreact":
      return unreacted(item, change.emoji);
    case "vote":
      return myVoted(item, change.options);
    case "close poll":
      return pollClosed(item);
    case "pin":
      return item.pinned === true ? item : { ...item, pinned: true };
    case "unpin": {
      const { pinned: _, ...rest } = item;
      return rest;
    }
    default:
      return change satisfies never;
  }
}

/** What is left of a message that was taken back: its place, its writer, and the thread that it began. */
function tombstone(item: MessageItem): MessageItem {
  const { editedAt: _, reactions: _1, mentions: _2, pinned: _3, attachments: _4, poll: _5, expiresAt: _6, ...rest } =
    item;
  return { ...rest, text: "", deleted: true };
}

/** A poll that has ended takes no vote. */
function myVoted(item: MessageItem, options: readonly number[]): MessageItem {
  if (item.poll === undefined || item.poll.closed === true) return item;
  return voted(item, { options, replaces: myVote(item.poll), mine: true });
}

/** Nobody has an emoji twice on a message. */
function reacted(item: MessageItem, emoji: string): MessageItem {
  const reactions = item.reactions ?? [];
  const known = reactions.find((one) => one.emoji === emoji);
  if (known === undefined) return { ...item, reactions: [...reactions, { emoji, count: 1, mine: true }] };
  if (known.mine) return item;
  const more = { emoji, count: known.count + 1, mine: true };
  return { ...item, reactions: reactions.map((one) => (one === known ? more : one)) };
}

function unreacted(item: MessageItem, emoji: string): MessageItem {
  const { reactions = [], ...rest } = item;
  const known = reactions.find((one) => one.emoji === emoji);
  if (known === undefined || !known.mine) return item;
  const less = { emoji, count: known.count - 1, mine: false };
  const left = reactions.flatMap((one) => {
    if (one !== known) return [one];
    return less.count > 0 ? [less] : [];
  });
  return left.length === 0 ? rest : { ...rest, reactions: left };
}
