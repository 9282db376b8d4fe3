import type { ComponentChildren } from "preact";
import { Avatar } from "../people/avatar.tsx";
import { othersIn } from "../people/names.ts";
import { RoomGlyph } from "../rooms/room-glyph.tsx";
import { useStore } from "../store.ts";
import type { Match } from "./search.ts";
import type { Target } from "./use-targets.ts";

interface ResultProps {
  id: string;
  match: Match<Target>;
  isActive: boolean;
  onPick: () => void;
}

/** One match. The focus stays in the input: a press must not take it. */
export function Result({ id, match, isActive, onPick }: ResultProps) {
  return (
    <li
      id={id}
      role="option"
      class="option"
      aria-selected={isActive}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onPick}
    >
      <Mark target={match.item} />
      <span class="truncate" dir="auto">
        {marked(match)}
      </span>
      <span class="aside">{asideOf(match.item)}</span>
    </li>
  );
}

function Mark({ target }: { target: Target }) {
  const { state } = useStore();
  if (target.kind === "person") return <Avatar id={target.user.id} size="small" />;
  if (target.room.kind !== "direct") return <RoomGlyph room={target.room} />;
  return <Avatar id={othersIn(target.room, state.value)[0] ?? target.id} size="small" />;
}

function asideOf(target: Target): string {
  if (target.kind === "person") return `@${target.user.username}`;
  return target.room.unread > 0 ? `${target.room.unread} new` : "";
}

function marked({ title, ranges }: Match<Target>): ComponentChildren[] {
  const parts: ComponentChildren[] = [];
  let from = 0;
  for (const [start, end] of ranges) {
    parts.push(title.slice(from, start), <mark>{title.slice(start, end)}</mark>);
    from = end;
  }
  parts.push(title.slice(from));
  return parts;
}
