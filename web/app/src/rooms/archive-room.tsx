import type { Room } from "@parley/client";
import { useStore } from "../store.ts";
import { AskOnce } from "../ui/ask-once.tsx";
import { useFocusHeir } from "../ui/focus.ts";

/** Closes a room for good, after asking once. */
export function ArchiveRoom({ room }: { room: Room }) {
  const { chat } = useStore();
  useFocusHeir("#details");
  return (
    <AskOnce
      label="Archive room"
      warning="Nobody can write in it any more. It can still be read. This cannot be undone."
      confirm={`Archive ${room.name}`}
      cancel="Keep open"
      run={() => chat.archiveRoom(room.id)}
    />
  );
}
