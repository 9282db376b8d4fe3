import { useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import { useStore } from "../store.ts";

const storageKey = "parley.last-room";
/** Narrower windows show one pane at a time: there the list comes first. */
const wide = "(min-width: 640px)";

/** Begins in the room where the last visit ended, where there is space for more than the list. */
export function useFirstRoom(): void {
  const { navigator, openRoom, state } = useStore();
  const isFirst = useRef(true);
  useSignalEffect(() => {
    const room = openRoom.value?.id;
    if (room !== undefined) {
      isFirst.current = false;
      localStorage.setItem(storageKey, room);
      return;
    }
    if (!isFirst.current || !state.value.roomsKnown) return;
    isFirst.current = false;
    const last = localStorage.getItem(storageKey);
    if (last === null || !state.value.rooms.has(last) || !matchMedia(wide).matches) return;
    if (navigator.route.peek().name === "home") {
      navigator.replace({ name: "room", room: last, details: false });
    }
  });
}
