-- The tables are drawn and explained in package-info.java of im.parley.store.sqlite.

ALTER TABLE event ADD COLUMN edited_at INTEGER;
ALTER TABLE event ADD COLUMN deleted INTEGER NOT NULL DEFAULT 0;
ALTER TABLE event ADD COLUMN about INTEGER;

CREATE INDEX edit_of_message ON event (about) WHERE type = 'message.edited';

CREATE TABLE thread (
  root   INTEGER NOT NULL PRIMARY KEY REFERENCES event,
  count  INTEGER NOT NULL,
  newest INTEGER NOT NULL,
  users  TEXT    NOT NULL
) STRICT;

CREATE TABLE thread_reply (
  root  INTEGER NOT NULL,
  place INTEGER NOT NULL,
  PRIMARY KEY (root, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE reaction (
  place INTEGER NOT NULL,
  emoji TEXT    NOT NULL,
  user  TEXT    NOT NULL,
  seq   INTEGER NOT NULL,
  PRIMARY KEY (place, emoji, user)
) STRICT, WITHOUT ROWID;

CREATE TABLE pin (
  place INTEGER NOT NULL PRIMARY KEY
) STRICT;

CREATE TABLE mention (
  room INTEGER NOT NULL,
  user TEXT    NOT NULL,
  seq  INTEGER NOT NULL,
  PRIMARY KEY (room, user, seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX mention_by_message ON mention (room, seq);

ALTER TABLE member DROP COLUMN mentions;

PRAGMA user_version = 2;
