-- SPDX-License-Identifier: GPL-3.0-or-later
-- How the company is set up: one row an object, as JSON in the form of exports. `position` orders
-- the objects of a kind; there may be gaps.
CREATE TABLE site_object (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (kind, id)
);
-- Who changed it, when, from what to what. `undone_by`: the entry that undid this one.
CREATE TABLE audit (
    id INTEGER PRIMARY KEY,
    time INTEGER NOT NULL,
    agent_id INTEGER,
    user_name TEXT NOT NULL,
    action TEXT NOT NULL,
    changes TEXT NOT NULL,
    undoes INTEGER,
    undone_by INTEGER
);

-- What older data folders hold.
INSERT INTO site_object (kind, id, position, body)
    SELECT 'skill', id, row_number() OVER (ORDER BY id) - 1, json_object('id', id, 'name', name)
    FROM skill;
INSERT INTO site_object (kind, id, position, body)
    SELECT 'capacityRule', 'chat' || chat_capacity,
        row_number() OVER (ORDER BY count(*) DESC, chat_capacity) - 1,
        json_object(
            'id', 'chat' || chat_capacity,
            'name', 'Chats: ' || chat_capacity,
            'channels', json_array(
                json_object('mediaType', 'chat', 'most', chat_capacity, 'weight', 1)))
    FROM agent GROUP BY chat_capacity;
INSERT INTO site_object (kind, id, position, body)
    SELECT 'agent', user_name, row_number() OVER (ORDER BY id) - 1,
        json_object(
            'userName', user_name,
            'name', name,
            'roles', (
                SELECT json_group_array(role)
                FROM (SELECT 'agent' AS role, 1 AS bit
                      UNION ALL SELECT 'supervisor', 2
                      UNION ALL SELECT 'administrator', 4
                      UNION ALL SELECT 'auditor', 8)
                WHERE agent.roles & bit),
            'skills', (
                SELECT json_group_array(json_object('skillId', skill_id, 'level', level))
                FROM (SELECT skill_id, level FROM agent_skill
                      WHERE agent_id = agent.id ORDER BY rowid)),
            'capacityRule', 'chat' || chat_capacity)
    FROM agent;
INSERT INTO site_object (kind, id, position, body)
    SELECT 'queue', id, row_number() OVER (ORDER BY position, id) - 1,
        json_object(
            'id', id,
            'name', name,
            'steps', (
                SELECT CASE count(*) WHEN 0 THEN json_array() ELSE json_array(json_object(
                    'afterMs', 0,
                    'targets', json_array(json_object('expression', group_concat(part, ' & ')))))
                    END
                FROM (SELECT skill_id || ' >= ' || minimum_level AS part FROM queue_skill
                      WHERE queue_id = queue.id ORDER BY skill_id)),
            'selection', 'longest_idle',
            'order', 'priority',
            'priority', 0,
            'closed', json_object('action', 'hold'),
            'full', json_object('action', 'hold'))
    FROM queue;
INSERT INTO site_object (kind, id, position, body)
    SELECT 'notReadyReason', code, row_number() OVER (ORDER BY position, code) - 1,
        json_object('code', code, 'name', name)
    FROM not_ready_reason;
INSERT INTO site_object (kind, id, position, body)
    SELECT 'disposition', code, row_number() OVER (ORDER BY position, code) - 1,
        json_object('code', code, 'name', name)
    FROM disposition;
DROP TABLE skill;
DROP TABLE queue_skill;
DROP TABLE queue;
DROP TABLE not_ready_reason;
DROP TABLE disposition;
DROP TABLE agent_skill;

-- Accounts: what of an agent never leaves the store, and the number that history knows them by.
-- It stays when the agent is removed, so that nobody else is ever given the number.
CREATE TABLE account (
    id INTEGER PRIMARY KEY,
    user_name TEXT NOT NULL UNIQUE,
    password_hash TEXT NOT NULL
);
INSERT INTO account (id, user_name, password_hash)
    SELECT id, user_name, password_hash FROM agent;
DROP TABLE agent;
ALTER TABLE account RENAME TO agent;

ALTER TABLE session ADD COLUMN place TEXT;
ALTER TABLE session ADD COLUMN channel_states TEXT;

ALTER TABLE interaction ADD COLUMN due_at INTEGER;
ALTER TABLE interaction ADD COLUMN external_id TEXT;
ALTER TABLE interaction ADD COLUMN parent_id INTEGER;
ALTER TABLE interaction ADD COLUMN workbin_id TEXT;
ALTER TABLE interaction ADD COLUMN return_at INTEGER;
ALTER TABLE interaction ADD COLUMN consult_agent_id INTEGER;
ALTER TABLE interaction ADD COLUMN member_ids TEXT;
ALTER TABLE interaction ADD COLUMN held INTEGER NOT NULL DEFAULT 0;
ALTER TABLE interaction ADD COLUMN handled_since INTEGER;
ALTER TABLE interaction ADD COLUMN offer_kind TEXT;
ALTER TABLE interaction ADD COLUMN contact_key_hash INTEGER;
ALTER TABLE interaction ADD COLUMN queue_entered_at INTEGER;

-- What the outside calls an interaction: unique for ever per media type.
CREATE TABLE external_key (
    media_type TEXT NOT NULL,
    external_id TEXT NOT NULL,
    interaction_id INTEGER NOT NULL,
    PRIMARY KEY (media_type, external_id)
);
-- Why an interaction went where it went; append-only.
CREATE TABLE routing_decision (
    id INTEGER PRIMARY KEY,
    interaction_id INTEGER NOT NULL,
    payload TEXT NOT NULL
);
-- Who served a contact last.
CREATE TABLE last_agent (
    contact_key_hash INTEGER PRIMARY KEY,
    agent_id INTEGER NOT NULL,
    served_at INTEGER NOT NULL
);
