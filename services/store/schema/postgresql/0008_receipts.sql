-- SPDX-License-Identifier: GPL-3.0-or-later
-- Up to which event a participant has read the chat.
ALTER TABLE chat_participant ADD COLUMN read_index INTEGER;
