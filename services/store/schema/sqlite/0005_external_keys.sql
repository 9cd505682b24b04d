-- SPDX-License-Identifier: GPL-3.0-or-later
-- External keys are numbered from 1 in the order of their making, and gathered in pages of 4,096:
-- hash and interaction id, 16 hexadecimal digits each. A start reads the pages, and of the keys
-- those behind the last one. Where there are no pages, they are made again.
CREATE TABLE external_key_numbered (
    number INTEGER PRIMARY KEY,
    media_type TEXT NOT NULL,
    external_id TEXT NOT NULL,
    interaction_id INTEGER NOT NULL,
    UNIQUE (media_type, external_id)
);
INSERT INTO external_key_numbered (media_type, external_id, interaction_id)
    SELECT media_type, external_id, interaction_id FROM external_key ORDER BY rowid;
DROP TABLE external_key;
ALTER TABLE external_key_numbered RENAME TO external_key;
CREATE TABLE external_key_page (page INTEGER PRIMARY KEY, keys TEXT NOT NULL);
