import type { Chat } from "./api.ts";
import { reduceUsers } from "./state/users.ts";
import type { Sync } from "./sync/sync.ts";

/** What concerns programs: bots, webhooks and slash commands. */
export function programs(sync: Sync): Bots & Hooks & Slash {
  return { ...bots(sync), ...hooks(sync), ...slash(sync) };
}

type Bots = Pick<Chat, "createBot" | "bots" | "rekeyBot" | "deleteBot">;

/** What concerns my bots: whoever an answer names is known from then on. */
function bots({ commands, store }: Sync): Bots {
  return {
    createBot: async (bot) => {
      const made = await commands.ask("bot.create", bot);
      store.apply(reduceUsers, { type: "users.learned", users: [made.user] });
      return made;
    },
    bots: async () => {
      const { bots: mine } = await commands.ask("bot.list", {});
      store.apply(reduceUsers, { type: "users.learned", users: mine });
      return mine;
    },
    rekeyBot: (bot) => commands.ask("bot.rekey", { bot }),
    deleteBot: async (bot) => {
      await commands.ask("bot.delete", { bot });
    },
  };
}

type Hooks = Pick<Chat, "createHook" | "hooks" | "deleteHook" | "createOutgoing" | "outgoing" | "deleteOutgoing">;

/** What joins a room to programs elsewhere. */
function hooks({ commands, people }: Sync): Hooks {
  return {
    createHook: (room, name) => commands.ask("hook.create", { room, name }),
    hooks: async (room) => {
      const { hooks: found } = await commands.ask("hook.list", { room });
      people.seen(found.map(({ by }) => by));
      return found;
    },
    deleteHook: async (room, hook) => {
      await commands.ask("hook.delete", { room, hook });
    },
    createOutgoing: (room, outgoing) => commands.ask("outgoing.create", { room, ...outgoing }),
    outgoing: async (room) => {
      const { outgoing } = await commands.ask("outgoing.list", { room });
      people.seen(outgoing.map(({ by }) => by));
      return outgoing;
    },
    deleteOutgoing: async (room, outgoing) => {
      await commands.ask("outgoing.delete", { room, outgoing });
    },
  };
}

type Slash = Pick<Chat, "createSlashCommand" | "slashCommands" | "deleteSlashCommand" | "runSlashCommand">;

/** What programs elsewhere do for those who write `/name`. */
function slash({ commands, keys, people }: Sync): Slash {
  return {
    createSlashCommand: (room, command) => commands.ask("slash.create", { room, ...command }),
    slashCommands: async (room) => {
      const { commands: found } = await commands.ask("slash.list", { room });
      people.seen(found.map(({ by }) => by));
      return found;
    },
    deleteSlashCommand: async (room, name) => {
      await commands.ask("slash.delete", { room, name });
    },
    runSlashCommand: (room, name, text) => commands.ask("slash.run", { room, name, text, key: keys.next() }),
  };
}
