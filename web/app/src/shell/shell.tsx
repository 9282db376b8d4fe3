import { useSignalEffect } from "@preact/signals";
import type { Room } from "@parley/client";
import { ConnectionStrip } from "../connection/connection-strip.tsx";
import { AcceptInvite } from "../rooms/accept-invite.tsx";
import { RoomDetails } from "../rooms/room-details.tsx";
import { RoomPane } from "../rooms/room-pane.tsx";
import { Sidebar } from "../sidebar/sidebar.tsx";
import type { Route } from "../navigation/route.ts";
import { useStore } from "../store.ts";
import { ThreadPanel } from "../thread/thread-panel.tsx";
import { titleOf } from "../people/names.ts";
import { Announcer } from "../ui/announcer.tsx";
import { UndoBar } from "../ui/undo.tsx";
import { useMatches } from "../ui/use-matches.ts";
import { Dialogs } from "./dialogs.tsx";
import { NoRoom } from "./no-room.tsx";
import { useFirstRoom } from "./use-first-room.ts";
import { useNotifications } from "./use-notifications.ts";
import { useShortcuts } from "./use-shortcuts.ts";
import "./shell.css";

/** Below these widths the list, and then the details or a thread, have the window to themselves. */
const narrow = "(max-width: 639px)";
const medium = "(max-width: 899px)";

/** The signed-in app: conversations, the open room, and its details or a thread. */
export function Shell() {
  const { navigator, openRoom } = useStore();
  useShortcuts();
  useFirstRoom();
  useDocumentTitle();
  useNotifications();
  const isNarrow = useMatches(narrow);
  const isMedium = useMatches(medium);
  const route = navigator.route.value;
  const room = openRoom.value;
  const hasDetails = route.name === "room" && route.details && room !== undefined;
  const { thread, message } = route.name === "room" ? route : {};
  const hasPanel = hasDetails || (thread !== undefined && room !== undefined);
  return (
    <>
      {room !== undefined && !hasPanel && <SkipLinks room={room} />}
      <div class={`shell ${paneOf(route.name, hasPanel)}`}>
        <Sidebar isAlone={isNarrow && route.name === "home"} />
        {route.name === "invite" && <AcceptInvite key={route.code} code={route.code} />}
        {route.name !== "invite" && room === undefined && <NoRoom />}
        {room !== undefined && <RoomPane room={room} hasDetails={hasDetails} />}
        {hasDetails && <RoomDetails room={room} isAlone={isMedium} />}
        {thread !== undefined && room !== undefined && (
          <ThreadPanel
            key={`${room.id} ${thread}`}
            room={room}
            root={thread}
            sought={message}
            isAlone={isMedium}
          />
        )}
        <div class="list-strip">
          <ConnectionStrip />
        </div>
      </div>
      <Above />
    </>
  );
}

/** What lies above all panes. */
function Above() {
  return (
    <>
      <Dialogs />
      <UndoBar />
      <Announcer />
    </>
  );
}

/** Which pane a narrow window shows. */
function paneOf(route: Route["name"], hasPanel: boolean): string {
  if (hasPanel) return "at-details";
  return route === "home" ? "at-list" : "at-room";
}

function SkipLinks({ room }: { room: Room }) {
  const hasMessages = room.timeline.loaded && room.messages > 0;
  return (
    <div class="skip-links">
      {hasMessages && (
        <a href="#messages" onClick={(event) => focus(event, "[data-message][tabindex='0']")}>
          Skip to messages
        </a>
      )}
      {room.archived !== true && (
        <a href="#composer" onClick={(event) => focus(event, "#composer")}>
          Skip to writing
        </a>
      )}
    </div>
  );
}

function focus(event: Event, selector: string): void {
  event.preventDefault();
  document.querySelector<HTMLElement>(selector)?.focus();
}

function useDocumentTitle(): void {
  const { openRoom, state } = useStore();
  useSignalEffect(() => {
    const room = openRoom.value;
    const { rooms } = state.value;
    const calls = [...rooms.values()].filter(({ unread, mentions, kind, notify }) =>
      kind === "direct" ? unread > 0 && notify !== "none" : mentions > 0,
    ).length;
    const title = room === undefined ? "Parley" : `${titleOf(room, state.value)} | Parley`;
    document.title = calls > 0 ? `(${calls}) ${title}` : title;
  });
}
