// SPDX-License-Identifier: GPL-3.0-or-later
#include "link/factstream.h"

namespace tandem {

namespace {

// More than this many out of order means that something else is wrong.
constexpr std::size_t waitingAtMost = 10'000;

} // namespace

void FactStream::startAfter(std::int64_t seq)
{
    m_last = seq;
    m_caughtUpAt = seq;
    m_waiting.erase(m_waiting.begin(), m_waiting.upper_bound(seq));
}

std::vector<protocol::Fact> FactStream::release(std::int64_t replayed)
{
    m_held = false;
    m_caughtUpAt = m_last + replayed;
    return due();
}

std::vector<protocol::Fact> FactStream::take(std::int64_t seq, protocol::Fact fact)
{
    if (seq > m_last)
        m_waiting.try_emplace(seq, std::move(fact));
    return m_held ? std::vector<protocol::Fact>() : due();
}

bool FactStream::hasGap() const
{
    if (m_waiting.empty())
        return false;
    return m_waiting.size() > waitingAtMost || (!m_held && m_last >= m_caughtUpAt);
}

std::vector<protocol::Fact> FactStream::due()
{
    std::vector<protocol::Fact> facts;
    for (auto next = m_waiting.begin(); next != m_waiting.end() && next->first == m_last + 1;
         next = m_waiting.erase(next)) {
        facts.push_back(std::move(next->second));
        ++m_last;
    }
    return facts;
}

} // namespace tandem
