-- SPDX-License-Identifier: GPL-3.0-or-later
-- Times are milliseconds since 1970 UTC. Ids are numbers that sort by the time of their making.
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL);

CREATE TABLE skill (id TEXT PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE queue (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    position INTEGER NOT NULL
);
CREATE TABLE queue_skill (
    queue_id TEXT NOT NULL,
    skill_id TEXT NOT NULL,
    minimum_level INTEGER NOT NULL,
    PRIMARY KEY (queue_id, skill_id)
);
CREATE TABLE not_ready_reason (
    code TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    position INTEGER NOT NULL
);
CREATE TABLE disposition (
    code TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    position INTEGER NOT NULL
);
CREATE TABLE agent (
    id INTEGER PRIMARY KEY,
    user_name TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    roles INTEGER NOT NULL,
    password_hash TEXT NOT NULL,
    chat_capacity INTEGER NOT NULL
);
CREATE TABLE agent_skill (
    agent_id INTEGER NOT NULL,
    skill_id TEXT NOT NULL,
    level INTEGER NOT NULL,
    PRIMARY KEY (agent_id, skill_id)
);
CREATE TABLE session (
    id INTEGER PRIMARY KEY,
    agent_id INTEGER NOT NULL,
    token_hash TEXT NOT NULL,
    expires_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    reason TEXT,
    state_since INTEGER NOT NULL
);

CREATE TABLE interaction (
    id INTEGER PRIMARY KEY,
    media_type TEXT NOT NULL,
    type TEXT NOT NULL,
    state TEXT NOT NULL,
    queue_id TEXT NOT NULL,
    queue_position INTEGER NOT NULL,
    subject TEXT NOT NULL,
    contact_id INTEGER,
    contact_name TEXT NOT NULL,
    attached_data TEXT NOT NULL,
    priority INTEGER NOT NULL,
    agent_id INTEGER,
    offer_agent_id INTEGER,
    offer_expires_at INTEGER,
    created_at INTEGER NOT NULL,
    queued_at INTEGER NOT NULL,
    offered_at INTEGER,
    accepted_at INTEGER,
    ended_at INTEGER,
    done_at INTEGER,
    disposition TEXT,
    note TEXT
);
-- Small, since what is done leaves it: the start reads only what is open.
CREATE INDEX interaction_open ON interaction (id) WHERE state <> 'done';

CREATE TABLE chat (
    interaction_id INTEGER PRIMARY KEY,
    service TEXT NOT NULL,
    secure_key_hash TEXT NOT NULL,
    start_key_hash INTEGER,
    first_event_id INTEGER NOT NULL,
    last_event_id INTEGER,
    ended_at INTEGER
);
CREATE INDEX chat_ended ON chat (ended_at) WHERE ended_at IS NOT NULL;
CREATE TABLE chat_participant (
    chat_id INTEGER NOT NULL,
    participant_id INTEGER NOT NULL,
    type TEXT NOT NULL,
    nickname TEXT NOT NULL,
    agent_id INTEGER,
    joined_at INTEGER NOT NULL,
    left_at INTEGER,
    PRIMARY KEY (chat_id, participant_id)
);
-- Hot and append-only: no secondary index. A chat's events lie between its first event's id and
-- its last; order and keys are checked in memory.
CREATE TABLE chat_event (
    id INTEGER PRIMARY KEY,
    chat_id INTEGER NOT NULL,
    event_index INTEGER NOT NULL,
    customer_index INTEGER,
    type TEXT NOT NULL,
    participant_id INTEGER NOT NULL,
    text TEXT,
    message_type TEXT,
    time INTEGER NOT NULL,
    audience TEXT NOT NULL,
    user_data TEXT,
    key_hash INTEGER
);

-- The fact log: everything that has happened, in order.
CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    time INTEGER NOT NULL,
    name TEXT NOT NULL,
    payload TEXT NOT NULL
);
