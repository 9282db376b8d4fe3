-- The tables are drawn and explained in package-info.java of im.parley.store.sqlite.

ALTER TABLE member ADD COLUMN delivered_seq INTEGER NOT NULL DEFAULT 0;

CREATE TABLE presence (
  user      TEXT    NOT NULL PRIMARY KEY REFERENCES account,
  state     TEXT    NOT NULL DEFAULT 'online',
  text      TEXT,
  emoji     TEXT,
  until     INTEGER,
  last_seen INTEGER
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 4;
