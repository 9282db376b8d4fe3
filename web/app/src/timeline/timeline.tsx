import type { Room } from "@parley/client";
import { useEffect } from "preact/hooks";
import { useStore } from "../store.ts";
import { CouldNotLoad } from "./could-not-load.tsx";
import { EmptyRoom } from "./empty-room.tsx";
import { Feed } from "./feed.tsx";
import { Skeleton } from "./skeleton.tsx";
import { useAnnouncements } from "./use-announcements.ts";
import "./timeline.css";
import "./message.css";
import "./message-actions.css";

/** Everything said in a room, or why it is not there. Mounted anew for each room. */
export function Timeline({ room }: { room: Room }) {
  const { chat } = useStore();
  useEffect(() => chat.openRoom(room.id), [chat, room.id]);
  useAnnouncements(room);
  const { loaded, loading, problem } = room.timeline;
  if (!loaded && problem !== undefined && loading === "none") {
    return <CouldNotLoad problem={problem} onRetry={() => chat.openRoom(room.id)} />;
  }
  if (!loaded && room.outgoing.length === 0) return <Skeleton />;
  if (room.messages === 0 && room.outgoing.length === 0) return <EmptyRoom room={room} />;
  return <Feed room={room} />;
}
