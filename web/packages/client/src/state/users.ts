import type { User } from "../generated/protocol.ts";
import type { ChatState, UserId } from "./state.ts";

/** What is learned about people. */
export type UsersEvent =
  | { readonly type: "users.learned"; readonly users: readonly User[] }
  | { readonly type: "me.changed"; readonly user: User };

/** How many people are remembered; the ones learned first are forgotten first. */
const MAX_USERS = 5000;

/** Keeps the people. */
export function reduceUsers(state: ChatState, event: UsersEvent): ChatState {
  switch (event.type) {
    case "users.learned":
      return learned(state, event.users);
    case "me.changed":
      return { ...learned(state, [event.user]), me: event.user };
    default:
      return event satisfies never;
  }
}

/** The state that knows these people, too. */
export function learned(state: ChatState, users: readonly User[]): ChatState {
  if (users.length === 0) return state;
  const known = new Map(state.users);
  for (const user of users) {
    known.delete(user.id);
    known.set(user.id, user);
  }
  forgetOldest(known, state.me?.id);
  return { ...state, users: known };
}

function forgetOldest(users: Map<UserId, User>, me: UserId | undefined): void {
  for (const id of users.keys()) {
    if (users.size <= MAX_USERS) return;
    if (id !== me) users.delete(id);
  }
}
