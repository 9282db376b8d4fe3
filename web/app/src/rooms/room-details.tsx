import type { Room } from "@parley/client";
import { useEffect, useRef } from "preact/hooks";
import { useStore } from "../store.ts";
import { useTitle } from "../people/use-names.ts";
import { useFocusHeir } from "../ui/focus.ts";
import { Icon } from "../ui/icon.tsx";
import { About } from "./about.tsx";
import { ArchiveRoom } from "./archive-room.tsx";
import { Bans } from "./bans.tsx";
import { beginInDetails } from "./details-task.ts";
import { Hooks } from "./hooks.tsx";
import { Invites } from "./invites.tsx";
import { LeaveRoom } from "./leave-room.tsx";
import { Members } from "./members.tsx";
import { Notify } from "./notify.tsx";
import { OutgoingHooks } from "./outgoing-hooks.tsx";
import { mayInvite, mayOwn, maySeeDoors } from "./permissions.ts";
import { Reports } from "./reports.tsx";
import { SlashCommands } from "./slash-commands.tsx";
import "./room-details.css";

/**
 * What a room is for and who is in it, beside the room or in its place.
 *
 * @param isAlone whether the room itself is not shown: then this is the main thing
 */
export function RoomDetails({ room, isAlone }: { room: Room; isAlone: boolean }) {
  const Landmark = isAlone ? "main" : "aside";
  const Heading = isAlone ? "h1" : "h2";
  const { navigator } = useStore();
  const title = useTitle(room);
  const element = useFocusWithin(isAlone);
  useFocusHeir("#details-button");
  useEffect(() => () => beginInDetails("look"), [room.id]);
  const close = () => navigator.up({ name: "room", room: room.id, details: false });
  return (
    <Landmark ref={element} class="details" id="details" aria-label="Room details" tabIndex={-1}>
      <header class="pane-header">
        <button class="icon-button back" type="button" aria-label="Back to room" onClick={close}>
          <Icon name="arrow-left" />
        </button>
        <div class="words">
          <Heading>Details</Heading>
          <p class="truncate" dir="auto">
            {title}
          </p>
        </div>
        <button class="icon-button close" type="button" aria-label="Close details" onClick={close}>
          <Icon name="x" />
        </button>
      </header>
      <div class="details-body scroll">
        <Sections key={room.id} room={room} />
      </div>
    </Landmark>
  );
}

function Sections({ room }: { room: Room }) {
  const isDirect = room.kind === "direct";
  return (
    <>
      {!isDirect && <About room={room} />}
      {maySeeDoors(room) && <Reports room={room} />}
      <Notify room={room} />
      <Members room={room} />
      {(mayInvite(room) || maySeeDoors(room)) && <Invites room={room} />}
      {maySeeDoors(room) && (
        <>
          <Bans room={room} />
          <Hooks room={room} />
          <OutgoingHooks room={room} />
          <SlashCommands room={room} />
        </>
      )}
      {!isDirect && <LeaveRoom room={room} />}
      {mayOwn(room) && <ArchiveRoom room={room} />}
    </>
  );
}

/** Takes the focus where the details stand in the room's place, unless a form in them has it. */
function useFocusWithin(isAlone: boolean) {
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    const details = element.current;
    if (isAlone && !details?.contains(document.activeElement)) details?.focus();
  }, [isAlone]);
  return element;
}
