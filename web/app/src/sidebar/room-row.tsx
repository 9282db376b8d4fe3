import type { Room } from "@parley/client";
import { Link } from "../navigation/link.tsx";
import { Face } from "../people/face.tsx";
import { othersIn } from "../people/names.ts";
import { statusOf, usePresence } from "../people/presence.ts";
import { RoomGlyph } from "../rooms/room-glyph.tsx";
import { Title } from "./title.tsx";
import { useStore } from "../store.ts";
import { Icon } from "../ui/icon.tsx";
import { useIsOpen, useRoom } from "./use-room.ts";

/** One line for a room or a private conversation, with its unread count. */
export function RoomRow({ id }: { id: string }) {
  const room = useRoom(id);
  const isOpen = useIsOpen(id);
  if (room === undefined) return null;
  const calls = room.unread > 0 && room.notify === "all";
  return (
    <Link
      to={{ name: "room", room: id, details: false }}
      class={`row${isOpen ? " open" : ""}${calls ? " unread" : ""}`}
      isCurrent={isOpen}
    >
      <Mark room={room} />
      <Title room={room} />
      <Aside room={room} calls={calls} isOpen={isOpen} />
    </Link>
  );
}

function Mark({ room }: { room: Room }) {
  const { state } = useStore();
  if (room.kind !== "direct") return <RoomGlyph room={room} />;
  return <Face id={othersIn(room, state.value)[0] ?? room.id} size="small" />;
}

function Aside({ room, calls, isOpen }: { room: Room; calls: boolean; isOpen: boolean }) {
  const { drafts } = useStore();
  if (calls) {
    return (
      <span class="count">
        {room.unread > 999 ? "999+" : room.unread}
        <span class="visually-hidden"> unread</span>
      </span>
    );
  }
  if (!isOpen && drafts.rooms.value.has(room.id)) return <DraftMark />;
  return room.kind === "direct" ? <Status room={room} /> : null;
}

/** Something is begun there and not sent. */
function DraftMark() {
  return (
    <span class="aside draft">
      <Icon name="pencil" size="small" />
      <span class="visually-hidden">draft</span>
    </span>
  );
}

/** What the other says of themselves, where there is one other. */
function Status({ room }: { room: Room }) {
  const { state } = useStore();
  const [other, ...more] = othersIn(room, state.value);
  const status = statusOf(usePresence(other ?? ""));
  if (more.length > 0 || status === "") return null;
  return (
    <span class="aside truncate" dir="auto">
      {status}
    </span>
  );
}
