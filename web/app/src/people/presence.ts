import { useComputed } from "@preact/signals";
import type { Presence, PresenceState } from "@parley/client";
import { useEffect } from "preact/hooks";
import { useStore } from "../store.ts";
import { dayNumber, listTime } from "../ui/time.ts";

const words: Record<PresenceState, string> = {
  online: "online",
  away: "away",
  dnd: "do not disturb",
  invisible: "invisible",
  offline: "offline",
};

/** How a user is, if that is known; the component renders again only when that changes. */
export function usePresence(id: string): Presence | undefined {
  const { state } = useStore();
  return useComputed(() => state.value.presences.get(id)).value;
}

/** Keeps it known how these people are, for as long as they are on screen. */
export function useWatched(users: readonly string[]): void {
  const { chat } = useStore();
  const key = users.join(" ");
  useEffect(() => chat.watchPresence(users), [chat, key]);
}

/** A state in words: "do not disturb". */
export function stateWords(state: PresenceState): string {
  return words[state];
}

/** What somebody says of themselves: their emoji and their words; empty where they say nothing. */
export function statusOf(presence: Presence | undefined): string {
  return [presence?.emoji, presence?.text].filter(Boolean).join(" ");
}

/** How somebody is, in one line: their own words, or else when they were last there. */
export function presenceLine(presence: Presence, now: Date): string {
  const status = statusOf(presence);
  if (status !== "") return status;
  return presence.lastSeen === undefined ? stateWords(presence.state) : lastSeen(presence.lastSeen, now);
}

function lastSeen(at: string, now: Date): string {
  const when = listTime(at, now);
  if (when === "Yesterday") return "last seen yesterday";
  return dayNumber(now) === dayNumber(at) ? `last seen at ${when}` : `last seen on ${when}`;
}
