import type { ChatState } from "@parley/client";
import { useComputed } from "@preact/signals";
import { useStore } from "../store.ts";

/** A name after an @. It stands out if it is somebody's, and more if it is mine or everybody's. */
export function Mention({ name }: { name: string }) {
  const { state } = useStore();
  const lower = name.toLowerCase();
  const isEveryone = lower === "room" || lower === "here";
  const isMine = useComputed(() => state.value.me?.username === lower).value;
  const person = useComputed(() => displayNames(state.value.users).get(lower)).value;
  if (!isEveryone && person === undefined) return <>@{name}</>;
  return (
    <span class={isMine || isEveryone ? "mention mine" : "mention"} title={person}>
      @{name}
    </span>
  );
}

const known = new WeakMap<ChatState["users"], ReadonlyMap<string, string>>();

/** What everybody is called, by username. Made once for each set of people. */
function displayNames(users: ChatState["users"]): ReadonlyMap<string, string> {
  const before = known.get(users);
  if (before !== undefined) return before;
  const names = new Map([...users.values()].map(({ username, displayName }) => [username, displayName]));
  known.set(users, names);
  return names;
}
