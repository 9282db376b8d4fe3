import type { Preferences } from "../generated/protocol.ts";
import type { ChatState } from "./state.ts";

/** What I want to be notified of is known, or otherwise than before. */
export interface PreferencesEvent {
  readonly type: "preferences.known";
  readonly preferences: Preferences;
}

/** Keeps what I want to be notified of. */
export function reducePreferences(state: ChatState, { preferences }: PreferencesEvent): ChatState {
  return { ...state, preferences };
}
