// SPDX-License-Identifier: GPL-3.0-or-later
#include "routing/queueplan.h"

#include "interactions/interactionrecord.h"
#include "site/calendars.h"

namespace tandem {

std::size_t QueuePlan::stepAt(Ms waited) const
{
    std::size_t step = 0;
    while (step + 1 < steps.size() && steps[step + 1].after <= waited)
        ++step;
    return step;
}

QueuePlan planOf(const protocol::QueueDefinition &queue, const Site &site)
{
    QueuePlan plan;
    plan.definition = queue;
    plan.ageing = Ms(queue.ageingMs.value_or(site.rules().ageingMs));
    if (const auto *calendar = queue.calendar ? site.calendar(*queue.calendar) : nullptr)
        plan.hours = hoursOf(*calendar);
    std::vector<protocol::RoutingTarget> named;
    for (const auto &step : queue.steps) {
        if (const auto *list = step.targetList ? site.targetList(*step.targetList) : nullptr)
            named.insert(named.end(), list->targets.begin(), list->targets.end());
        named.insert(named.end(), step.targets.begin(), step.targets.end());
        // The first step begins at once, whatever it says.
        const auto after = plan.steps.empty() ? Ms(0) : Ms(step.afterMs);
        plan.steps.push_back({after, std::make_shared<const TargetSet>(named)});
    }
    if (plan.steps.empty())
        plan.steps.push_back({Ms(0), std::make_shared<const TargetSet>()});
    return plan;
}

QueuePlan planFor(const QueuePlan &queue, const std::string &expression)
{
    auto plan = queue;
    protocol::RoutingTarget target;
    if (expression.starts_with(agentTarget))
        target.agent = expression.substr(agentTarget.size());
    else
        target.expression = expression;
    const std::vector<protocol::RoutingTarget> targets{target};
    plan.steps = {{Ms(0), std::make_shared<const TargetSet>(targets)}};
    return plan;
}

} // namespace tandem
