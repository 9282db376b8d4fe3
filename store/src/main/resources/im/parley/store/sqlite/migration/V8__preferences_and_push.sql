-- The tables are drawn and explained in package-info.java of im.parley.store.sqlite.

CREATE TABLE preference (
  user       TEXT NOT NULL PRIMARY KEY REFERENCES account,
  keywords   TEXT NOT NULL,
  quiet_from TEXT,
  quiet_to   TEXT,
  quiet_zone TEXT,
  quiet_days TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE push (
  id         TEXT    NOT NULL PRIMARY KEY,
  user       TEXT    NOT NULL REFERENCES account,
  session    TEXT    NOT NULL REFERENCES session ON DELETE CASCADE,
  endpoint   TEXT    NOT NULL UNIQUE,
  p256dh     TEXT    NOT NULL,
  auth       TEXT    NOT NULL,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX push_by_user ON push (user, created_at);
CREATE INDEX push_by_session ON push (session);

PRAGMA user_version = 8;
