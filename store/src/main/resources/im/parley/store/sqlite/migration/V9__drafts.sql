-- The tables are drawn and explained in package-info.java of im.parley.store.sqlite.

CREATE TABLE draft (
  user     TEXT    NOT NULL REFERENCES account,
  room     INTEGER NOT NULL REFERENCES room,
  thread   INTEGER NOT NULL,
  text     TEXT    NOT NULL,
  reply_to INTEGER,
  at       INTEGER NOT NULL,
  PRIMARY KEY (user, room, thread)
) STRICT;

PRAGMA user_version = 9;
