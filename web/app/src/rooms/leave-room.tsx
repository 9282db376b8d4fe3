import type { Room } from "@parley/client";
import { useStore } from "../store.ts";
import { AskOnce } from "../ui/ask-once.tsx";
import { useFocusHeir } from "../ui/focus.ts";

/** Leaves a room, after asking once. */
export function LeaveRoom({ room }: { room: Room }) {
  const { chat, navigator, openRoom } = useStore();
  useFocusHeir("#main");
  const leave = async () => {
    const isOpen = openRoom.peek()?.id === room.id;
    await chat.leaveRoom(room.id);
    if (isOpen) navigator.replace({ name: "home" });
  };
  return (
    <AskOnce label="Leave room" warning={warning(room)} confirm={`Leave ${room.name}`} cancel="Stay" run={leave} />
  );
}

function warning({ kind }: Room): string {
  return kind === "private"
    ? "You can come back only when somebody adds you again."
    : "You can join again whenever you like.";
}
