import type { StoredThread, ThreadStorage } from "@parley/client";
import type { Database } from "./database.ts";

/** Keeps the news of threads in the browser's database. */
export function createThreadStorage(database: Promise<Database>): ThreadStorage {
  return {
    async load(user: string): Promise<readonly StoredThread[]> {
      return (await database).getAllFromIndex("threads", "user", user);
    },
    async put(thread: StoredThread): Promise<void> {
      await (await database).put("threads", thread);
    },
    async remove({ user, room, root }): Promise<void> {
      await (await database).delete("threads", [user, room, root]);
    },
  };
}
