-- The tables are drawn and explained in package-info.java of im.parley.store.sqlite.

CREATE TABLE slash (
  room        BIGINT NOT NULL REFERENCES room,
  name        TEXT COLLATE "C" NOT NULL,
  description TEXT COLLATE "C" NOT NULL,
  url         TEXT COLLATE "C" NOT NULL,
  bot         TEXT COLLATE "C" NOT NULL REFERENCES account,
  by          TEXT COLLATE "C" NOT NULL,
  at          BIGINT NOT NULL,
  secret      TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (room, name)
);

UPDATE meta SET value = '2' WHERE name = 'schema';
