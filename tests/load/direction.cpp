// SPDX-License-Identifier: GPL-3.0-or-later
#include "load/direction.h"

namespace tandem::load {

std::uint32_t Direction::say(Clock::time_point due)
{
    m_open.emplace(++m_last, Open{due});
    m_figures.count(Count::Sent);
    return m_last;
}

void Direction::acknowledged(std::uint32_t number)
{
    const auto found = m_open.find(number);
    if (found == m_open.end() || found->second.isAcknowledged)
        return;
    found->second.isAcknowledged = true;
    m_figures.count(Count::Acknowledged);
    m_figures.took(m_acknowledged, Clock::now() - found->second.due);
    closeIfDone(found);
}

void Direction::refused(std::uint32_t number)
{
    m_figures.count(Count::Refused);
    m_open.erase(number);
}

void Direction::shown(std::uint32_t number, bool isCatchingUp)
{
    const auto found = m_open.find(number);
    const bool isRepeated = found == m_open.end() || found->second.isShown;
    if (isRepeated) {
        if (!isCatchingUp)
            m_figures.count(Count::Doubled);
        return;
    }
    if (number < m_lastShown)
        m_figures.count(Count::Reordered);
    m_lastShown = std::max(m_lastShown, number);
    found->second.isShown = true;
    m_figures.took(m_shown, Clock::now() - found->second.due);
    closeIfDone(found);
}

void Direction::closeIfDone(Messages::iterator message)
{
    if (message->second.isAcknowledged && message->second.isShown)
        m_open.erase(message);
}

void Direction::close()
{
    for (const auto &[number, message] : m_open)
        m_figures.count(message.isAcknowledged ? Count::Lost : Count::Unanswered);
    m_open.clear();
}

} // namespace tandem::load
