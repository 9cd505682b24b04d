// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"

#include <cstdint>
#include <functional>
#include <queue>
#include <vector>

namespace tandem {

// Virtual time: what is to happen, in its order; of the same time, as it was asked for. Times
// count from the beginning of the simulation.
class Agenda
{
public:
    using Action = std::function<void()>;

    Ms now() const { return m_now; }
    // Not before now.
    void at(Ms time, Action action)
    {
        m_entries.push({std::max(time, m_now), ++m_lastNumber, std::move(action)});
    }
    void after(Ms delay, Action action) { at(m_now + delay, std::move(action)); }

    bool isEmpty() const { return m_entries.empty(); }
    Ms next() const { return m_entries.top().at; } // where it is not empty
    // Time goes on, never back.
    void moveTo(Ms time) { m_now = std::max(m_now, time); }
    // Time goes on to the next one, which happens; where it is not empty.
    void step()
    {
        moveTo(next());
        const auto action = m_entries.top().action;
        m_entries.pop();
        action();
    }

private:
    struct Entry
    {
        Ms at{};
        std::uint64_t number = 0;
        Action action;
    };
    struct IsLater
    {
        bool operator()(const Entry &one, const Entry &other) const
        {
            return std::pair(one.at, one.number) > std::pair(other.at, other.number);
        }
    };

    Ms m_now{};
    std::uint64_t m_lastNumber = 0;
    std::priority_queue<Entry, std::vector<Entry>, IsLater> m_entries;
};

} // namespace tandem
