import { useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import { recall, remember } from "../storage/local.ts";
import { useStore } from "../store.ts";

const storageKey = "parley.last-room";
/** Narrower windows show one pane at a time: there the list comes first. */
const wide = "(min-width: 640px)";

/**
 * Begins in the room where the last visit ended, or in the only one, where there is space for more
 * than the list.
 */
export function useFirstRoom(): void {
  const { navigator, openRoom, state } = useStore();
  const isFirst = useRef(true);
  useSignalEffect(() => {
    const room = openRoom.value?.id;
    if (room !== undefined) {
      isFirst.current = false;
      remember(storageKey, room);
      return;
    }
    if (!isFirst.current || !state.value.roomsKnown) return;
    isFirst.current = false;
    const first = firstOf(state.value.rooms);
    if (first === undefined || !matchMedia(wide).matches) return;
    if (navigator.route.peek().name === "home") {
      navigator.replace({ name: "room", room: first, details: false });
    }
  });
}

function firstOf(rooms: ReadonlyMap<string, unknown>): string | undefined {
  const last = recall(storageKey);
  if (last !== undefined && rooms.has(last)) return last;
  const [only, ...others] = rooms.keys();
  return others.length === 0 ? only : undefined;
}
