import type { Room } from "@parley/client";
import { useLayoutEffect } from "preact/hooks";
import { Composer } from "../composer/composer.tsx";
import { ConnectionStrip } from "../connection/connection-strip.tsx";
import { useStore } from "../store.ts";
import { Timeline } from "../timeline/timeline.tsx";
import { RoomHeader } from "./room-header.tsx";
import "./room-pane.css";

/** A room: its header, what was said, and where to say more. */
export function RoomPane({ room, hasDetails }: { room: Room; hasDetails: boolean }) {
  const { navigator } = useStore();
  useLayoutEffect(() => {
    const route = navigator.route.peek();
    if (route.name === "room" && route.message !== undefined) return;
    const isPointer = matchMedia("(hover: hover)").matches;
    if (isPointer) document.querySelector<HTMLElement>("#composer")?.focus();
  }, [room.id]);
  return (
    <main class="pane" id="main">
      <RoomHeader room={room} hasDetails={hasDetails} />
      <ConnectionStrip />
      <Timeline key={room.id} room={room} />
      <Composer key={`composer ${room.id}`} room={room} />
    </main>
  );
}
