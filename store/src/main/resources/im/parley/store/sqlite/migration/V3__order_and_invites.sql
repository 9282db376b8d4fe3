-- What keeps a room in order, and the codes that let people in.

ALTER TABLE room ADD COLUMN slow_mode INTEGER NOT NULL DEFAULT 0;
ALTER TABLE room ADD COLUMN archived_at INTEGER NOT NULL DEFAULT 0;

ALTER TABLE member ADD COLUMN muted_until INTEGER NOT NULL DEFAULT 0;
ALTER TABLE member ADD COLUMN posted_at INTEGER NOT NULL DEFAULT 0;

CREATE TABLE departed (
  room        INTEGER NOT NULL REFERENCES room,
  user        TEXT    NOT NULL REFERENCES account,
  muted_until INTEGER NOT NULL,
  posted_at   INTEGER NOT NULL,
  PRIMARY KEY (room, user)
) STRICT, WITHOUT ROWID;

CREATE TABLE ban (
  room INTEGER NOT NULL REFERENCES room,
  user TEXT    NOT NULL REFERENCES account,
  by   TEXT    NOT NULL,
  at   INTEGER NOT NULL,
  PRIMARY KEY (room, user)
) STRICT, WITHOUT ROWID;

CREATE TABLE invite (
  code       TEXT    NOT NULL PRIMARY KEY,
  room       INTEGER NOT NULL REFERENCES room,
  by         TEXT    NOT NULL,
  uses       INTEGER,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  revoked_at INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE INDEX invite_by_room ON invite (room, created_at);

PRAGMA user_version = 3;
