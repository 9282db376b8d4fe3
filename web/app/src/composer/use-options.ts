import type { Room, User } from "@parley/client";
import { emojiFor, loadEmoji } from "../emoji/emoji.ts";
import { useStore } from "../store.ts";
import { useLoad, usePaused } from "../ui/use-load.ts";
import type { Option, Query } from "./naming.ts";

const greatestCount = 8;
const pauseMs = 150;
/** So many members of a room are offered before anybody is searched for. */
const greatestMembers = 200;

/** What fits what is being named: members first, then others; or emoji; or the room's slash commands. */
export function useOptions(room: Room, query: Query | undefined): readonly Option[] {
  const wordOf = (kind: Query["kind"]) => (query?.kind === kind ? query.word : undefined);
  const options: Record<Query["kind"], readonly Option[]> = {
    mention: usePeople(room, wordOf("mention")),
    emoji: useEmoji(wordOf("emoji")),
    command: useCommands(room, wordOf("command")),
  };
  return query === undefined ? [] : options[query.kind];
}

function useEmoji(word: string | undefined): readonly Option[] {
  const isAsked = word !== undefined;
  const { value = [] } = useLoad(isAsked, () => (isAsked ? loadEmoji() : Promise.resolve([])));
  if (word === undefined) return [];
  return emojiFor(value, word.replaceAll("_", " "))
    .slice(0, greatestCount)
    .map(({ emoji, name }) => ({ key: emoji, insert: emoji, label: name, aside: "", mark: { emoji } }));
}

/** @param word what their names begin with; undefined while no command is being named */
function useCommands(room: Room, word: string | undefined): readonly Option[] {
  const { chat } = useStore();
  const isAsked = word !== undefined;
  const { value = [] } = useLoad(isAsked ? room.id : undefined, async () => (isAsked ? chat.slashCommands(room.id) : []));
  if (word === undefined) return [];
  return value
    .filter(({ name }) => name.startsWith(word.toLowerCase()))
    .slice(0, greatestCount)
    .map(({ name, description }) => {
      const insert = `/${name}`;
      return { key: name, insert, label: insert, aside: description, mark: { icon: "code" } };
    });
}

/** @param word what their names begin with; undefined while nobody is being named */
function usePeople(room: Room, word: string | undefined): readonly Option[] {
  const { chat, state } = useStore();
  const isAsked = word !== undefined;
  const { value: members = [] } = useLoad(isAsked ? room.id : undefined, async () =>
    isAsked ? (await chat.members(room.id, { limit: greatestMembers })).members.map(({ user }) => user) : [],
  );
  const paused = usePaused(word ?? "", pauseMs);
  const { value: found = [] } = useLoad(paused, () =>
    paused === "" ? Promise.resolve([]) : chat.searchUsers(paused, greatestCount),
  );
  if (word === undefined) return [];
  const me = state.peek().me?.id;
  const inRoom = new Set(members.map(({ id }) => id));
  const others = found.filter(({ id }) => !inRoom.has(id));
  return [
    ...members.map((user) => personOption(user, "in this room")),
    ...everyone(room),
    ...others.map((user) => personOption(user, room.kind === "direct" ? "not here" : "not in room")),
  ]
    .filter((option) => option.key !== me && fits(option, word))
    .slice(0, greatestCount);
}

function personOption({ id, username, displayName }: User, aside: string): Option {
  return { key: id, insert: `@${username}`, label: displayName, aside, mark: { user: id } };
}

function everyone(room: Room): readonly Option[] {
  if (room.kind === "direct") return [];
  return [
    everyoneOption("@here", "everybody who is online"),
    everyoneOption("@room", `all ${room.members} people`),
  ];
}

function everyoneOption(name: string, aside: string): Option {
  return { key: name, insert: name, label: name, aside, mark: { icon: "megaphone" } };
}

/** Whether a word of the name, or the name to be written, begins so. */
function fits({ insert, label }: Option, word: string): boolean {
  const wanted = word.toLowerCase();
  return insert.slice(1).startsWith(wanted) || ` ${label.toLowerCase()}`.includes(` ${wanted}`);
}
