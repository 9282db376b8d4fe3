-- The tables are drawn and explained in package-info.java of im.parley.store.sqlite.

ALTER TABLE event ADD COLUMN mentions_now TEXT;

UPDATE event SET mentions_now = coalesce(data -> 'mentions', '[]')
WHERE type = 'message.posted' AND edited_at IS NOT NULL;

PRAGMA user_version = 5;
