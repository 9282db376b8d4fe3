-- The tables are drawn and explained in package-info.java of im.parley.store.sqlite.

CREATE TABLE file (
  id               TEXT    NOT NULL PRIMARY KEY,
  owner            TEXT    NOT NULL REFERENCES account,
  name             TEXT    NOT NULL,
  type             TEXT    NOT NULL,
  size             INTEGER NOT NULL,
  width            INTEGER,
  height           INTEGER,
  thumbnail_width  INTEGER,
  thumbnail_height INTEGER,
  expires_at       INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX file_by_owner ON file (owner, size);
CREATE INDEX file_to_collect ON file (expires_at) WHERE expires_at IS NOT NULL;

CREATE TABLE attachment (
  place INTEGER NOT NULL REFERENCES event,
  file  TEXT    NOT NULL REFERENCES file,
  PRIMARY KEY (place, file)
) STRICT, WITHOUT ROWID;

CREATE INDEX attachment_by_file ON attachment (file, place);

PRAGMA user_version = 6;
