import type { Chat } from "./api.ts";
import { reduceSchedule } from "./state/schedule.ts";
import type { Sync } from "./sync/sync.ts";

type Scheduling = Pick<Chat, "schedule" | "scheduled" | "cancelScheduled">;

/** What is said later. The session that changes the schedule is not told by the server, so it notes that itself. */
export function scheduling({ commands, keys, store }: Sync): Scheduling {
  const changed = () => store.apply(reduceSchedule, { type: "schedule.changed" });
  return {
    schedule: async (room, { attachments = [], ...draft }, sendAt) => {
      const files = attachments.length === 0 ? {} : { attachments: attachments.map(({ id }) => id) };
      const data = { ...draft, ...files, room, key: keys.next(), sendAt: sendAt.toISOString() };
      const { scheduled } = await commands.ask("message.schedule", data);
      changed();
      return scheduled;
    },
    scheduled: async () => (await commands.ask("scheduled.list", {})).scheduled,
    cancelScheduled: async (scheduled) => {
      await commands.ask("scheduled.cancel", { scheduled });
      changed();
    },
  };
}
