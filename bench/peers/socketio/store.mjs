import Database from "better-sqlite3";

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS message (
    room TEXT    NOT NULL,
    seq  INTEGER NOT NULL,
    at   INTEGER NOT NULL,
    by   TEXT    NOT NULL,
    key  TEXT    NOT NULL,
    text TEXT    NOT NULL,
    PRIMARY KEY (room, seq)
  ) STRICT, WITHOUT ROWID;

  CREATE UNIQUE INDEX IF NOT EXISTS message_by_key ON message (key, by);

  CREATE TABLE IF NOT EXISTS read_position (
    user TEXT    NOT NULL,
    room TEXT    NOT NULL,
    seq  INTEGER NOT NULL,
    PRIMARY KEY (user, room)
  ) STRICT, WITHOUT ROWID;
`;

const CACHE_KIB = 32 * 1024;

/**
 * Messages and read positions in one SQLite file. A room's messages lie together in their order, so
 * a page of history is one range, and the next seq is one look at the end of it.
 *
 * What writes is called inside `transaction`; when that returns, what it did is on disk.
 */
export class Store {
  #database;
  #insert;
  #byKey;
  #head;
  #page;
  #after;
  #markRead;

  constructor(file) {
    const database = new Database(file);
    database.pragma("journal_mode = WAL");
    // Better-sqlite3 is compiled to sync a write-ahead log at checkpoints only: this syncs each commit.
    database.pragma("synchronous = FULL");
    database.pragma(`cache_size = -${CACHE_KIB}`);
    database.exec(SCHEMA);
    this.#database = database;
    this.#insert = database.prepare(`
      INSERT INTO message (room, seq, at, by, key, text)
      VALUES (@room, (SELECT coalesce(max(seq), 0) + 1 FROM message WHERE room = @room), @at, @by, @key, @text)
      ON CONFLICT (key, by) DO NOTHING
      RETURNING seq, at`);
    this.#byKey = database.prepare("SELECT seq, at FROM message WHERE key = @key AND by = @by");
    this.#head = database.prepare("SELECT coalesce(max(seq), 0) FROM message WHERE room = ?").pluck();
    this.#page = database.prepare(`
      SELECT room, seq, at, by, text, key FROM message
      WHERE room = ? AND seq < ? ORDER BY seq DESC LIMIT ?`);
    this.#after = database.prepare(`
      SELECT room, seq, at, by, text, key FROM message WHERE room = ? AND seq > ? ORDER BY seq`);
    this.#markRead = database.prepare(`
      INSERT INTO read_position (user, room, seq) VALUES (@user, @room, @seq)
      ON CONFLICT (user, room) DO UPDATE SET seq = max(seq, excluded.seq)`);
    this.transaction = database.transaction((work) => work());
  }

  /**
   * Adds a message, unless its sender has sent one with this key before.
   *
   * @returns {{seq: number, at: string, duplicate?: true}} the place of the message, or of the first
   */
  append(message) {
    const place = this.#insert.get(message);
    if (place !== undefined) return { seq: place.seq, at: time(place.at) };
    const first = this.#byKey.get(message);
    return { seq: first.seq, at: time(first.at), duplicate: true };
  }

  /** Remembers how far a user has read; this never moves back. */
  markRead(position) {
    this.#markRead.run(position);
  }

  /** The seq of a room's last message; 0 when there is none. */
  head(room) {
    return this.#head.get(room);
  }

  /** At most `limit` messages before a seq, oldest first, and whether there are more before them. */
  page(room, before, limit) {
    const rows = this.#page.all(room, before, limit + 1);
    const messages = rows.slice(0, limit).toReversed().map(event);
    return { messages, more: rows.length > limit };
  }

  /** All messages after a seq, oldest first. */
  after(room, seq) {
    return this.#after.all(room, seq).map(event);
  }

  close() {
    this.#database.close();
  }
}

function event({ room, seq, at, by, text, key }) {
  return { room, seq, at: time(at), by, data: { text, key } };
}

function time(milliseconds) {
  return new Date(milliseconds).toISOString();
}
