import type { DurableEvent } from "../generated/protocol.ts";
import { recount } from "./reading.ts";
import type { Room, UserId } from "./state.ts";
import { append, messageItem } from "./timeline.ts";

/** How much of the newest message a list shows, in characters; the server cuts summaries the same. */
const PREVIEW = 200;

/** The facts about messages. */
export type MessageFact = Extract<DurableEvent, { type: "message.posted" }>;

/** Applies a message's fact to its room. `me` is whose view this is. */
export function reduceMessage(room: Room, fact: MessageFact, me: UserId): Room {
  switch (fact.type) {
    case "message.posted":
      return posted(room, fact, me);
    default:
      return fact.type satisfies never;
  }
}

/** My own message also moves my read mark and takes the place of its outgoing row. */
function posted(room: Room, fact: MessageFact, me: UserId): Room {
  const { seq, at, by, data } = fact;
  const mine = by === me;
  const read = mine ? Math.max(room.read, seq) : room.read;
  return recount({
    ...room,
    last: { seq, by, text: data.text.slice(0, PREVIEW), at },
    messages: data.number,
    read,
    readNumber: seq <= read ? data.number : room.readNumber,
    timeline: append(room.timeline, messageItem({ seq, at, by, ...data })),
    outgoing: mine ? room.outgoing.filter((row) => row.key !== data.key) : room.outgoing,
    typing: room.typing.filter((typist) => typist.user !== by),
  });
}
