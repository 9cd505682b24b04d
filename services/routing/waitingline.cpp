// SPDX-License-Identifier: GPL-3.0-or-later
#include "routing/waitingline.h"

#include <limits>

namespace tandem {

WaitingPlace placeOf(const InteractionRecord &record, const QueuePlan &plan)
{
    WaitingPlace place{0, record.queuePosition, record.view.id};
    if (plan.definition.order == protocol::QueueOrder::Due) {
        place.first =
            record.view.dueAt ? toMs(*record.view.dueAt) : std::numeric_limits<std::int64_t>::max();
    } else if (plan.ageing > Ms(0)) {
        // A higher priority is worth having come so much earlier.
        place.first = record.queuedSteady.time_since_epoch().count()
                      - record.view.priority * plan.ageing.count();
    } else {
        place.first = -record.view.priority;
    }
    return place;
}

double urgencyOf(const InteractionRecord &record, const QueuePlan &plan, Ms queuedFor)
{
    const double aged = plan.ageing > Ms(0) ? static_cast<double>(queuedFor.count())
                                                  / static_cast<double>(plan.ageing.count())
                                            : 0.0;
    return record.view.priority + aged;
}

} // namespace tandem
