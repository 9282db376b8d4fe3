import type { DurableEvent } from "../generated/protocol.ts";
import { stillPending } from "./changes.ts";
import { reduceMember } from "./members.ts";
import { reduceMessage } from "./messages.ts";
import type { ChatState, Room, UserId } from "./state.ts";
import { tellThreads } from "./threads.ts";
import { reduceUpdate } from "./updates.ts";
import { withRoom } from "./with.ts";

/**
 * Applies the next fact of a room's log. Any other than the next one changes nothing: it was applied already, or
 * something before it is missing and must come first.
 */
export function reduceFact(state: ChatState, fact: DurableEvent): ChatState {
  return withRoom(state, fact.room, (room) => {
    if (fact.seq !== room.lastSeq + 1) return room;
    const changed = apply(room, fact, state.me?.id ?? "");
    return {
      ...changed,
      lastSeq: fact.seq,
      outgoing: changed.outgoing.filter(stillOut(fact.seq)),
      changes: stillPending(changed.changes, fact.seq),
    };
  });
}

function apply(room: Room, fact: DurableEvent, me: UserId): Room {
  switch (fact.type) {
    case "message.posted":
    case "message.edited":
    case "message.deleted":
    case "reaction.added":
    case "reaction.removed":
    case "poll.voted":
    case "poll.closed":
    case "message.pinned":
    case "message.unpinned":
      return { ...reduceMessage(room, fact, me), threads: tellThreads(room, fact, me) };
    case "member.joined":
    case "member.left":
    case "member.changed":
      return reduceMember(room, fact, me);
    case "room.updated":
      return reduceUpdate(room, fact);
    case "room.archived":
      return { ...room, archived: true };
    default:
      // A fact of a newer server: it has its place in the log, and no effect here.
      fact satisfies never;
      return room;
  }
}

/** Whether an outgoing row is not yet shown by a log that is applied up to `lastSeq`. */
function stillOut(lastSeq: number): (row: Room["outgoing"][number]) => boolean {
  return ({ status }) => status.kind !== "sent" || status.seq > lastSeq;
}
