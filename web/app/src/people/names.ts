import type { ChatState, Room } from "@parley/client";

type Known = Pick<ChatState, "users" | "me">;

/** How a user is called. An id whose user is not known yet gets a placeholder. */
export function nameOf(known: Pick<ChatState, "users">, id: string): string {
  return known.users.get(id)?.displayName ?? "Somebody";
}

/** The others in a direct room; only me in the room with myself. */
export function othersIn(room: Pick<Room, "users">, known: Known): readonly string[] {
  const others = (room.users ?? []).filter((id) => id !== known.me?.id);
  return others.length > 0 ? others : (room.users ?? []);
}

/** Whether I am alone in a direct room: what I save is there. */
function isMyOwn({ users = [] }: Pick<Room, "users">, known: Known): boolean {
  return users.length === 1 && users[0] === known.me?.id;
}

/** What a room is called: its name, or in private the names of the others. */
export function titleOf(room: Pick<Room, "kind" | "name" | "users">, known: Known): string {
  if (room.kind !== "direct") return room.name;
  if (isMyOwn(room, known)) return "Saved messages";
  return othersIn(room, known)
    .map((id) => nameOf(known, id))
    .join(", ");
}

/** "Maja", "Maja and Ama", "Maja, Ama and 3 others". */
export function joinNames(names: readonly string[]): string {
  const [first = "", second = "", ...rest] = names;
  if (names.length < 2) return first;
  if (names.length === 2) return `${first} and ${second}`;
  return `${first}, ${second} and ${rest.length} ${rest.length === 1 ? "other" : "others"}`;
}

/** The part of a name that friends use: the first word. */
export function shortName(name: string): string {
  return name.split(/\s/u, 1)[0] ?? name;
}
