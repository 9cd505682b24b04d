// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine.h"
#include "interactions/interactionrecord.h"

#include <unordered_map>

namespace tandem {

// Who served a contact last, as far as contacts are known again (by their address). Core thread.
class LastAgents
{
public:
    explicit LastAgents(Engine &engine) : m_engine(engine) {}

    Result<void> load(Database &database);
    void served(const InteractionRecord &record, AgentId agent);
    // The row is gone already.
    void forget(std::int64_t contactKeyHash) { m_served.erase(contactKeyHash); }
    // Nobody where the last time is longer ago.
    AgentId of(const InteractionRecord &record, Ms within) const;

private:
    struct Served
    {
        AgentId agent;
        UtcTime at{};
    };

    Engine &m_engine;
    std::unordered_map<std::int64_t, Served> m_served; // by hash of the contact's key
};

} // namespace tandem
