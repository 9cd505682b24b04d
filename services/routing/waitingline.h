// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "interactions/interactionrecord.h"
#include "routing/queueplan.h"

#include <boost/multi_index/identity.hpp>
#include <boost/multi_index/ranked_index.hpp>
#include <boost/multi_index_container.hpp>

#include <compare>

namespace tandem {

// The place of an interaction among those that wait in one queue. It does not change with time:
// all of them age alike, so who is first stays first.
struct WaitingPlace
{
    std::int64_t first = 0; // smaller is earlier: by priority and age, or by due time
    std::uint64_t position = 0;
    InteractionId interaction;

    auto operator<=>(const WaitingPlace &) const = default;
};

WaitingPlace placeOf(const InteractionRecord &record, const QueuePlan &plan);

// Priority with ageing: what interactions of different queues are compared by. Greater is first.
double urgencyOf(const InteractionRecord &record, const QueuePlan &plan, Ms queuedFor);

// Those who wait, in order, with each one's number in the line in logarithmic time.
using WaitingLine =
    boost::multi_index_container<WaitingPlace,
                                 boost::multi_index::indexed_by<boost::multi_index::ranked_unique<
                                     boost::multi_index::identity<WaitingPlace>>>>;

} // namespace tandem
