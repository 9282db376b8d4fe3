-- The tables are drawn and explained in package-info.java of im.parley.store.sqlite.

CREATE TABLE report (
  id     INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  room   INTEGER NOT NULL REFERENCES room,
  seq    INTEGER NOT NULL,
  by     TEXT    NOT NULL,
  reason TEXT    NOT NULL,
  at     INTEGER NOT NULL,
  UNIQUE (room, seq, by)
) STRICT;

CREATE INDEX report_by_room ON report (room, id);

CREATE INDEX moderator_of_room ON member (room, joined_seq) WHERE role <> 'member';

ALTER TABLE account ADD COLUMN bot INTEGER NOT NULL DEFAULT 0;

CREATE TABLE bot (
  user       TEXT    NOT NULL PRIMARY KEY REFERENCES account,
  owner      TEXT    NOT NULL REFERENCES account,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX bot_by_owner ON bot (owner, created_at);

CREATE TABLE hook (
  bot    TEXT    NOT NULL PRIMARY KEY REFERENCES account,
  room   INTEGER NOT NULL REFERENCES room,
  by     TEXT    NOT NULL,
  at     INTEGER NOT NULL,
  secret BLOB    NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;

CREATE INDEX hook_by_room ON hook (room);

CREATE TABLE outgoing (
  id       INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  room     INTEGER NOT NULL REFERENCES room,
  url      TEXT    NOT NULL,
  events   TEXT    NOT NULL,
  keywords TEXT    NOT NULL,
  bots     INTEGER NOT NULL,
  by       TEXT    NOT NULL,
  at       INTEGER NOT NULL,
  secret   TEXT    NOT NULL,
  seq      INTEGER NOT NULL,
  disabled TEXT
) STRICT;

CREATE INDEX outgoing_by_room ON outgoing (room, id);

PRAGMA user_version = 7;
