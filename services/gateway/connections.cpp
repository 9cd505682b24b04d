// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/connections.h"

namespace tandem::gateway {

using Clock = std::chrono::steady_clock;

Connections::Ticket::Ticket(Connections &owner, std::uint64_t number, std::string address,
                            bool isLimited)
    : m_owner(owner), m_number(number), m_address(std::move(address)), m_isLimited(isLimited)
{
}

Connections::Ticket::~Ticket()
{
    const std::lock_guard lock(m_owner.m_mutex);
    m_owner.m_open.erase(m_number);
    const auto found = m_owner.m_byAddress.find(m_address);
    if (found != m_owner.m_byAddress.end() && --found->second == 0)
        m_owner.m_byAddress.erase(found);
}

void Connections::Ticket::setConnection(std::weak_ptr<OpenConnection> connection)
{
    const std::lock_guard lock(m_owner.m_mutex);
    m_owner.m_open[m_number] = std::move(connection);
}

Connections::Connections(const GatewayLimits &limits)
    : m_limits(limits),
      m_newConnections(limits.newConnectionsPerSecond, limits.newConnectionBurst),
      m_requests(limits.requestsPerSecond, limits.requestBurst)
{
}

bool Connections::mayConnect(const std::string &address, bool isLimited)
{
    if (m_open.size() >= m_limits.connections)
        return false;
    if (!isLimited)
        return true;
    const auto found = m_byAddress.find(address);
    if (found != m_byAddress.end() && found->second >= m_limits.connectionsPerAddress)
        return false;
    return m_newConnections.take(address, Clock::now());
}

std::unique_ptr<Connections::Ticket> Connections::admit(const std::string &address, bool isLoopback)
{
    const bool isLimited = !isLoopback || m_limits.limitLoopback;
    const std::lock_guard lock(m_mutex);
    if (!mayConnect(address, isLimited)) {
        ++m_refused;
        return nullptr;
    }
    ++m_byAddress[address];
    const auto number = ++m_next;
    m_open.emplace(number, std::weak_ptr<OpenConnection>());
    return std::make_unique<Ticket>(*this, number, address, isLimited);
}

bool Connections::mayRequest(const Ticket &ticket)
{
    ++m_asked;
    if (!ticket.isLimited())
        return true;
    const std::lock_guard lock(m_mutex);
    return m_requests.take(ticket.address(), Clock::now());
}

std::vector<std::shared_ptr<OpenConnection>> Connections::all() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<std::shared_ptr<OpenConnection>> list;
    for (const auto &[number, connection] : m_open) {
        if (auto open = connection.lock())
            list.push_back(std::move(open));
    }
    return list;
}

Connections::Figures Connections::figures() const
{
    const std::lock_guard lock(m_mutex);
    return {m_open.size(), m_next, m_refused, m_asked, m_dropped};
}

} // namespace tandem::gateway
