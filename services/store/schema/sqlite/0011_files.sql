-- SPDX-License-Identifier: GPL-3.0-or-later
-- Files of chats. The content is known by its SHA-256 and kept once, in pieces, with the rest of
-- the company's data: whatever copies, restores or erases those holds for files, too. A content is
-- there as long as a file that is arriving or kept refers to it. `scan`: what a scanner said.
CREATE TABLE chat_file (
    id INTEGER PRIMARY KEY,
    interaction_id INTEGER NOT NULL,
    participant_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    size INTEGER NOT NULL,
    hash TEXT NOT NULL,
    thumbnail_hash TEXT,
    scan TEXT,
    audience TEXT NOT NULL,
    state TEXT NOT NULL,
    uploaded_at INTEGER NOT NULL,
    expires_at INTEGER,
    gone_at INTEGER
);
CREATE INDEX chat_file_of_interaction ON chat_file (interaction_id);
CREATE INDEX chat_file_content ON chat_file (hash) WHERE gone_at IS NULL;
CREATE INDEX chat_file_thumbnail ON chat_file (thumbnail_hash)
    WHERE gone_at IS NULL AND thumbnail_hash IS NOT NULL;
CREATE TABLE file_chunk (
    hash TEXT NOT NULL,
    number INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (hash, number)
);
