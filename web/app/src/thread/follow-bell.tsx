import { followsThread, type Room } from "@parley/client";
import { useStore } from "../store.ts";
import { Icon } from "../ui/icon.tsx";

/** Whether replies to a thread are news to me; a press changes that. */
export function FollowBell({ room, root }: { room: Room; root: number }) {
  const { chat, state } = useStore();
  const follows = followsThread(room, root, state.value.me?.id ?? "");
  return (
    <button
      class="icon-button"
      type="button"
      aria-label="Follow thread"
      aria-pressed={follows}
      title={follows ? "You are told of new replies" : "You are not told of new replies"}
      onClick={() => chat.followThread(room.id, root, !follows)}
    >
      <Icon name={follows ? "bell" : "quiet"} />
    </button>
  );
}
