import type { Room, User } from "@parley/client";
import { titleOf } from "../people/names.ts";
import { useStore } from "../store.ts";
import { useLoad, usePaused } from "../ui/use-load.ts";
import { search, type Candidate, type Match } from "./search.ts";

/** What is found by its name: a room I am in, or a person to talk to in private. */
export type Target =
  | { readonly kind: "room"; readonly id: string; readonly room: Room }
  | { readonly kind: "person"; readonly id: string; readonly user: User };

const greatestCount = 8;
const pauseMs = 150;
/** An unread room stands before a read one that matches as well; a person comes after both. */
const unreadWeight = 2;
const roomWeight = 1;

/** The best matches among my rooms, as far as they are offered, and the people of the server. */
export function useTargets(query: string, isOffered: (room: Room) => boolean = () => true): readonly Match<Target>[] {
  const candidates = [...useRooms(isOffered), ...usePeople(query)];
  return search(candidates, query).slice(0, greatestCount);
}

/** The room that a target is, or the private conversation with the person that it is. */
export async function roomOf(
  target: Target,
  openDirect: (users: readonly string[]) => Promise<{ id: string }>,
): Promise<string> {
  return target.kind === "room" ? target.id : (await openDirect([target.user.id])).id;
}

function useRooms(isOffered: (room: Room) => boolean): Candidate<Target>[] {
  const { state } = useStore();
  return [...state.value.rooms.values()].filter(isOffered).map((room) => ({
    item: { kind: "room", id: room.id, room },
    title: titleOf(room, state.value),
    weight: room.unread > 0 ? unreadWeight : roomWeight,
  }));
}

/** People that are known here or that the server finds, without those I talk to already. */
function usePeople(query: string): Candidate<Target>[] {
  const { chat, state } = useStore();
  const paused = usePaused(query.trim(), pauseMs);
  const { value } = useLoad(paused, () =>
    paused === "" ? Promise.resolve([]) : chat.searchUsers(paused, greatestCount),
  );
  if (query.trim() === "") return [];
  const { users, rooms, me } = state.value;
  const direct = [...rooms.values()].filter(({ kind }) => kind === "direct");
  const partners = new Set(direct.filter((room) => room.users?.length === 2).flatMap((room) => room.users ?? []));
  const known = new Map([...users.values(), ...(value ?? [])].map((user) => [user.id, user]));
  return [...known.values()]
    .filter(({ id }) => id !== me?.id && !partners.has(id))
    .map((user) => ({ item: { kind: "person", id: user.id, user }, title: user.displayName, weight: 0 }));
}
