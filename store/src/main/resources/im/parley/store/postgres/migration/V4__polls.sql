-- The tables are drawn and explained in package-info.java of im.parley.store.sqlite.

CREATE TABLE poll (
  place    BIGINT NOT NULL PRIMARY KEY,
  options  BIGINT NOT NULL,
  multiple BIGINT NOT NULL,
  closed   BIGINT NOT NULL DEFAULT 0
);

CREATE TABLE vote (
  place  BIGINT NOT NULL,
  "user" TEXT COLLATE "C" NOT NULL,
  choice BIGINT NOT NULL,
  PRIMARY KEY (place, "user", choice)
);

UPDATE meta SET value = '4' WHERE name = 'schema';
