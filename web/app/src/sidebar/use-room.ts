import { useComputed } from "@preact/signals";
import type { Room } from "@parley/client";
import { useStore } from "../store.ts";

/** The room with this id; the component renders again only when that room changes. */
export function useRoom(id: string): Room | undefined {
  const { state } = useStore();
  return useComputed(() => state.value.rooms.get(id)).value;
}

/** Whether the address names this room. */
export function useIsOpen(id: string): boolean {
  const { openRoom } = useStore();
  return useComputed(() => openRoom.value?.id === id).value;
}
