// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/preparedsite.h"

#include <array>

namespace tandem {

// How the chats of a day are spread over its hours; only the relations count.
using ArrivalCurve = std::array<double, 24>;

// A weekday: nobody at night, most before noon, and again in the afternoon.
inline constexpr ArrivalCurve weekdayCurve{0, 0, 0, 0, 0, 0, 1, 2, 5, 8, 10, 9,
                                           7, 7, 8, 9, 9, 7, 5, 3, 2, 1, 0,  0};

// settings.chats customers at the moments of a Poisson process that follows the curve, spread
// evenly over the queues. Some have what strategies look at: "segment" (5 % vip, 15 % gold),
// "skill" (half of them, one of the site's), and all an address; one in five comes again.
std::vector<SimulatedCustomer> syntheticArrivals(const protocol::SiteDocument &site,
                                                 const std::vector<QueueId> &queues,
                                                 const SimulationSettings &settings,
                                                 const ArrivalCurve &curve = weekdayCurve);

// What chance decides about a customer who comes then.
SimulatedCustomer drawCustomer(class Dice &dice, const SimulationSettings &settings, Ms at);

} // namespace tandem
