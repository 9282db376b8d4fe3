import type { StoredMessage, StoredThread } from "@parley/client";
import { openDB, type DBSchema, type IDBPDatabase } from "idb";

/** A text begun and not yet sent. */
export interface StoredDraft {
  readonly user: string;
  /** The name of its place: a room, or a thread of it. */
  readonly room: string;
  /** Empty where the server is still to be told that there is none any more. */
  readonly text: string;
  /** The seq of the message that it answers. */
  readonly replyTo?: number | undefined;
  /** When it was written, in milliseconds since 1970; absent in what older versions left. */
  readonly at?: number;
  /** Whether the server has been told. */
  readonly told?: boolean;
}

interface Schema extends DBSchema {
  outgoing: { key: string; value: StoredMessage; indexes: { user: string } };
  drafts: { key: [user: string, room: string]; value: StoredDraft; indexes: { user: string } };
  threads: { key: [user: string, room: string, root: number]; value: StoredThread; indexes: { user: string } };
}

export type Database = IDBPDatabase<Schema>;

const databaseName = "parley";

/** What this device keeps across reloads: messages that wait for the network, drafts, and the news of threads. */
export function openDatabase(): Promise<Database> {
  return openDB<Schema>(databaseName, 2, {
    upgrade(database, before) {
      if (before < 1) createFirst(database);
      const threads = database.createObjectStore("threads", { keyPath: ["user", "room", "root"] });
      threads.createIndex("user", "user");
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
    },
  });
}

function createFirst(database: Database): void {
  const outgoing = database.createObjectStore("outgoing", { keyPath: "key" });
  outgoing.createIndex("user", "user");
  const drafts = database.createObjectStore("drafts", { keyPath: ["user", "room"] });
  drafts.createIndex("user", "user");
}

/** Forgets everything that signed-out people would not leave behind on a shared device. */
export async function clearDatabase(database: Promise<Database>): Promise<void> {
  const open = await database;
  await Promise.all([open.clear("outgoing"), open.clear("drafts"), open.clear("threads")]);
}
