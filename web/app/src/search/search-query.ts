import type { ChatState, Room, User } from "@parley/client";
import { titleOf } from "../people/names.ts";

/** What is looked for: words, and where, by whom and when they were said. */
export interface SearchQuery {
  readonly query: string;
  readonly room?: string;
  readonly by?: string;
  /** RFC 3339: from then on. */
  readonly since?: string;
  /** RFC 3339: before then. */
  readonly until?: string;
  /** Only messages that came with files. */
  readonly hasFile?: true;
}

/** What stands in the search box is a search, or says why it is none. */
export type Understood =
  | { readonly kind: "search"; readonly search: SearchQuery }
  | { readonly kind: "nothing" }
  | { readonly kind: "problem"; readonly message: string };

/** What the words in the box are looked up in. */
export interface SearchContext {
  readonly state: Pick<ChatState, "rooms" | "users" | "me">;
  /** The room that `in:here` means. */
  readonly here: string | undefined;
}

const filter = /(?:^|\s)(in|from|before|after|has):(\S*)/g;
const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

/** Reads `in:room from:@ada before:2026-01-31 after:2026-01-01 has:file` and words out of a search box. */
export function understand(text: string, context: SearchContext): Understood {
  const search: SearchQuery = { query: text.replace(filter, " ").replace(/\s+/g, " ").trim() };
  for (const [, name = "", value = ""] of text.matchAll(filter)) {
    const found = read(name, value, context);
    if (typeof found === "string") return { kind: "problem", message: found };
    Object.assign(search, found);
  }
  return search.query === "" ? { kind: "nothing" } : { kind: "search", search };
}

function read(name: string, value: string, context: SearchContext): Partial<SearchQuery> | string {
  switch (name) {
    case "in": {
      const room = value === "here" ? context.here : roomCalled(value, context.state)?.id;
      return room === undefined ? `You are in no room called “${value}”.` : { room };
    }
    case "from": {
      const by = userCalled(value, context.state)?.id;
      return by === undefined ? `Nobody that you know is called “${value}”.` : { by };
    }
    case "has":
      return value === "file" ? { hasFile: true } : "Write has:file for messages with files.";
    default: {
      const at = startOf(value);
      if (at === undefined) return `Write the day as 2026-01-31, after ${name}:`;
      return name === "before" ? { until: at } : { since: at };
    }
  }
}

/** By id, alias or name; a name is written with - for spaces. */
function roomCalled(value: string, state: SearchContext["state"]): Room | undefined {
  const wanted = value.toLowerCase();
  return [...state.rooms.values()].find(
    (room) => room.id === value || room.alias === wanted || dashed(titleOf(room, state)) === wanted,
  );
}

function dashed(name: string): string {
  return name.toLowerCase().replace(/\s+/g, "-");
}

function userCalled(value: string, { users, me }: SearchContext["state"]): User | undefined {
  const wanted = value.replace(/^@/, "").toLowerCase();
  if (wanted === "me") return me;
  return [...users.values()].find(({ username }) => username === wanted);
}

/** The beginning of a day here. */
function startOf(day: string): string | undefined {
  const date = dayPattern.test(day) ? new Date(`${day}T00:00:00`) : undefined;
  return date === undefined || Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
