import type { Room } from "@parley/client";
import { useStore } from "../store.ts";
import { openDialog } from "../ui/open-dialog.ts";
import { Icon } from "../ui/icon.tsx";
import { Pennants } from "../ui/pennants.tsx";
import { commandKey } from "../ui/keys.ts";
import { sectionOf, type Sections } from "./attention.ts";
import { Me } from "./me.tsx";
import { NeedRow } from "./need-row.tsx";
import { RoomRow } from "./room-row.tsx";
import { Section } from "./section.tsx";
import { useSections } from "./use-sections.ts";
import { count } from "../ui/plural.ts";
import "./sidebar.css";
import "./row-skeleton.css";

/**
 * All conversations, ordered by what they ask of me.
 *
 * @param isAlone whether nothing else is shown: then this is the main thing
 */
export function Sidebar({ isAlone }: { isAlone: boolean }) {
  if (!isAlone) return <Navigation />;
  return (
    <main class="sidebar-alone">
      <h1 class="visually-hidden">Conversations</h1>
      <Navigation />
    </main>
  );
}

function Navigation() {
  return (
    <nav class="sidebar" id="conversations" aria-label="Conversations" tabIndex={-1}>
      <div class="brand">
        <Pennants />
        <b>Parley</b>
        <button
          class="icon-button"
          type="button"
          aria-label="New message"
          onClick={() => openDialog("new-message")}
        >
          <Icon name="pencil" />
        </button>
      </div>
      <button class="jump" type="button" onClick={() => openDialog("switcher")}>
        <Icon name="search" />
        <span>Jump to</span>
        <kbd>{commandKey} K</kbd>
      </button>
      <Conversations />
      <Me />
    </nav>
  );
}

function Conversations() {
  const { state } = useStore();
  const { sections, handlers } = useSections();
  if (!state.value.roomsKnown && state.value.rooms.size === 0) return <RowSkeleton />;
  const { calls, unread } = sums(sections, state.value.rooms);
  return (
    <div class="conversations scroll" {...handlers}>
      <Section title="Needs you" aside={calls} ids={sections.needsYou}>
        {(id) => <NeedRow id={id} />}
      </Section>
      <Section title="Catch up" aside={unread} ids={sections.catchUp}>
        {(id) => <RoomRow id={id} />}
      </Section>
      <Section title="Rooms" actions={<RoomActions />} ids={sections.rooms} always>
        {(id) => <RoomRow id={id} />}
      </Section>
      <Section title="People" ids={sections.people}>
        {(id) => <RoomRow id={id} />}
      </Section>
    </div>
  );
}

/** What stands beside the titles: rows that stay in place though nothing calls there any more do not count. */
function sums({ needsYou, catchUp }: Sections, rooms: ReadonlyMap<string, Room>) {
  const ofRooms = (ids: readonly string[]) => ids.flatMap((id) => rooms.get(id) ?? []);
  const calls = ofRooms(needsYou).filter((room) => sectionOf(room) === "needsYou").length;
  const unread = ofRooms(catchUp).reduce((sum, room) => sum + room.unread, 0);
  return {
    calls: calls === 0 ? undefined : String(calls),
    unread: unread === 0 ? undefined : count(unread, "message"),
  };
}

function RoomActions() {
  return (
    <span class="section-actions">
      <button
        class="icon-button"
        type="button"
        aria-label="Browse rooms"
        title="Browse rooms"
        onClick={() => openDialog("browse-rooms")}
      >
        <Icon name="compass" size="small" />
      </button>
      <button
        class="icon-button"
        type="button"
        aria-label="Create a room"
        title="Create a room"
        onClick={() => openDialog("create-room")}
      >
        <Icon name="plus" size="small" />
      </button>
    </span>
  );
}

function RowSkeleton() {
  return (
    <div class="conversations row-skeleton" role="status" aria-label="Loading conversations">
      {["a", "b", "c", "d", "e", "f"].map((key) => (
        <i key={key} />
      ))}
    </div>
  );
}
