-- SPDX-License-Identifier: GPL-3.0-or-later
-- What becomes of transcripts when the interaction is done (docs/transcripts.md). Salts, hashes and
-- signatures are hexadecimal; keys are public ones, in PEM.
CREATE TABLE transcript_key (
    key_id TEXT PRIMARY KEY,
    public_key TEXT NOT NULL,
    made_at INTEGER NOT NULL
);
-- `salts` and `leaves`: one for each event, in their order, 32 and 64 digits; 32 times "-" where
-- the salt is destroyed.
CREATE TABLE transcript_seal (
    interaction_id INTEGER PRIMARY KEY,
    events INTEGER NOT NULL,
    salts TEXT NOT NULL,
    leaves TEXT NOT NULL,
    chain_hash TEXT NOT NULL,
    ended_at INTEGER NOT NULL,
    done_at INTEGER NOT NULL,
    sealed_at INTEGER NOT NULL,
    key_id TEXT NOT NULL,
    signature TEXT NOT NULL
);
-- `event_index` 0: all of them were erased.
CREATE TABLE transcript_redaction (
    interaction_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    event_index INTEGER NOT NULL,
    leaf_before TEXT NOT NULL,
    leaf_after TEXT NOT NULL,
    salt TEXT NOT NULL,
    reason TEXT NOT NULL,
    author TEXT NOT NULL,
    time INTEGER NOT NULL,
    key_id TEXT NOT NULL,
    signature TEXT NOT NULL,
    PRIMARY KEY (interaction_id, number)
);
-- Interactions of a contact that are to be erased, until they are.
CREATE TABLE erasure (
    interaction_id INTEGER PRIMARY KEY,
    reason TEXT NOT NULL,
    author TEXT NOT NULL,
    begun_at INTEGER NOT NULL
);
CREATE INDEX interaction_done ON interaction (done_at) WHERE done_at IS NOT NULL;
CREATE INDEX interaction_contact ON interaction (contact_key_hash)
    WHERE contact_key_hash IS NOT NULL;
