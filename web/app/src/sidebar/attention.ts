import type { ChatState, Room } from "@parley/client";
import { titleOf } from "../people/names.ts";

/** A room list in four parts, by how much each room asks of me; room ids, best first. */
export interface Sections {
  /** What is said to me: unread private conversations, mentions, and replies in threads that I follow. */
  readonly needsYou: readonly string[];
  /** Rooms with something unread. */
  readonly catchUp: readonly string[];
  /** Quiet rooms by name. */
  readonly rooms: readonly string[];
  /** Quiet private conversations by name. */
  readonly people: readonly string[];
}

export type SectionName = keyof Sections;

export const sectionNames: readonly SectionName[] = ["needsYou", "catchUp", "rooms", "people"];

/** Which section a room belongs to now. */
export function sectionOf(room: Room): SectionName {
  if (room.mentions > 0 || newReplies(room) > 0) return "needsYou";
  const calls = room.unread > 0 && room.notify === "all";
  if (room.kind === "direct") return calls ? "needsYou" : "people";
  return calls ? "catchUp" : "rooms";
}

/** How many replies of others are new in threads that I follow; none where I want to hear only of mentions. */
export function newReplies({ threads, notify }: Room): number {
  return notify === "all" ? [...threads.news.values()].reduce((sum, count) => sum + count, 0) : 0;
}

/** Orders rooms by attention: the loud ones newest first, the quiet ones by name. */
export function byAttention(state: Pick<ChatState, "rooms" | "users" | "me">): Sections {
  const sections: Record<SectionName, Room[]> = { needsYou: [], catchUp: [], rooms: [], people: [] };
  for (const room of state.rooms.values()) sections[sectionOf(room)].push(room);
  const byName = (one: Room, other: Room) =>
    titleOf(one, state).localeCompare(titleOf(other, state)) || compare(one.id, other.id);
  return {
    needsYou: sections.needsYou.toSorted(byLast).map(idOf),
    catchUp: sections.catchUp.toSorted(byLast).map(idOf),
    rooms: sections.rooms.toSorted(byName).map(idOf),
    people: sections.people.toSorted(byName).map(idOf),
  };
}

/**
 * The sections as they were, so that no row moves under a pointer: rooms that are gone leave, new
 * ones stand at the end of where they belong.
 */
export function held(shown: Sections, fresh: Sections): Sections {
  const present = new Set(sectionNames.flatMap((name) => fresh[name]));
  const placed = new Set(sectionNames.flatMap((name) => shown[name]));
  const hold = (name: SectionName) => [
    ...shown[name].filter((id) => present.has(id)),
    ...fresh[name].filter((id) => !placed.has(id)),
  ];
  return {
    needsYou: hold("needsYou"),
    catchUp: hold("catchUp"),
    rooms: hold("rooms"),
    people: hold("people"),
  };
}

/**
 * How many rooms call me and how many messages there are to catch up with. Rows that stay in their place though nothing
 * is unread there any more do not count.
 */
export function sumsOf(
  { needsYou, catchUp }: Sections,
  rooms: ReadonlyMap<string, Room>,
): { readonly calls: number; readonly unread: number } {
  const ofRooms = (ids: readonly string[]) => ids.flatMap((id) => rooms.get(id) ?? []);
  return {
    calls: ofRooms(needsYou).filter((room) => sectionOf(room) === "needsYou").length,
    unread: ofRooms(catchUp).reduce((sum, room) => sum + room.unread, 0),
  };
}

function byLast(one: Room, other: Room): number {
  return compare(other.last?.at ?? "", one.last?.at ?? "") || compare(one.id, other.id);
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function idOf(room: Room): string {
  return room.id;
}
