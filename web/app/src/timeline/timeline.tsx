import type { Room } from "@parley/client";
import { useCallback, useEffect, useRef } from "preact/hooks";
import { useStore } from "../store.ts";
import { CouldNotLoad } from "./could-not-load.tsx";
import { EmptyRoom } from "./empty-room.tsx";
import { isInRoom } from "./in-room.ts";
import { Feed } from "./feed.tsx";
import { Skeleton } from "./skeleton.tsx";
import { useAnnouncements } from "./use-announcements.ts";
import "./timeline.css";
import "./message.css";
import "./message-actions.css";

/** Everything said in a room, or why it is not there. Mounted anew for each room. */
export function Timeline({ room }: { room: Room }) {
  const { chat } = useStore();
  const sought = useSought(room);
  const { startsAtEnd, openEnd } = useEndOf(room);
  useAnnouncements(room);
  const { loaded, loading, problem } = room.timeline;
  if (!loaded && problem !== undefined && loading === "none") {
    return <CouldNotLoad problem={problem} onRetry={() => chat.openRoom(room.id, sought)} />;
  }
  if (!loaded && room.outgoing.length === 0) return <Skeleton />;
  if (room.messages === 0 && room.outgoing.length === 0) return <EmptyRoom room={room} />;
  return <Feed key={timelineKey(room)} {...{ room, sought, startsAtEnd, openEnd }} />;
}

/** The message that the address points at, which is loaded; one that stands only in a thread is shown there. */
function useSought(room: Room): number | undefined {
  const { chat, navigator, openRoom } = useStore();
  const route = navigator.route.value;
  const pointed = route.name === "room" && route.thread === undefined ? route.message : undefined;
  const isOpened = useRef(false);
  useEffect(() => {
    if (pointed !== undefined || !isOpened.current) chat.openRoom(room.id, pointed);
    isOpened.current = true;
  }, [chat, room.id, pointed]);
  const item = room.timeline.items.find(({ seq }) => seq === pointed);
  const thread = item?.kind === "message" && !isInRoom(item) ? item.thread : undefined;
  useEffect(() => {
    if (thread === undefined || openRoom.peek()?.id !== room.id) return;
    navigator.replace({ name: "room", room: room.id, details: false, thread, message: pointed ?? thread });
  }, [navigator, openRoom, room.id, thread, pointed]);
  return pointed;
}

/** The way from a stretch in the middle to the newest message, past what is unread. */
function useEndOf(room: Room) {
  const { chat, navigator } = useStore();
  const isAsked = useRef(false);
  const openEnd = useCallback(() => {
    isAsked.current = true;
    navigator.replace({ name: "room", room: room.id, details: false });
    chat.openRoom(room.id);
  }, [chat, navigator, room.id]);
  return { startsAtEnd: isAsked.current, openEnd };
}

/** Another stretch of the history is another feed. */
function timelineKey({ timeline }: Room): string {
  return `${timeline.around ?? "end"}`;
}
