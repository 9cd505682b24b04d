-- SPDX-License-Identifier: GPL-3.0-or-later
-- For whom an interaction waits instead of its queue's targets (an expression over skills).
ALTER TABLE interaction ADD COLUMN skill_target TEXT;
-- Agents who were asked in confidence: the customer knows nothing of them.
ALTER TABLE chat_participant ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0;
