// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/monitororders.h"

#include <algorithm>

namespace tandem {

namespace {

using protocol::MonitorOrder;

constexpr std::size_t mostOrders = 50;

constexpr Statement selectOrders{
    "SELECT supervisor_id, agent_id, queue_id, always FROM monitor_order "
    "ORDER BY supervisor_id, agent_id, queue_id"};
constexpr Statement insertOrder{
    "INSERT INTO monitor_order (supervisor_id, agent_id, queue_id, always) VALUES (?, ?, ?, ?)"};
constexpr Statement deleteOrder{
    "DELETE FROM monitor_order WHERE supervisor_id = ? AND agent_id = ? AND queue_id = ?"};

bool hasSameTarget(const MonitorOrder &one, const MonitorOrder &other)
{
    return one.agentId == other.agentId && one.queueId == other.queueId;
}

} // namespace

Result<void> MonitorOrders::load(Database &database)
{
    m_orders.clear();
    return database.query(selectOrders, {}, [this](const Row &row) {
        MonitorOrder order;
        if (const auto agent = row.id<AgentId>(1))
            order.agentId = agent;
        if (!row.text(2).empty())
            order.queueId = row.text(2);
        if (row.number(3) != 0)
            order.always = true;
        m_orders[row.id<AgentId>(0)].push_back(std::move(order));
    });
}

std::vector<MonitorOrder> MonitorOrders::of(AgentId supervisor) const
{
    const auto found = m_orders.find(supervisor);
    return found == m_orders.end() ? std::vector<MonitorOrder>() : found->second;
}

Result<void> MonitorOrders::put(AgentId supervisor, const MonitorOrder &order)
{
    auto &orders = m_orders[supervisor];
    const auto same = std::ranges::find_if(
        orders, [&](const MonitorOrder &known) { return hasSameTarget(known, order); });
    if (same != orders.end()) {
        if (*same == order)
            return {};
        erase(supervisor, *same);
        *same = order;
    } else {
        if (orders.size() >= mostOrders) {
            return failure(Reason::WrongState,
                           "You watch for " + std::to_string(mostOrders)
                               + " agents and queues already; take one back first.");
        }
        orders.push_back(order);
    }
    m_engine.write(write(insertOrder, supervisor, order.agentId.value_or(AgentId{}).value,
                         order.queueId.value_or(QueueId()), order.always.value_or(false)));
    return {};
}

void MonitorOrders::erase(AgentId supervisor, const MonitorOrder &order)
{
    m_engine.write(write(deleteOrder, supervisor, order.agentId.value_or(AgentId{}).value,
                         order.queueId.value_or(QueueId())));
}

void MonitorOrders::remove(AgentId supervisor, const MonitorOrder &target)
{
    const auto found = m_orders.find(supervisor);
    if (found == m_orders.end())
        return;
    const bool isAll = !target.agentId && !target.queueId;
    std::erase_if(found->second, [&](const MonitorOrder &order) {
        const bool isMeant = isAll || hasSameTarget(order, target);
        if (isMeant)
            erase(supervisor, order);
        return isMeant;
    });
    if (found->second.empty())
        m_orders.erase(found);
}

std::vector<AgentId> MonitorOrders::take(AgentId agent, const QueueId &queue)
{
    std::vector<AgentId> wanting;
    for (auto &[supervisor, orders] : m_orders) {
        const auto order = std::ranges::find_if(orders, [&](const MonitorOrder &known) {
            return known.agentId == agent || known.queueId == queue;
        });
        if (order == orders.end() || supervisor == agent)
            continue;
        wanting.push_back(supervisor);
        if (!order->always.value_or(false)) {
            erase(supervisor, *order);
            orders.erase(order);
        }
    }
    return wanting;
}

} // namespace tandem
