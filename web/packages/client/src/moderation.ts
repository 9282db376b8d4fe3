import type { Chat } from "./api.ts";
import { reduceRooms } from "./state/rooms.ts";
import { reduceUsers } from "./state/users.ts";
import type { Sync } from "./sync/sync.ts";

type Keeping = Pick<Chat, "archiveRoom" | "setNotify" | "changeMember" | "banMember" | "bans">;

/** What keeps a room in order. */
export function keeping(sync: Sync): Keeping {
  const { commands, keys, store } = sync;
  return {
    archiveRoom: async (room) => {
      await commands.ask("room.archive", { room, key: keys.next() });
    },
    setNotify: async (room, level) => {
      await commands.ask("notify.set", { room, level });
      store.apply(reduceRooms, { type: "room.notify_set", room, level });
    },
    changeMember: async (room, user, changes) => {
      await commands.ask("member.change", { room, user, ...changes });
    },
    banMember: async (room, user) => {
      await commands.ask("member.remove", { room, user, ban: true });
    },
    bans: async (room, page = {}) => {
      const found = await commands.ask("ban.list", { room, ...page });
      store.apply(reduceUsers, { type: "users.learned", users: found.bans.map(({ user }) => user) });
      return found;
    },
  };
}

type Inviting = Pick<Chat, "createInvite" | "invites" | "revokeInvite" | "acceptInvite">;

/** What lets people in by a code. */
export function inviting(sync: Sync): Inviting {
  const { commands, roster, store } = sync;
  return {
    createInvite: async (room, bounds) =>
      (await commands.ask("invite.create", { room, ...bounds })).invite,
    invites: async (room) => {
      const { invites } = await commands.ask("invite.list", { room });
      sync.people.seen(invites.map(({ by }) => by));
      return invites;
    },
    revokeInvite: async (room, code) => {
      await commands.ask("invite.revoke", { room, code });
    },
    acceptInvite: async (code) => {
      const { room } = await commands.ask("invite.accept", { code });
      if (!store.state.rooms.has(room.id)) roster.add(room);
      return room;
    },
  };
}

type Reporting = Pick<Chat, "reportMessage" | "reports" | "resolveReport">;

/** What somebody wants the owners and moderators of a room to look at. */
export function reporting({ commands, people }: Sync): Reporting {
  return {
    reportMessage: async (room, seq, reason) => {
      await commands.ask("message.report", { room, target: seq, reason });
    },
    reports: async (room, page = {}) => {
      const found = await commands.ask("report.list", { room, ...page });
      people.seen(found.reports.map(({ by }) => by));
      return found;
    },
    resolveReport: async (room, report) => {
      await commands.ask("report.resolve", { room, report });
    },
  };
}
