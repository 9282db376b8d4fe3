-- The tables are drawn and explained in package-info.java of im.parley.store.sqlite.

CREATE TABLE slash (
  room        INTEGER NOT NULL REFERENCES room,
  name        TEXT    NOT NULL,
  description TEXT    NOT NULL,
  url         TEXT    NOT NULL,
  bot         TEXT    NOT NULL REFERENCES account,
  by          TEXT    NOT NULL,
  at          INTEGER NOT NULL,
  secret      TEXT    NOT NULL,
  PRIMARY KEY (room, name)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 10;
