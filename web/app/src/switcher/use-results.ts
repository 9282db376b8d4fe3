import type { Room, User } from "@parley/client";
import { titleOf } from "../people/names.ts";
import { useStore } from "../store.ts";
import { closeDialog } from "../ui/open-dialog.ts";
import { useLoad, usePaused } from "../ui/use-load.ts";
import { useSubmit } from "../ui/use-submit.ts";
import { search, type Candidate, type Match } from "./search.ts";

/** What the switcher leads to: a room I am in, or a person to talk to in private. */
export type Target =
  | { readonly kind: "room"; readonly id: string; readonly room: Room }
  | { readonly kind: "person"; readonly id: string; readonly user: User };

const greatestCount = 8;
const pauseMs = 150;
/** An unread room stands before a read one that matches as well; a person comes after both. */
const unreadWeight = 2;
const roomWeight = 1;

/** The best matches among my rooms and the people of the server, and the way to open one. */
export function useResults(query: string) {
  const { chat, navigator } = useStore();
  const submission = useSubmit();
  const candidates = [...useRooms(), ...usePeople(query)];
  const results = search(candidates, query).slice(0, greatestCount);
  const go = (room: string) => {
    closeDialog();
    navigator.go({ name: "room", room, details: false });
  };
  const open = (match: Match<Target> | undefined) => {
    if (match !== undefined) void submission.run(() => roomOf(match.item, chat.openDirect), go);
  };
  return { results, problem: submission.problem?.message, open };
}

async function roomOf(
  target: Target,
  openDirect: (users: readonly string[]) => Promise<{ id: string }>,
): Promise<string> {
  return target.kind === "room" ? target.id : (await openDirect([target.user.id])).id;
}

function useRooms(): Candidate<Target>[] {
  const { state } = useStore();
  return [...state.value.rooms.values()].map((room) => ({
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
