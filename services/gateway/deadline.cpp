// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/deadline.h"

namespace tandem::gateway {

Deadline::Deadline(const Strand &strand, std::function<void()> reached)
    : m_timer(strand), m_reached(std::move(reached))
{
}

void Deadline::set(Ms fromNow) { set(Clock::now() + fromNow); }

void Deadline::set(Clock::time_point when)
{
    m_when = when;
    if (m_when < m_armedFor)
        arm();
}

void Deadline::stop()
{
    clear();
    m_timer.cancel();
}

void Deadline::arm()
{
    m_armedFor = m_when;
    m_timer.expires_at(m_when);
    m_timer.async_wait([this, owner = m_owner](const boost::system::error_code &error) {
        const auto alive = owner.lock();
        if (!alive || error)
            return;
        m_armedFor = Clock::time_point::max();
        if (m_when == Clock::time_point::max())
            return;
        if (Clock::now() < m_when)
            return arm();
        clear();
        m_reached();
    });
}

} // namespace tandem::gateway
