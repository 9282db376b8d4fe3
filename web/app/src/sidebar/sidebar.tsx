import { useComputed } from "@preact/signals";
import { othersIn } from "../people/names.ts";
import { useWatched } from "../people/presence.ts";
import { useStore } from "../store.ts";
import { openDialog } from "../ui/open-dialog.ts";
import { Icon } from "../ui/icon.tsx";
import { Pennants } from "../ui/pennants.tsx";
import { commandKey } from "../ui/keys.ts";
import { sumsOf } from "./attention.ts";
import { Me } from "./me.tsx";
import { NeedRow } from "./need-row.tsx";
import { RoomRow } from "./room-row.tsx";
import { Section } from "./section.tsx";
import { useSections } from "./use-sections.ts";
import { count } from "../ui/plural.ts";
import "./sidebar.css";
import "./rows.css";
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
        <span>Jump to or search</span>
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
  useWatched(useCompany());
  if (!state.value.roomsKnown && state.value.rooms.size === 0) return <RowSkeleton />;
  const { calls, unread } = sumsOf(sections, state.value.rooms);
  return (
    <div class="conversations scroll" {...handlers}>
      <Section title="Needs you" aside={calls > 0 ? String(calls) : undefined} ids={sections.needsYou}>
        {(id) => <NeedRow id={id} />}
      </Section>
      <Section
        title="Catch up"
        aside={unread > 0 ? count(unread, "message") : undefined}
        ids={sections.catchUp}
      >
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

/** Whose mark stands beside a private conversation: the first of the others. */
function useCompany(): readonly string[] {
  const { state } = useStore();
  return useComputed(() => {
    const direct = [...state.value.rooms.values()].filter(({ kind }) => kind === "direct");
    return direct.flatMap((room) => othersIn(room, state.value).slice(0, 1)).toSorted();
  }).value;
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
