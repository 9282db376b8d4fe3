import { ParleyError, type Chat, type Hit, type Member, type Room, type RoomSummary } from "@parley/client";
import { at, messages, people } from "./content.ts";
import { firstState } from "./first-state.ts";

const seen = { createdAt: at("09:00", 3), lastSeen: at("11:40") };
const sessions = [
  { id: "s1", device: "Firefox on Linux", address: "192.0.2.7", current: true, ...seen },
  { id: "s2", device: "Chrome on Android", address: "198.51.100.20", current: false, ...seen },
];

const pinned = messages()
  .filter((item) => item.pinned === true)
  .map((item) => ({ ...item, room: "release" }));

const invite = { code: "k3hX9q2LmT", by: people[0]?.id ?? "", uses: 5, expiresAt: at("18:00", -6) };

const scheduled = [
  { id: 1, room: "release", key: "s1", text: "Cutover in **five** minutes", sendAt: at("15:55") },
  {
    id: 2,
    room: "hiring",
    key: "s2",
    text: "Notes from the panel",
    sendAt: at("09:00", 1),
    failure: { code: "forbidden" as const, message: "You are muted in this room until 18:00" },
  },
];

const slashCommands = [
  { name: "deploy", description: "Rolls a build out to a region" },
  { name: "weather", description: "What the sea is like at a berth, today and tomorrow, as the harbour office has it" },
].map((one) => ({ ...one, room: "release", url: "https://bots.example/slash", bot: "b1", by: people[0]?.id ?? "", at: at("09:00", 3) }));
const forecast = "**Holyhead**, from 14:00:\n\n- south-west 5, easing 4\n- visibility good";

const publicRooms = [...firstState().rooms.values()].filter(({ kind }) => kind === "public");

/** What the made-up server answers: listings with content, and to every change the same refusal. */
export const answers: Omit<
  Chat,
  | "state"
  | "subscribe"
  | "openRoom"
  | "loadOlder"
  | "loadNewer"
  | "openThread"
  | "closeThread"
  | "send"
  | "retry"
  | "discard"
  | "markRead"
  | "setTyping"
  | "reconnectNow"
  | "close"
> = {
  schedule: refuse,
  scheduled: async () => scheduled,
  cancelScheduled: refuse,
  followThread: () => undefined,
  markAllRead: () => () => undefined,
  changeMessage: refuse,
  forwardMessage: async () => undefined,
  saveMessage: async () => undefined,
  pins: async () => pinned,
  search: async ({ query }) => ({ hits: hitsFor(query), more: false }),
  setDraft: async () => undefined,
  createRoom: refuse,
  browseRooms: async () => ({ rooms: publicRooms.map(summary), more: true }),
  joinRoom: refuse,
  leaveRoom: refuse,
  updateRoom: refuse,
  members: async () => ({ members: people.map(memberOf), more: false }),
  addMember: async () => undefined,
  removeMember: async () => undefined,
  openDirect: refuse,
  searchUsers: async (query) =>
    people.filter(({ displayName }) => displayName.toLowerCase().includes(query.toLowerCase())),
  archiveRoom: refuse,
  setNotify: async () => undefined,
  changeMember: refuse,
  banMember: refuse,
  bans: async () => ({
    bans: people.slice(7).map((user) => ({ user, by: people[0]?.id ?? "", at: at("10:00", 2) })),
    more: false,
  }),
  reportMessage: async () => undefined,
  reports: async () => ({ reports: [], more: false }),
  resolveReport: async () => undefined,
  createBot: refuse,
  bots: async () => [],
  rekeyBot: refuse,
  deleteBot: async () => undefined,
  createHook: refuse,
  hooks: async () => [],
  deleteHook: async () => undefined,
  createOutgoing: refuse,
  outgoing: async () => [],
  deleteOutgoing: async () => undefined,
  createSlashCommand: refuse,
  slashCommands: async () => slashCommands,
  deleteSlashCommand: async () => undefined,
  runSlashCommand: async (_room, name) => (name === "weather" ? { text: forecast } : refuse()),
  createInvite: async () => invite,
  invites: async () => [invite],
  revokeInvite: async () => undefined,
  acceptInvite: refuse,
  watchPresence: () => () => undefined,
  setPresence: async () => undefined,
  setPreferences: refuse,
  updateMe: refuse,
  sessions: async () => sessions,
  revokeSession: async () => undefined,
  pushKey: refuse,
  subscribePush: refuse,
  unsubscribePush: async () => undefined,
};

/** The messages with these letters in them, newest first. */
function hitsFor(query: string): Hit[] {
  return messages()
    .filter(({ text }) => text.includes(query))
    .toReversed()
    .slice(0, 12)
    .map((item) => {
      const start = item.text.indexOf(query);
      return { message: { ...item, room: "release" }, highlights: [{ start, end: start + query.length }] };
    });
}

function refuse(): Promise<never> {
  return Promise.reject(
    ParleyError.badRequest("name", "A room called that is here already. Choose another name."),
  );
}

function memberOf(user: Member["user"], index: number): Member {
  return { user, role: index === 0 ? "owner" : "member", joinedAt: at("09:00", 9) };
}

function summary({ users: _users, threads: _threads, ...each }: Room): RoomSummary {
  return { ...each, head: each.lastSeq };
}
