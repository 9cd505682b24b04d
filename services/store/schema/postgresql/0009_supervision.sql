-- SPDX-License-Identifier: GPL-3.0-or-later
-- How a supervisor is in a conversation (NULL: no supervisor), and whether not even agents know.
ALTER TABLE chat_participant ADD COLUMN supervision TEXT;
ALTER TABLE chat_participant ADD COLUMN silent BIGINT;
-- Whose next conversations a supervisor wants to monitor: of an agent or of a queue.
CREATE TABLE monitor_order (
    supervisor_id BIGINT NOT NULL,
    agent_id BIGINT NOT NULL,
    queue_id TEXT COLLATE "C" NOT NULL,
    always BIGINT NOT NULL,
    PRIMARY KEY (supervisor_id, agent_id, queue_id)
);
-- What an entry has to tell besides changes of the set-up.
ALTER TABLE audit ADD COLUMN detail TEXT;
-- What customers thought of it.
ALTER TABLE interaction ADD COLUMN survey_score BIGINT;
ALTER TABLE interaction ADD COLUMN survey_comment TEXT;
-- What is to be sent to customers by e-mail.
CREATE TABLE outgoing_mail (
    interaction_id BIGINT NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    address TEXT COLLATE "C" NOT NULL,
    asked_at BIGINT NOT NULL,
    sent_at BIGINT,
    PRIMARY KEY (interaction_id, kind, address)
);
