import { useComputed } from "@preact/signals";
import type { Room } from "@parley/client";
import { useStore } from "../store.ts";
import { nameOf, titleOf } from "./names.ts";

/** A user's name; the component renders again only when that changes. */
export function useName(id: string): string {
  const { state } = useStore();
  return useComputed(() => nameOf(state.value, id)).value;
}

/** A room's title; the component renders again only when that changes. */
export function useTitle(room: Room): string {
  const { state } = useStore();
  return useComputed(() => titleOf(state.value.rooms.get(room.id) ?? room, state.value)).value;
}
