import type { OutgoingStorage, StoredMessage } from "@parley/client";
import type { Database } from "./database.ts";

/** Keeps unsent messages in the browser's database. */
export function createOutgoingStorage(database: Promise<Database>): OutgoingStorage {
  return {
    async load(user: string): Promise<readonly StoredMessage[]> {
      const messages = await (await database).getAllFromIndex("outgoing", "user", user);
      return messages.toSorted((one, other) => one.at - other.at || compare(one.key, other.key));
    },
    async put(message: StoredMessage): Promise<void> {
      await (await database).put("outgoing", message);
    },
    async remove(key: string): Promise<void> {
      await (await database).delete("outgoing", key);
    },
  };
}

/** Keys are UUIDv7: their order is that of writing. */
function compare(one: string, other: string): number {
  return one < other ? -1 : 1;
}
