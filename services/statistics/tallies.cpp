// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/tallies.h"

#include <algorithm>

namespace tandem::statistics {

namespace {

using protocol::Measure;
using protocol::StatisticObject;
using protocol::Window;

// What of a definition makes a difference to counting.
Tallies::Definition keyOf(const Tallies::Definition &definition)
{
    auto key = definition;
    key.id.clear();
    key.name.clear();
    key.state.reset();
    if (key.object == StatisticObject::Group)
        key.object = StatisticObject::Agent;
    if (key.window == Window::Midnight)
        key.windowMs.reset();
    if (key.measure != Measure::ServiceLevel)
        key.thresholdMs.reset();
    return key;
}

bool isCounted(const Tallies::Definition &definition)
{
    const auto kind = rowOf(definition.measure).kind;
    return kind == MeasureRow::Kind::Count || kind == MeasureRow::Kind::Mean;
}

} // namespace

Tallies::Standing &Tallies::standing(const Definition &definition, UtcTime now, const Maker &make)
{
    const auto key = keyOf(definition);
    auto found = std::ranges::find(m_standing, key, &Standing::key);
    if (found == m_standing.end()) {
        makeRoom();
        found = m_standing.insert(m_standing.end(), {key, make(key), make(key), now});
    }
    found->asked = now;
    return *found;
}

void Tallies::Standing::moveTo(const History &history, const Windows &windows, UtcTime now)
{
    const auto bounds = windows.ofMoments(key, now);
    if (key.window == Window::Interval) {
        if (tally.bounds().from != bounds.from && coming.bounds().from == bounds.from)
            std::swap(tally, coming);
        coming.moveTo(history, {bounds.to, toMs(now) + 1});
    }
    tally.moveTo(history, bounds);
}

const Tally &Tallies::at(const Definition &definition, const History &history,
                         const Windows &windows, UtcTime now, const Maker &make)
{
    auto &entry = standing(definition, now, make);
    entry.moveTo(history, windows, now);
    return entry.tally;
}

void Tallies::makeRoom()
{
    if (std::ranges::count(m_standing, false, &Standing::isKept)
        < static_cast<std::ptrdiff_t>(mostPassing))
        return;
    auto oldest = m_standing.end();
    for (auto entry = m_standing.begin(); entry != m_standing.end(); ++entry) {
        if (!entry->isKept && (oldest == m_standing.end() || entry->asked < oldest->asked))
            oldest = entry;
    }
    m_standing.erase(oldest);
}

void Tallies::keep(const std::vector<Definition> &definitions, UtcTime now, const Maker &make)
{
    for (auto &entry : m_standing)
        entry.isKept = false;
    for (const auto &definition : definitions) {
        if (isCounted(definition))
            standing(definition, now, make).isKept = true;
    }
}

void Tallies::inserted(const History &history, History::Place place)
{
    for (auto &entry : m_standing) {
        entry.tally.inserted(history, place);
        entry.coming.inserted(history, place);
    }
}

void Tallies::advance(const History &history, const Windows &windows, UtcTime now)
{
    m_standing.remove_if([now](const Standing &entry) {
        return !entry.isKept && (now - entry.asked > passingLife || entry.asked > now);
    });
    for (auto &entry : m_standing)
        entry.moveTo(history, windows, now);
}

void Tallies::dropIf(const std::function<bool(const Definition &)> &isWrong)
{
    m_standing.remove_if([&](const Standing &entry) { return isWrong(entry.key); });
}

} // namespace tandem::statistics
