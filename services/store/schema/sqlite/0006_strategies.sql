-- SPDX-License-Identifier: GPL-3.0-or-later
-- Versions of strategies. `events`: what their transitions speak of, as JSON. `author`: user name,
-- empty for those that came with Tandem.
CREATE TABLE strategy_version (
    strategy_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    document TEXT NOT NULL,
    events TEXT NOT NULL,
    installed_at INTEGER NOT NULL,
    author TEXT NOT NULL,
    note TEXT,
    PRIMARY KEY (strategy_id, version)
);
-- Which version is active: the last entry of a strategy counts; the others tell who changed it,
-- and when.
CREATE TABLE strategy_activation (
    id INTEGER PRIMARY KEY,
    strategy_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    time INTEGER NOT NULL,
    author TEXT NOT NULL
);
-- A run of a strategy. `stored`: the session after its step number `steps`; `timers`, `lasting`:
-- what it waits for, as JSON.
CREATE TABLE strategy_session (
    id INTEGER PRIMARY KEY,
    interaction_id INTEGER NOT NULL,
    strategy_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    queue_id TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    ended_at INTEGER,
    outcome TEXT NOT NULL,
    failure TEXT,
    states TEXT NOT NULL,
    since INTEGER NOT NULL,
    steps INTEGER NOT NULL,
    stored TEXT,
    timers TEXT NOT NULL,
    lasting TEXT NOT NULL
);
CREATE INDEX strategy_session_interaction ON strategy_session (interaction_id);
CREATE INDEX strategy_session_running ON strategy_session (id) WHERE ended_at IS NULL;
-- What came to a session, and what it did (`step`, as JSON); null until the strategies' thread has
-- answered.
CREATE TABLE strategy_step (
    session_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    time INTEGER NOT NULL,
    event TEXT NOT NULL,
    data TEXT,
    timer INTEGER,
    step TEXT,
    PRIMARY KEY (session_id, number)
) WITHOUT ROWID;
CREATE INDEX strategy_step_waiting ON strategy_step (session_id) WHERE step IS NULL;
