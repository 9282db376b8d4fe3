import type { ChatState, Instant, RoomId, UserId } from "./state.ts";
import { withRoom } from "./with.ts";

/** What ends typing without a signal. */
export type TypingEvent =
  /** Signals that end at `now` or before are over. */
  | { readonly type: "typing.lapsed"; readonly now: Instant }
  /** The connection is lost, and with it every signal. */
  | { readonly type: "typing.forgotten" };

/** How long a typing signal holds without being repeated, in milliseconds. */
const LAPSE_MS = 6000;

/** How many typists a room shows; further ones are not kept. */
const MAX_TYPISTS = 20;

/** Ends what has lapsed. */
export function reduceTyping(state: ChatState, event: TypingEvent): ChatState {
  switch (event.type) {
    case "typing.lapsed":
      return keepTypists(state, event.now);
    case "typing.forgotten":
      return keepTypists(state, Number.POSITIVE_INFINITY);
    default:
      return event satisfies never;
  }
}

/** Notes that somebody began, goes on or stopped typing. Who goes on keeps the place in the line. */
export function typed(
  state: ChatState,
  id: RoomId,
  signal: { readonly user: UserId; readonly active: boolean },
  now: Instant,
): ChatState {
  if (signal.user === state.me?.id) return state;
  return withRoom(state, id, (room) => {
    const known = room.typing.some((typist) => typist.user === signal.user);
    if (!signal.active) {
      if (!known) return room;
      return { ...room, typing: room.typing.filter((typist) => typist.user !== signal.user) };
    }
    const typist = { user: signal.user, until: now + LAPSE_MS };
    if (known) {
      return { ...room, typing: room.typing.map((one) => (one.user === typist.user ? typist : one)) };
    }
    return room.typing.length < MAX_TYPISTS ? { ...room, typing: [...room.typing, typist] } : room;
  });
}

/** When the next typing signal lapses; undefined while nobody types. */
export function nextLapse(state: ChatState): Instant | undefined {
  let next: Instant | undefined;
  for (const room of state.rooms.values()) {
    for (const { until } of room.typing) {
      if (next === undefined || until < next) next = until;
    }
  }
  return next;
}

function keepTypists(state: ChatState, after: Instant): ChatState {
  let next = state;
  for (const room of state.rooms.values()) {
    if (!room.typing.some(({ until }) => until <= after)) continue;
    next = withRoom(next, room.id, (typing) => ({
      ...typing,
      typing: typing.typing.filter(({ until }) => until > after),
    }));
  }
  return next;
}
