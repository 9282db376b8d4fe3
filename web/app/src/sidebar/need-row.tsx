import type { LastMessage, Room } from "@parley/client";
import { Link } from "../navigation/link.tsx";
import type { RoomRoute } from "../navigation/route.ts";
import { Face } from "../people/face.tsx";
import { nameOf, othersIn, shortName } from "../people/names.ts";
import { RoomGlyph } from "../rooms/room-glyph.tsx";
import { Title } from "./title.tsx";
import { useStore } from "../store.ts";
import { plainText } from "../timeline/plain-text.ts";
import { Icon } from "../ui/icon.tsx";
import { count } from "../ui/plural.ts";
import { listTime } from "../ui/time.ts";
import { newReplies } from "./attention.ts";
import { useIsOpen, useRoom } from "./use-room.ts";

/** Two lines for what is said to me: who, the beginning of it, when, and how much. */
export function NeedRow({ id }: { id: string }) {
  const room = useRoom(id);
  const isOpen = useIsOpen(id);
  if (room === undefined) return null;
  return (
    <Link
      to={placeOf(room)}
      class={isOpen ? "need open" : "need"}
      isCurrent={isOpen}
    >
      <Mark room={room} />
      <span class="words">
        <Title room={room} />
        <Preview room={room} />
      </span>
      <span class="when">
        {room.last && <span>{listTime(room.last.at, new Date())}</span>}
        <Badge room={room} />
      </span>
    </Link>
  );
}

/** Where the row leads: to the thread, where only a thread calls. */
function placeOf(room: Room): RoomRoute {
  const here = { name: "room", room: room.id, details: false } as const;
  const [thread] = room.threads.news.keys();
  return thread !== undefined && callsByThread(room) ? { ...here, thread } : here;
}

function callsByThread(room: Room): boolean {
  return room.mentions === 0 && room.kind !== "direct" && newReplies(room) > 0;
}

function Mark({ room }: { room: Room }) {
  const { state } = useStore();
  if (room.kind === "direct") return <Face id={othersIn(room, state.value)[0] ?? room.id} />;
  return (
    <span class="glyph">
      <RoomGlyph room={room} />
    </span>
  );
}

function Preview({ room }: { room: Room }) {
  const { state } = useStore();
  if (room.last === undefined) return <span class="preview" />;
  const { me } = state.value;
  const isMine = room.last.by === me?.id;
  const namesAuthor = isMine || room.kind !== "direct" || othersIn(room, state.value).length > 1;
  const author = isMine ? "You" : shortName(nameOf(state.value, room.last.by));
  return (
    <span class="preview truncate" dir="auto">
      {namesAuthor && <b>{author}: </b>}
      {callsByThread(room) ? "in a thread of yours" : <Said last={room.last} />}
    </span>
  );
}

/** How a message begins, or the name of its first file where it has no text. */
function Said({ last: { text, file } }: { last: LastMessage }) {
  if (text !== "" || file === undefined) return <>{plainText(text)}</>;
  return (
    <>
      <Icon name="paperclip" size="small" /> {file}
    </>
  );
}

function Badge({ room }: { room: Room }) {
  if (room.mentions > 0) {
    return (
      <span class="badge">
        <span aria-hidden="true">@{room.mentions}</span>
        <span class="visually-hidden">{count(room.mentions, "mention")}</span>
      </span>
    );
  }
  const unread = callsByThread(room) ? newReplies(room) : room.unread;
  if (unread === 0) return null;
  return (
    <span class="badge">
      {unread > 99 ? "99+" : unread}
      <span class="visually-hidden"> unread</span>
    </span>
  );
}
