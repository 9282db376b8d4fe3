import type { Chat, ChatOptions } from "./api.ts";
import { Connection } from "./connection/connection.ts";
import { openWebSocket, secureRandom, systemClock } from "./environment.ts";
import type { RoomSummary, User } from "./generated/protocol.ts";
import { inviting, keeping, reporting } from "./moderation.ts";
import { programs } from "./programs.ts";
import { scheduling } from "./scheduling.ts";
import { reduceUsers } from "./state/users.ts";
import { Sync } from "./sync/sync.ts";

/** Starts a client: it connects at once and stays connected until it is closed or ended. */
export function createChat(options: ChatOptions): Chat {
  const clock = options.clock ?? systemClock;
  const random = options.random ?? secureRandom;
  const sync = new Sync({
    clock,
    random,
    storage: options.storage,
    threadStorage: options.threadStorage,
    client: options.client ?? "web/1.0",
  });
  const connection = new Connection(
    {
      url: options.url,
      access: options.access,
      openSocket: options.openSocket ?? openWebSocket,
      clock,
      random,
    },
    sync,
  );
  connection.start();
  return {
    get state() {
      return sync.store.state;
    },
    subscribe: (listener) => sync.store.subscribe(listener),
    ...messages(sync),
    ...rooms(sync),
    ...keeping(sync),
    ...inviting(sync),
    ...scheduling(sync),
    ...reporting(sync),
    ...programs(sync),
    ...people(sync),
    ...pushes(sync),
    reconnectNow: () => connection.reconnectNow(),
    close: () => connection.close(),
  };
}

type Messages = Pick<
  Chat,
  | "send"
  | "retry"
  | "discard"
  | "changeMessage"
  | "forwardMessage"
  | "saveMessage"
  | "openRoom"
  | "loadOlder"
  | "loadNewer"
  | "openThread"
  | "closeThread"
  | "followThread"
  | "pins"
  | "search"
  | "markRead"
  | "markAllRead"
  | "setTyping"
  | "setDraft"
>;

/** What concerns messages shows in the state. */
function messages(sync: Sync): Messages {
  return {
    send: (room, draft) => sync.send(room, draft),
    retry: (room, key) => sync.sends.retry(room, key),
    discard: (room, key) => sync.sends.discard(room, key),
    changeMessage: (room, seq, change) => sync.changes.make(room, seq, change),
    forwardMessage: (room, seq, to) => forward(sync, room, seq, to),
    saveMessage: async (room, seq) => {
      const { room: saved } = await sync.commands.ask("saved.open", {});
      await forward(sync, room, seq, saved.id);
    },
    openRoom: (room, around) => sync.open(room, around),
    loadOlder: (room) => sync.history.loadOlder(room),
    loadNewer: (room) => sync.history.loadNewer(room),
    openThread: (room, root) => sync.openThread(room, root),
    closeThread: () => sync.threads.close(),
    followThread: (room, root, follows) => sync.followThread(room, root, follows),
    pins: async (room) => {
      const { messages: pinned } = await sync.commands.ask("pin.list", { room });
      sync.people.seen(pinned.map(({ by }) => by));
      return pinned;
    },
    search: async (query) => {
      const found = await sync.commands.ask("message.search", query);
      sync.people.seen(found.hits.map(({ message }) => message.by));
      return found;
    },
    markRead: (room, seq) => sync.marks.mark(room, seq),
    markAllRead: () => sync.markAllRead(),
    setTyping: (room, active) => sync.typing.set(room, active),
    setDraft: (draft) => sync.drafts.set(draft),
  };
}

async function forward(sync: Sync, room: string, seq: number, to: string): Promise<void> {
  await sync.commands.ask("message.forward", { room, target: seq, to, key: sync.keys.next() });
}

type Rooms = Pick<
  Chat,
  | "createRoom"
  | "browseRooms"
  | "joinRoom"
  | "leaveRoom"
  | "updateRoom"
  | "members"
  | "addMember"
  | "removeMember"
  | "openDirect"
>;

/**
 * What concerns rooms. Which rooms are mine, the state knows from the list and from the signals after it, which come
 * before the answer: an answer may be older than the last of them, so it adds only what the list has not come to yet.
 */
function rooms(sync: Sync): Rooms {
  const { commands, keys, roster, store } = sync;
  const added = ({ room }: { readonly room: RoomSummary }) => {
    if (!store.state.roomsKnown) roster.add(room);
    return room;
  };
  return {
    createRoom: async (room) =>
      added(await commands.ask("room.create", { ...room, key: keys.next() })),
    browseRooms: (page = {}) => commands.ask("room.browse", page),
    joinRoom: async (room) => added(await commands.ask("room.join", { room })),
    leaveRoom: async (room) => {
      await commands.ask("room.leave", { room });
    },
    updateRoom: async (room, changes) => {
      await commands.ask("room.update", { room, key: keys.next(), ...changes });
    },
    members: async (room, page = {}) => {
      const found = await commands.ask("room.members", { room, ...page });
      learn(sync, found.members.map(({ user }) => user));
      return found;
    },
    addMember: async (room, user) => {
      await commands.ask("member.add", { room, user });
    },
    removeMember: async (room, user) => {
      await commands.ask("member.remove", { room, user });
    },
    openDirect: async (users) => added(await commands.ask("direct.open", { users })),
  };
}

type PeopleAndSessions = Pick<
  Chat,
  "searchUsers" | "updateMe" | "watchPresence" | "setPresence" | "setPreferences" | "sessions" | "revokeSession"
>;

/** What concerns people and sessions: whoever an answer names is known from then on. */
function people(sync: Sync): PeopleAndSessions {
  const { commands, store } = sync;
  return {
    searchUsers: async (query, limit) => {
      const page = { query, ...(limit === undefined ? {} : { limit }) };
      const { users } = await commands.ask("user.search", page);
      learn(sync, users);
      return users;
    },
    updateMe: async (changes) => {
      const { user } = await commands.ask("me.update", changes);
      store.apply(reduceUsers, { type: "me.changed", user });
      return user;
    },
    watchPresence: (users) => sync.presences.watch(users),
    setPresence: async (presence) => {
      await commands.ask("presence.set", presence);
    },
    setPreferences: (preferences) => sync.preferences.set(preferences),
    sessions: async () => (await commands.ask("session.list", {})).sessions,
    revokeSession: async (session) => {
      await commands.ask("session.revoke", { session });
    },
  };
}

type Pushes = Pick<Chat, "pushKey" | "subscribePush" | "unsubscribePush">;

/** What concerns notifications of a browser. */
function pushes({ commands }: Sync): Pushes {
  return {
    pushKey: async () => (await commands.ask("push.key", {})).key,
    subscribePush: async (browser) => (await commands.ask("push.subscribe", browser)).subscription,
    unsubscribePush: async (subscription) => {
      await commands.ask("push.unsubscribe", { subscription });
    },
  };
}

function learn(sync: Sync, users: readonly User[]): void {
  sync.store.apply(reduceUsers, { type: "users.learned", users });
}
