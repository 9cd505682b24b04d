// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/tally.h"

#include <functional>
#include <list>

namespace tandem::statistics {

// The tallies that stand: those of the site's definitions, and some of definitions that were asked
// for from outside lately. Definitions that are counted alike share one. Core thread.
class Tallies
{
public:
    static constexpr std::size_t mostPassing = 64;
    static constexpr Ms passingLife{600'000}; // since it was asked for last

    using Definition = protocol::StatisticDefinition;
    using Maker = std::function<Tally(const Definition &)>;

    // That of the definition, its window moved to `now`. Valid until the next call.
    const Tally &at(const Definition &definition, const History &history, const Windows &windows,
                    UtcTime now, const Maker &make);
    // Of these definitions the tallies stay; others pass.
    void keep(const std::vector<Definition> &definitions, UtcTime now, const Maker &make);
    void inserted(const History &history, History::Place place);
    void advance(const History &history, const Windows &windows, UtcTime now);
    void dropIf(const std::function<bool(const Definition &)> &isWrong);
    void clear() { m_standing.clear(); }

private:
    struct Standing
    {
        Definition key;
        Tally tally;
        Tally coming; // of an interval that is not over: what the next window will be
        UtcTime asked;
        bool isKept = false;

        void moveTo(const History &history, const Windows &windows, UtcTime now);
    };

    Standing &standing(const Definition &definition, UtcTime now, const Maker &make);
    void makeRoom();

    std::list<Standing> m_standing;
};

} // namespace tandem::statistics
