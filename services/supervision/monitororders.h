// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine.h"
#include "protocol/supervision.h"

#include <map>
#include <vector>

namespace tandem {

// Whose next conversations supervisors want to monitor, as it is stored. Core thread.
class MonitorOrders
{
public:
    explicit MonitorOrders(Engine &engine) : m_engine(engine) {}

    Result<void> load(Database &database);

    std::vector<protocol::MonitorOrder> of(AgentId supervisor) const;
    // Replaces the one with the same target. wrong_state above 50.
    Result<void> put(AgentId supervisor, const protocol::MonitorOrder &order);
    // Of that target; of all where it names none.
    void remove(AgentId supervisor, const protocol::MonitorOrder &target);
    // Who wants to monitor what this agent has from now on; queue: empty where it came from none.
    // An order for the next one only is done by it.
    std::vector<AgentId> take(AgentId agent, const QueueId &queue);

private:
    void erase(AgentId supervisor, const protocol::MonitorOrder &order);

    Engine &m_engine;
    std::map<AgentId, std::vector<protocol::MonitorOrder>> m_orders;
};

} // namespace tandem
