-- SPDX-License-Identifier: GPL-3.0-or-later
-- Pictures of agents (PNG), each known by the SHA-256 of its bytes.
CREATE TABLE agent_picture (
    agent_id BIGINT PRIMARY KEY,
    hash TEXT COLLATE "C" NOT NULL,
    bytes BYTEA NOT NULL
);
CREATE INDEX agent_picture_hash ON agent_picture (hash);
