-- The tables are drawn and explained in package-info.java of im.parley.store.sqlite.

CREATE TABLE poll (
  place    INTEGER NOT NULL PRIMARY KEY,
  options  INTEGER NOT NULL,
  multiple INTEGER NOT NULL,
  closed   INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE vote (
  place  INTEGER NOT NULL,
  user   TEXT    NOT NULL,
  choice INTEGER NOT NULL,
  PRIMARY KEY (place, user, choice)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 12;
