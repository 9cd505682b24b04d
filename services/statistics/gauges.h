// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/names.h"
#include "statistics/present.h"

#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

namespace tandem::statistics {

// What waits and what is in hand, counted: a view of the open interactions that is brought up to
// date where something has moved. Core thread.
class Gauges
{
public:
    // Nothing: any.
    struct Filter
    {
        std::optional<QueueId> queue;
        std::optional<std::string> medium;
    };
    struct Held
    {
        InteractionId id;
        std::optional<std::int64_t> since;
    };

    explicit Gauges(const Present &present) : m_present(present) {}

    void load();
    void refresh(InteractionId id);

    int waiting(const Filter &filter) const;
    // Since when the first one waits, ms.
    std::optional<std::int64_t> firstWaiting(const Filter &filter) const;
    int handling(const Filter &filter) const;
    int handling(AgentId agent, const Filter &filter) const;
    const std::vector<Held> &heldBy(AgentId agent) const;
    bool isOpen(InteractionId id) const { return m_open.contains(id); }

private:
    struct Cell
    {
        std::multiset<std::int64_t> waitingSince;
        int handling = 0;
    };
    using CellKey = std::pair<QueueId, std::string>;

    void put(OpenInteraction interaction);
    void remove(InteractionId id);
    template <class Action>
    void eachCell(const Filter &filter, Action action) const;

    const Present &m_present;
    std::unordered_map<InteractionId, OpenInteraction> m_open;
    std::map<CellKey, Cell> m_cells;
    std::unordered_map<AgentId, std::vector<Held>> m_held;
};

} // namespace tandem::statistics
