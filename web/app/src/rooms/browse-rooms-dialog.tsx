import type { RoomSummary } from "@parley/client";
import { useState } from "preact/hooks";
import { useStore } from "../store.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Loading } from "../ui/loading.tsx";
import { closeDialog, openDialog } from "../ui/open-dialog.ts";
import { usePaused } from "../ui/use-load.ts";
import { ShowMore } from "../ui/show-more.tsx";
import { usePages } from "../ui/use-pages.ts";
import { useSubmit } from "../ui/use-submit.ts";
import { RoomGlyph } from "./room-glyph.tsx";

const pauseMs = 200;
const pageSize = 30;

/** Finds public rooms by name and joins them. */
export function BrowseRoomsDialog() {
  const [query, setQuery] = useState("");
  const { items: rooms, more, problem, isLoading, showMore } = usePublicRooms(query);
  return (
    <Dialog title="Browse rooms" onClose={closeDialog}>
      <div class="content browse">
        <Field label="Find a room" value={query} onValue={setQuery} autoFocus />
        <FormProblem message={problem} />
        {rooms.length > 0 && <RoomList rooms={rooms} />}
        {rooms.length === 0 && <Loading isLoading={isLoading} />}
        {!isLoading && problem === undefined && rooms.length === 0 && <NoRooms />}
        <ShowMore more={more} onPress={showMore} />
      </div>
    </Dialog>
  );
}

function RoomList({ rooms }: { rooms: readonly RoomSummary[] }) {
  return (
    <ul class="room-list scroll" aria-label="Public rooms">
      {rooms.map((room) => (
        <li key={room.id}>
          <PublicRoom room={room} />
        </li>
      ))}
    </ul>
  );
}

function NoRooms() {
  return (
    <p>
      No public room by that name.{" "}
      <button class="link" type="button" onClick={() => openDialog("create-room")}>
        Create one
      </button>
    </p>
  );
}

function usePublicRooms(query: string) {
  const { chat } = useStore();
  const paused = usePaused(query.trim(), pauseMs);
  return usePages<RoomSummary>(paused, async (last) => {
    const name = paused === "" ? {} : { query: paused };
    const after = last === undefined ? {} : { after: last.id };
    const { rooms, more } = await chat.browseRooms({ limit: pageSize, ...name, ...after });
    return { items: rooms, more };
  });
}

function PublicRoom({ room }: { room: RoomSummary }) {
  const { chat, navigator, state } = useStore();
  const submission = useSubmit();
  const isMine = state.value.rooms.has(room.id);
  const enter = () =>
    submission.run(
      async () => isMine || chat.joinRoom(room.id),
      () => {
        closeDialog();
        navigator.go({ name: "room", room: room.id, details: false });
      },
    );
  return (
    <div class="public-room">
      <span class="glyph">
        <RoomGlyph room={room} />
      </span>
      <div class="words">
        <b class="truncate" dir="auto">
          {room.name}
        </b>
        <span class="truncate" dir="auto">
          {room.topic}
        </span>
        <FormProblem message={submission.problem?.message} />
      </div>
      <button
        class="button quiet compact"
        type="button"
        aria-label={`${isMine ? "Open" : "Join"} ${room.name}`}
        aria-busy={submission.busy}
        onClick={() => void enter()}
      >
        {isMine ? "Open" : "Join"}
      </button>
    </div>
  );
}
