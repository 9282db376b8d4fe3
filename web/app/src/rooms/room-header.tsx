import type { Room } from "@parley/client";
import { presenceLine, usePresence } from "../people/presence.ts";
import { useTitle } from "../people/use-names.ts";
import { openSearch } from "../search/open-search.ts";
import { useStore } from "../store.ts";
import { commandKey } from "../ui/keys.ts";
import { openDialog } from "../ui/open-dialog.ts";
import { Icon } from "../ui/icon.tsx";
import { WhoIsHere } from "./who-is-here.tsx";

/** A room's name and topic, with the ways back to the list and on to its details. */
export function RoomHeader({ room, hasDetails }: { room: Room; hasDetails: boolean }) {
  const { navigator } = useStore();
  const here = { name: "room", room: room.id, details: false } as const;
  const toggle = () => (hasDetails ? navigator.up(here) : navigator.go({ ...here, details: true }));
  return (
    <header class="pane-header">
      <button
        class="icon-button back"
        type="button"
        aria-label="Back to conversations"
        onClick={() => navigator.up({ name: "home" })}
      >
        <Icon name="arrow-left" />
      </button>
      <Title room={room} />
      {room.kind !== "direct" && <WhoIsHere room={room} />}
      <Finders />
      <button
        id="details-button"
        class="icon-button"
        type="button"
        aria-label="Room details"
        aria-expanded={hasDetails}
        onClick={toggle}
      >
        <Icon name="panel" />
      </button>
    </header>
  );
}

/** The ways to what was said here before. */
function Finders() {
  return (
    <>
      <button
        class="icon-button"
        type="button"
        aria-label="Search in this room"
        title={`Search in this room (${commandKey} F)`}
        onClick={() => openSearch("in:here ")}
      >
        <Icon name="search" />
      </button>
      <button
        class="icon-button"
        type="button"
        aria-label="Pinned messages"
        title="Pinned messages"
        onClick={() => openDialog("pins")}
      >
        <Icon name="pin" />
      </button>
    </>
  );
}

/** How the other is, where there is one other. */
function Company({ room }: { room: Room }) {
  const { state } = useStore();
  const [other = "", ...more] = (room.users ?? []).filter((id) => id !== state.value.me?.id);
  const presence = usePresence(other);
  if (presence === undefined || more.length > 0) return null;
  return (
    <p class="company">
      <span class={`presence ${presence.state}`} aria-hidden="true" />
      <span class="truncate" dir="auto">
        {presenceLine(presence, new Date())}
      </span>
    </p>
  );
}

function Title({ room }: { room: Room }) {
  const title = useTitle(room);
  return (
    <div class="words">
      <h1 class="truncate" dir="auto">
        {title}
      </h1>
      {room.kind === "direct" && <Company room={room} />}
      {room.topic !== undefined && room.topic !== "" && (
        <p class="truncate" dir="auto" title={room.topic}>
          {room.topic}
        </p>
      )}
    </div>
  );
}
