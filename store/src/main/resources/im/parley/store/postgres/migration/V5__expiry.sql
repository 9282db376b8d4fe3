-- The tables are drawn and explained in package-info.java of im.parley.store.sqlite.

ALTER TABLE room ADD COLUMN expire_seconds BIGINT NOT NULL DEFAULT 0;

ALTER TABLE event ADD COLUMN expires_at BIGINT;

CREATE INDEX event_to_expire ON event (expires_at) WHERE deleted = 0 AND expires_at IS NOT NULL;

UPDATE meta SET value = '5' WHERE name = 'schema';
