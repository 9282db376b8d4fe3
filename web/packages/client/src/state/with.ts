import type { ChatState, Room, RoomId } from "./state.ts";

/** The state with one room changed; the same state where the room is not there or did not change. */
export function withRoom(state: ChatState, id: RoomId, change: (room: Room) => Room): ChatState {
  const room = state.rooms.get(id);
  if (room === undefined) return state;
  const changed = change(room);
  return changed === room ? state : { ...state, rooms: new Map(state.rooms).set(id, changed) };
}
