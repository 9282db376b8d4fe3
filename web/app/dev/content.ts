import type { MessageItem, Presence, Room, User } from "@parley/client";
import { flagOf, type Flag } from "../src/people/flag.ts";

/** The moment at which the made-up content stands still. */
export const today = new Date();

export const people: readonly User[] = [
  person("ines", "Ines Duarte", { pattern: "inset", ground: "#1C7F93", figure: "#D9A233" }),
  person("tomasz", "Tomasz Wilk", { pattern: "cross", ground: "#B94A30", figure: "#F4F0E6" }),
  person("ama", "Ama Boateng", { pattern: "quarters", ground: "#1C7F93", figure: "#F4F0E6" }),
  person("maja", "Maja Lindqvist", { pattern: "dot", ground: "#5C6C79", figure: "#F4F0E6" }),
  person("noor", "Noor Aziz", { pattern: "saltire", ground: "#F4F0E6", figure: "#B94A30" }),
  person("rob", "Rob Kerr", { pattern: "vhalf", ground: "#50793D", figure: "#D9A233" }),
  person("jun", "Jun Sato", { pattern: "chevron", ground: "#F4F0E6", figure: "#24427A" }),
  person("leila", "Leïla Haddad", { pattern: "bars", ground: "#7B4276", figure: "#F4F0E6" }),
  person("dee", "Dee Okafor", { pattern: "chevron", ground: "#50793D", figure: "#F4F0E6" }),
];

/** A user whose id gives exactly this flag. */
function person(username: string, displayName: string, wanted: Flag): User {
  let suffix = 0;
  while (!isSame(flagOf(`${username}${suffix}`), wanted)) suffix += 1;
  return { id: `${username}${suffix}`, username, displayName };
}

function isSame(one: Flag, other: Flag): boolean {
  return one.pattern === other.pattern && one.ground === other.ground && one.figure === other.figure;
}

export function idOf(username: string): string {
  const user = people.find((each) => each.username === username);
  if (user === undefined) throw new Error(`Nobody is called ${username}.`);
  return user.id;
}

/** How they are; of the others nothing is known. */
export const presences: readonly Presence[] = [
  { user: idOf("ines"), state: "online", text: "Focusing until 15:00" },
  { user: idOf("tomasz"), state: "online" },
  { user: idOf("maja"), state: "dnd", emoji: "🎧", text: "Deep in it" },
  { user: idOf("ama"), state: "online" },
  { user: idOf("jun"), state: "away", text: "Lunch", emoji: "🍜" },
  { user: idOf("leila"), state: "online" },
  { user: idOf("dee"), state: "offline" },
];

/** A moment of today, or of a day before it, as RFC 3339. */
export function at(time: string, daysAgo = 0): string {
  const [hours, minutes] = time.split(":");
  const date = new Date(today);
  date.setDate(date.getDate() - daysAgo);
  date.setHours(Number(hours), Number(minutes), 0, 0);
  return date.toISOString();
}

const yaml = "```yaml\ngateway:\n  drain-timeout: 30s      # was 5s\n  max-inflight:  4096\n```";

/** What is said in Release desk, oldest first: who, when, what. */
const said: readonly (readonly [by: string, time: string, text: string])[] = [
  ["maja", "13:22", "Morning. The runbook for 4.12 is pinned; please read *section 3* before noon."],
  ["rob", "13:24", "Read it. Two notes:\n\n1. the rollback step needs the new flag\n2. staging wants `--wait`"],
  ["ama", "13:31", "Staging has been green for 40 minutes on `4.12.0-rc.3`. I would like two more sign-offs before we touch production."],
  ["tomasz", "13:46", "Canary is up in one region. There is a bump at the deploy and I am not convinced it is only cold caches."],
  ["jun", "13:47", "Web gets full jitter in [PR 2214](https://example.org/2214): 0 to 8 s, doubled per attempt."],
  ["maja", "13:49", `It drops old connections after 5 s and every client reconnects at once. This is the whole fix:\n\n${yaml}`],
  ["maja", "13:50", "I can ship it as `rc.4` in ten minutes. It needs one reviewer from the gateway group."],
  ["noor", "13:52", "@ines you wrote the drain logic. Any reason not to go to 30 s?"],
  ["rob", "13:54", "Updated the sign-off sheet with the **new step**."],
];

/** What happened to some of these since, by their index. */
const happened: ReadonlyMap<number, Partial<MessageItem>> = new Map([
  [2, { reactions: [{ emoji: "🎉", count: 2, mine: false }, { emoji: "👍", count: 3, mine: true }] }],
  [3, { pinned: true, editedAt: at("13:47"), replies: { count: 7, last: 309, users: ["maja", "noor", "jun"].map(idOf) } }],
  [7, { replyTo: 306, mentions: [idOf("ines")] }],
  [4, { text: "", deleted: true }],
  [8, { replyTo: 303 }],
]);

export const newAfter = 305;

export function messages(): MessageItem[] {
  const first = 300;
  const talk = said.map(([by, time, text], index) => ({
    ...message(first + index + 1, by, at(time), text),
    ...happened.get(index),
  }));
  return [...older(first), ...talk];
}

/** Filler for history: three hundred messages of the day before. */
function older(total: number): MessageItem[] {
  const texts = [
    "The berth table for Holyhead is wrong again for Sundays.",
    "I can look after lunch.",
    "Thanks. It is the **second** sheet, the one that nobody reads until it breaks something in public.",
    "Found it: the importer takes the last row for the header when the file has a byte order mark. I have a fix and a test, and I would like somebody to look at both before they go in.",
    "ok",
  ];
  const authors = ["ama", "rob", "rob", "leila", "noor"];
  return Array.from({ length: total }, (_, index) => {
    const minutes = 8 * 60 + Math.floor(index * 2.5);
    const time = `${Math.floor(minutes / 60)}:${minutes % 60}`;
    return message(index + 1, authors[index % 5] ?? "ama", at(time, 1), texts[index % 5] ?? "");
  });
}

export function message(seq: number, by: string, when: string, text: string): MessageItem {
  return { kind: "message", seq, number: seq, at: when, by: idOf(by), text, key: `k${seq}`, asOf: seq };
}

export function room(id: string, name: string, rest: Partial<Room> = {}): Room {
  return {
    id,
    kind: "public",
    name,
    role: "member",
    notify: "all",
    members: 23,
    messages: 40,
    read: 40,
    readNumber: 40,
    unread: 0,
    mentions: 0,
    counted: { to: 0, since: [] },
    timeline: { items: [], loaded: false, more: true, loading: "newest" },
    threads: { news: new Map(), chosen: new Map() },
    outgoing: [],
    changes: [],
    typing: [],
    receipts: new Map(),
    lastSeq: 40,
    synced: true,
    ...rest,
  };
}

export function direct(id: string, ...usernames: readonly string[]): Room {
  return room(id, "", { kind: "direct", users: [idOf("ines"), ...usernames.map(idOf)] });
}
