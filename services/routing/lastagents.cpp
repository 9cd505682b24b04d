// SPDX-License-Identifier: GPL-3.0-or-later
#include "routing/lastagents.h"

namespace tandem {

namespace {

constexpr Statement selectServed{"SELECT contact_key_hash, agent_id, served_at FROM last_agent"};
constexpr Statement upsertServed{
    "INSERT INTO last_agent (contact_key_hash, agent_id, served_at) VALUES (?, ?, ?) "
    "ON CONFLICT (contact_key_hash) DO UPDATE SET agent_id = excluded.agent_id, "
    "served_at = excluded.served_at"};

} // namespace

Result<void> LastAgents::load(Database &database)
{
    m_served.clear();
    return database.query(selectServed, {}, [this](const Row &row) {
        m_served[row.number(0)] = {row.id<AgentId>(1), row.time(2)};
    });
}

void LastAgents::served(const InteractionRecord &record, AgentId agent)
{
    if (!record.contactKeyHash)
        return;
    const auto now = m_engine.now().utc;
    m_served[*record.contactKeyHash] = {agent, now};
    m_engine.write(write(upsertServed, *record.contactKeyHash, agent, now));
}

AgentId LastAgents::of(const InteractionRecord &record, Ms within) const
{
    if (!record.contactKeyHash)
        return {};
    const auto found = m_served.find(*record.contactKeyHash);
    if (found == m_served.end() || m_engine.now().utc - found->second.at > within)
        return {};
    return found->second.agent;
}

} // namespace tandem
