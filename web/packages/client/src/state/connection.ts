import type { User } from "../generated/protocol.ts";
import type { ChatState, Connection, Instant } from "./state.ts";
import { learned } from "./users.ts";

/** What the connection tells. */
export type ConnectionEvent =
  | { readonly type: "connection.changed"; readonly connection: Connection }
  /** Hello was answered. */
  | { readonly type: "connection.greeted"; readonly user: User };

/** What is known before the first answer. */
export function initialState(now: Instant): ChatState {
  return {
    connection: { kind: "connecting", since: now },
    me: undefined,
    rooms: new Map(),
    roomsKnown: false,
    users: new Map(),
    presences: new Map(),
    scheduleChanges: 0,
    drafts: undefined,
    preferences: undefined,
  };
}

/** Follows the connection. Where another user than before is greeted, nothing of the one before stays. */
export function reduceConnection(state: ChatState, event: ConnectionEvent): ChatState {
  switch (event.type) {
    case "connection.changed":
      return { ...state, connection: event.connection };
    case "connection.greeted": {
      const same = state.me === undefined || state.me.id === event.user.id;
      const mine = same ? state : { ...initialState(0), connection: state.connection };
      return { ...learned(mine, [event.user]), me: event.user };
    }
    default:
      return event satisfies never;
  }
}
