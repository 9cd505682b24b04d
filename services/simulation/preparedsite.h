// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/sitelists.h"
#include "simulation/simulatedday.h"

#include <optional>
#include <string>
#include <vector>

namespace tandem {

// What is asked of a simulation besides the site and the strategies.
struct SimulationSettings
{
    std::string date = "2026-03-03"; // of the day, in the site's time zone
    std::vector<QueueId> queues;     // that run the strategy; empty: all
    std::optional<int> agents;       // generated ones; absent: the site's own
    Ms shift{8 * 3'600'000};         // of a generated agent; a day or more: the whole day
    int chats = 2'000;               // of synthetic arrivals
    Ms handling{300'000};            // means of exponential distributions, here and below
    Ms afterWork{15'000};
    Ms accept{4'000};
    Ms reply{20'000};
    Ms patience{180'000};       // 0: endless
    double callbackShare = 0.3; // of the customers take a callback that is offered
    std::uint64_t seed = 1;
};

inline constexpr int mostSimulatedAgents = 9'000;

// A strategy as a person brings it, with what it says of itself. invalid_params: what is wrong with
// the document, a line each. Needs a QCoreApplication.
Result<ShippedStrategy> readSimulatedStrategy(const std::string &id, const std::string &document);

// 00:00 of the settings' date in the site's time zone.
Result<UtcTime> midnightOf(const protocol::SiteDocument &site, const std::string &date);

// The queues that run the strategy; invalid_params where one is not the site's.
Result<std::vector<QueueId>> simulatedQueues(const protocol::SiteDocument &site,
                                             const SimulationSettings &settings);

// The day of this site with this strategy (null: the queues' own rules), without customers.
// invalid_params where the site is none that a company can be run on, or nobody works in it.
Result<DayPlan> planDay(protocol::SiteDocument site, const SimulationSettings &settings,
                        const ShippedStrategy *strategy);

} // namespace tandem
