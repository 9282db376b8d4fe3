import type { Room } from "@parley/client";
import { useTitle } from "../people/use-names.ts";
import { useStore } from "../store.ts";

/** What stands above the first message: the beginning, or how the way there is going. */
export function FeedTop({ room }: { room: Room }) {
  const { more, loading, problem } = room.timeline;
  return (
    <div class="feed-top">
      {!more && <Beginning room={room} />}
      {more && loading === "older" && <span>Loading earlier messages</span>}
      {more && loading === "none" && problem !== undefined && <Trouble room={room} />}
    </div>
  );
}

function Beginning({ room }: { room: Room }) {
  const title = useTitle(room);
  return (
    <span class="truncate" dir="auto">
      {room.kind === "direct" ? `The beginning of your conversation with ${title}` : `The beginning of ${title}`}
    </span>
  );
}

function Trouble({ room }: { room: Room }) {
  const { chat } = useStore();
  return (
    <span role="alert">
      Earlier messages did not load.{" "}
      <button class="link" type="button" onClick={() => chat.loadOlder(room.id)}>
        Load again
      </button>
    </span>
  );
}
