-- SPDX-License-Identifier: GPL-3.0-or-later
-- The tables of SQLite's schema 6, with the same columns. Texts sort by their bytes, as SQLite's
-- do.
CREATE TABLE setting (name TEXT COLLATE "C" PRIMARY KEY, value TEXT NOT NULL);

CREATE TABLE site_object (
    kind TEXT COLLATE "C" NOT NULL,
    id TEXT COLLATE "C" NOT NULL,
    position BIGINT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (kind, id)
);
CREATE TABLE audit (
    id BIGINT PRIMARY KEY,
    time BIGINT NOT NULL,
    agent_id BIGINT,
    user_name TEXT NOT NULL,
    action TEXT NOT NULL,
    changes TEXT NOT NULL,
    undoes BIGINT,
    undone_by BIGINT
);
CREATE TABLE agent (
    id BIGINT PRIMARY KEY,
    user_name TEXT COLLATE "C" NOT NULL UNIQUE,
    password_hash TEXT NOT NULL
);
CREATE TABLE session (
    id BIGINT PRIMARY KEY,
    agent_id BIGINT NOT NULL,
    token_hash TEXT NOT NULL,
    expires_at BIGINT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT,
    state_since BIGINT NOT NULL,
    place TEXT,
    channel_states TEXT
);

CREATE TABLE interaction (
    id BIGINT PRIMARY KEY,
    media_type TEXT NOT NULL,
    type TEXT NOT NULL,
    state TEXT NOT NULL,
    queue_id TEXT NOT NULL,
    queue_position BIGINT NOT NULL,
    subject TEXT NOT NULL,
    contact_id BIGINT,
    contact_name TEXT NOT NULL,
    attached_data TEXT NOT NULL,
    priority BIGINT NOT NULL,
    agent_id BIGINT,
    offer_agent_id BIGINT,
    offer_expires_at BIGINT,
    created_at BIGINT NOT NULL,
    queued_at BIGINT NOT NULL,
    offered_at BIGINT,
    accepted_at BIGINT,
    ended_at BIGINT,
    done_at BIGINT,
    disposition TEXT,
    note TEXT,
    due_at BIGINT,
    external_id TEXT,
    parent_id BIGINT,
    workbin_id TEXT,
    return_at BIGINT,
    consult_agent_id BIGINT,
    member_ids TEXT,
    held BIGINT NOT NULL DEFAULT 0,
    handled_since BIGINT,
    offer_kind TEXT,
    contact_key_hash BIGINT,
    queue_entered_at BIGINT,
    skill_target TEXT
);
CREATE INDEX interaction_open ON interaction (id) WHERE state <> 'done';

CREATE TABLE chat (
    interaction_id BIGINT PRIMARY KEY,
    service TEXT NOT NULL,
    secure_key_hash TEXT NOT NULL,
    start_key_hash BIGINT,
    first_event_id BIGINT NOT NULL,
    last_event_id BIGINT,
    ended_at BIGINT
);
CREATE INDEX chat_ended ON chat (ended_at) WHERE ended_at IS NOT NULL;
CREATE TABLE chat_participant (
    chat_id BIGINT NOT NULL,
    participant_id BIGINT NOT NULL,
    type TEXT NOT NULL,
    nickname TEXT NOT NULL,
    agent_id BIGINT,
    joined_at BIGINT NOT NULL,
    left_at BIGINT,
    hidden BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (chat_id, participant_id)
);
CREATE TABLE chat_event (
    id BIGINT PRIMARY KEY,
    chat_id BIGINT NOT NULL,
    event_index BIGINT NOT NULL,
    customer_index BIGINT,
    type TEXT NOT NULL,
    participant_id BIGINT NOT NULL,
    text TEXT,
    message_type TEXT,
    time BIGINT NOT NULL,
    audience TEXT NOT NULL,
    user_data TEXT,
    key_hash BIGINT
);

CREATE TABLE event (
    id BIGINT PRIMARY KEY,
    time BIGINT NOT NULL,
    name TEXT NOT NULL,
    payload TEXT NOT NULL
);
CREATE INDEX event_counted ON event (id)
    WHERE name IN ('interaction.moved', 'agent.stateChanged');
CREATE TABLE routing_decision (
    id BIGINT PRIMARY KEY,
    interaction_id BIGINT NOT NULL,
    payload TEXT NOT NULL
);
CREATE TABLE last_agent (
    contact_key_hash BIGINT PRIMARY KEY,
    agent_id BIGINT NOT NULL,
    served_at BIGINT NOT NULL
);
CREATE TABLE external_key (
    number BIGINT PRIMARY KEY,
    media_type TEXT NOT NULL,
    external_id TEXT NOT NULL,
    interaction_id BIGINT NOT NULL,
    UNIQUE (media_type, external_id)
);
CREATE TABLE external_key_page (page BIGINT PRIMARY KEY, keys TEXT NOT NULL);

CREATE TABLE strategy_version (
    strategy_id TEXT COLLATE "C" NOT NULL,
    version BIGINT NOT NULL,
    name TEXT NOT NULL,
    document TEXT NOT NULL,
    events TEXT NOT NULL,
    installed_at BIGINT NOT NULL,
    author TEXT NOT NULL,
    note TEXT,
    PRIMARY KEY (strategy_id, version)
);
CREATE TABLE strategy_activation (
    id BIGINT PRIMARY KEY,
    strategy_id TEXT NOT NULL,
    version BIGINT NOT NULL,
    time BIGINT NOT NULL,
    author TEXT NOT NULL
);
CREATE TABLE strategy_session (
    id BIGINT PRIMARY KEY,
    interaction_id BIGINT NOT NULL,
    strategy_id TEXT NOT NULL,
    version BIGINT NOT NULL,
    queue_id TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    ended_at BIGINT,
    outcome TEXT NOT NULL,
    failure TEXT,
    states TEXT NOT NULL,
    since BIGINT NOT NULL,
    steps BIGINT NOT NULL,
    stored TEXT,
    timers TEXT NOT NULL,
    lasting TEXT NOT NULL
);
CREATE INDEX strategy_session_interaction ON strategy_session (interaction_id);
CREATE INDEX strategy_session_running ON strategy_session (id) WHERE ended_at IS NULL;
CREATE TABLE strategy_step (
    session_id BIGINT NOT NULL,
    number BIGINT NOT NULL,
    time BIGINT NOT NULL,
    event TEXT NOT NULL,
    data TEXT,
    timer BIGINT,
    step TEXT,
    PRIMARY KEY (session_id, number)
);
CREATE INDEX strategy_step_waiting ON strategy_step (session_id) WHERE step IS NULL;
