-- The tables are drawn and explained in package-info.java of im.parley.store.sqlite.

CREATE TABLE meta (
  name  TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE account (
  id                  TEXT    NOT NULL PRIMARY KEY,
  username            TEXT    NOT NULL UNIQUE,
  display_name        TEXT    NOT NULL,
  folded_display_name TEXT    NOT NULL,
  avatar              TEXT,
  password_hash       TEXT    NOT NULL,
  admin               INTEGER NOT NULL,
  created_at          INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX account_by_display_name ON account (folded_display_name);

CREATE TABLE room (
  number             INTEGER NOT NULL PRIMARY KEY,
  id                 TEXT    NOT NULL UNIQUE,
  kind               TEXT    NOT NULL,
  name               TEXT    NOT NULL,
  folded_name        TEXT    NOT NULL,
  alias              TEXT    UNIQUE,
  topic              TEXT,
  people             TEXT    UNIQUE,
  welcomes_newcomers INTEGER NOT NULL DEFAULT 0,
  members            INTEGER NOT NULL DEFAULT 0,
  head               INTEGER NOT NULL DEFAULT 0,
  messages           INTEGER NOT NULL DEFAULT 0,
  newest_message     INTEGER NOT NULL DEFAULT 0,
  active_at          INTEGER NOT NULL
) STRICT;

CREATE INDEX room_to_browse ON room (folded_name, id) WHERE kind = 'public';
CREATE INDEX room_for_newcomers ON room (number) WHERE welcomes_newcomers = 1;

CREATE TABLE event (
  place    INTEGER NOT NULL PRIMARY KEY,
  at       INTEGER NOT NULL,
  by       TEXT    NOT NULL,
  key      TEXT,
  type     TEXT    NOT NULL,
  messages INTEGER NOT NULL,
  text     TEXT,
  data     TEXT,
  room     INTEGER AS (place >> 32),
  seq      INTEGER AS (place & 4294967295)
) STRICT;

CREATE UNIQUE INDEX event_by_key ON event (key, by) WHERE key IS NOT NULL;

CREATE TABLE member (
  room        INTEGER NOT NULL REFERENCES room,
  user        TEXT    NOT NULL REFERENCES account,
  role        TEXT    NOT NULL,
  joined_at   INTEGER NOT NULL,
  joined_seq  INTEGER NOT NULL,
  read_seq    INTEGER NOT NULL,
  read_number INTEGER NOT NULL,
  mentions    INTEGER NOT NULL DEFAULT 0,
  notify      TEXT    NOT NULL DEFAULT 'all',
  PRIMARY KEY (room, user)
) STRICT, WITHOUT ROWID;

CREATE INDEX member_by_user ON member (user, room);
CREATE INDEX owner_of_room ON member (room) WHERE role = 'owner';

CREATE TABLE session (
  id                 TEXT    NOT NULL PRIMARY KEY,
  user               TEXT    NOT NULL REFERENCES account,
  device             TEXT    NOT NULL,
  address            TEXT    NOT NULL,
  created_at         INTEGER NOT NULL,
  last_seen          INTEGER NOT NULL,
  access             BLOB    NOT NULL UNIQUE,
  access_expires_at  INTEGER NOT NULL,
  refresh            BLOB    NOT NULL UNIQUE,
  refresh_expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX session_by_user ON session (user, last_seen);

CREATE TABLE used_refresh (
  refresh    BLOB    NOT NULL PRIMARY KEY,
  session    TEXT    NOT NULL REFERENCES session ON DELETE CASCADE,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX used_refresh_by_session ON used_refresh (session, expires_at);

CREATE TABLE probe (
  id     INTEGER NOT NULL PRIMARY KEY,
  filler BLOB    NOT NULL
) STRICT;

PRAGMA user_version = 1;
