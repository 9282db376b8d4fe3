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

PRAGMA user_version = 9;
