import type { Presence } from "../generated/protocol.ts";
import type { ChatState } from "./state.ts";

/** What is learned about how people are. */
export type PresenceEvent =
  /** How all those who are watched are: of anybody else nothing is known any more. */
  | { readonly type: "presence.watched"; readonly presences: readonly Presence[] }
  /** One of them is otherwise than before. */
  | { readonly type: "presence.changed"; readonly presence: Presence };

/** How many are remembered: as many as a session watches, and some who no longer are. */
const MAX_PRESENCES = 600;

/** Keeps how people are. */
export function reducePresence(state: ChatState, event: PresenceEvent): ChatState {
  switch (event.type) {
    case "presence.watched":
      return { ...state, presences: new Map(event.presences.map((one) => [one.user, one])) };
    case "presence.changed": {
      const { presence } = event;
      if (state.presences.size >= MAX_PRESENCES && !state.presences.has(presence.user)) return state;
      return { ...state, presences: new Map(state.presences).set(presence.user, presence) };
    }
    default:
      return event satisfies never;
  }
}
