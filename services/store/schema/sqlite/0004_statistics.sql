-- SPDX-License-Identifier: GPL-3.0-or-later
-- What statistics are counted from after a start, without a look at the many other facts.
CREATE INDEX event_counted ON event (id)
    WHERE name IN ('interaction.moved', 'agent.stateChanged');
