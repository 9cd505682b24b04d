// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/releaser.h"

namespace tandem {

void Releaser::release(const ToAgents &entry)
{
    for (const AgentId agent : entry.agents)
        m_streams.deliver(agent, entry.fact);
}

void Releaser::release(const ToCustomer &entry)
{
    if (!m_customers)
        return;
    if (entry.event)
        m_customers->deliver(entry.chat, entry.event);
    else
        m_customers->chatEnded(entry.chat);
}

void Releaser::release(const ToWaiting &entry)
{
    if (m_customers)
        m_customers->standingChanged(entry.chat, entry.standing);
}

void Releaser::release(const ToStrategies &entry)
{
    if (m_strategies)
        m_strategies->take(entry.work);
}

void Releaser::release(const std::vector<Release> &releases, std::uint64_t lastEvent)
{
    for (const auto &entry : releases)
        std::visit([this](const auto &one) { release(one); }, entry);
    if (lastEvent != 0)
        m_told = lastEvent;
}

void Releaser::startedAnew(std::uint64_t lastStored)
{
    if (lastStored <= m_told)
        return;
    m_told = lastStored;
    m_streams.closeAll();
    if (m_customers)
        m_customers->eventsMissed();
}

} // namespace tandem
