// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/gauges.h"

#include <algorithm>

namespace tandem::statistics {

void Gauges::load()
{
    m_open.clear();
    m_cells.clear();
    m_held.clear();
    m_present.eachInteraction([this](OpenInteraction open) { put(std::move(open)); });
}

void Gauges::refresh(InteractionId id)
{
    remove(id);
    if (auto open = m_present.interaction(id))
        put(*std::move(open));
}

void Gauges::put(OpenInteraction interaction)
{
    // What is parked counts nowhere, and a cell that counts nothing is not kept.
    const CellKey key{interaction.queueId, interaction.mediaType};
    if (interaction.isWaiting)
        m_cells[key].waitingSince.insert(toMs(interaction.waitingSince));
    if (!interaction.holders.empty())
        ++m_cells[key].handling;
    for (const auto &holder : interaction.holders) {
        const auto since = holder.since ? std::optional(toMs(*holder.since)) : std::nullopt;
        m_held[holder.agent].push_back({interaction.id, since});
    }
    const auto id = interaction.id;
    m_open.emplace(id, std::move(interaction));
}

void Gauges::remove(InteractionId id)
{
    const auto known = m_open.find(id);
    if (known == m_open.end())
        return;
    const auto &interaction = known->second;
    if (const auto cell = m_cells.find({interaction.queueId, interaction.mediaType});
        cell != m_cells.end()) {
        auto &[waitingSince, handling] = cell->second;
        if (interaction.isWaiting)
            waitingSince.erase(waitingSince.find(toMs(interaction.waitingSince)));
        if (!interaction.holders.empty())
            --handling;
        if (waitingSince.empty() && handling == 0)
            m_cells.erase(cell);
    }
    for (const auto &holder : interaction.holders) {
        const auto held = m_held.find(holder.agent);
        std::erase_if(held->second, [id](const Held &entry) { return entry.id == id; });
        if (held->second.empty())
            m_held.erase(held);
    }
    m_open.erase(known);
}

template <class Action>
void Gauges::eachCell(const Filter &filter, Action action) const
{
    auto cell = filter.queue ? m_cells.lower_bound({*filter.queue, {}}) : m_cells.begin();
    for (; cell != m_cells.end(); ++cell) {
        const auto &[queue, medium] = cell->first;
        if (filter.queue && queue != *filter.queue)
            break;
        if (!filter.medium || medium == *filter.medium)
            action(cell->second);
    }
}

int Gauges::waiting(const Filter &filter) const
{
    int count = 0;
    eachCell(filter,
             [&](const Cell &cell) { count += static_cast<int>(cell.waitingSince.size()); });
    return count;
}

std::optional<std::int64_t> Gauges::firstWaiting(const Filter &filter) const
{
    std::optional<std::int64_t> first;
    eachCell(filter, [&](const Cell &cell) {
        if (!cell.waitingSince.empty())
            first =
                std::min(first.value_or(*cell.waitingSince.begin()), *cell.waitingSince.begin());
    });
    return first;
}

int Gauges::handling(const Filter &filter) const
{
    int count = 0;
    eachCell(filter, [&](const Cell &cell) { count += cell.handling; });
    return count;
}

int Gauges::handling(AgentId agent, const Filter &filter) const
{
    return static_cast<int>(std::ranges::count_if(heldBy(agent), [&](const Held &held) {
        const auto &open = m_open.at(held.id);
        return (!filter.queue || open.queueId == *filter.queue)
               && (!filter.medium || open.mediaType == *filter.medium);
    }));
}

const std::vector<Gauges::Held> &Gauges::heldBy(AgentId agent) const
{
    static const std::vector<Held> none;
    const auto held = m_held.find(agent);
    return held == m_held.end() ? none : held->second;
}

} // namespace tandem::statistics
