// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/businesshours.h"
#include "protocol/site.h"
#include "routing/targetset.h"
#include "site/site.h"

#include <memory>
#include <optional>
#include <vector>

namespace tandem {

// A queue as routing follows it: its steps with whom each of them names, all that came before
// included; its hours; its order. Made anew when the site changes.
struct QueuePlan
{
    struct Step
    {
        Ms after{};
        std::shared_ptr<const TargetSet> targets;
    };

    protocol::QueueDefinition definition;
    std::vector<Step> steps; // at least one, the first at once
    std::optional<BusinessHours> hours;
    Ms ageing{}; // 0: none

    bool isOpen(UtcTime now) const { return !hours || hours->isOpen(now); }
    // From 0.
    std::size_t stepAt(Ms waited) const;
};

QueuePlan planOf(const protocol::QueueDefinition &queue, const Site &site);
// For those whom an expression names, at once, by the queue's selection and order.
QueuePlan planFor(const QueuePlan &queue, const std::string &expression);

} // namespace tandem
