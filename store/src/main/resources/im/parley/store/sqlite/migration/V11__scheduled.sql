-- The tables are drawn and explained in package-info.java of im.parley.store.sqlite.

CREATE TABLE scheduled (
  id           INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  user         TEXT    NOT NULL REFERENCES account,
  room         INTEGER NOT NULL REFERENCES room,
  key          TEXT    NOT NULL,
  text         TEXT    NOT NULL,
  reply_to     INTEGER,
  thread       INTEGER,
  also_in_room INTEGER NOT NULL,
  attachments  TEXT    NOT NULL,
  send_at      INTEGER NOT NULL,
  due_at       INTEGER NOT NULL,
  tries        INTEGER NOT NULL DEFAULT 0,
  sending      INTEGER NOT NULL DEFAULT 0,
  error        TEXT,
  reason       TEXT,
  UNIQUE (user, key)
) STRICT;

CREATE INDEX scheduled_by_time ON scheduled (due_at, id) WHERE error IS NULL;

PRAGMA user_version = 11;
