// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/servicespresent.h"

#include "statistics/measures.h"

#include <algorithm>

namespace tandem::statistics {

namespace {

bool isWithAgent(InteractionState state)
{
    return state == InteractionState::Handling || state == InteractionState::Consulting
           || state == InteractionState::AfterContactWork;
}

OpenInteraction openOf(const InteractionRecord &record)
{
    OpenInteraction open;
    open.id = record.view.id;
    open.mediaType = record.view.mediaType;
    open.queueId = record.view.queueId;
    open.isWaiting = Arc::isWaiting(record.view.state);
    open.waitingSince = record.waitingSinceUtc;
    if (record.agent() && isWithAgent(record.view.state))
        open.holders.push_back({record.agent(), record.handledSinceUtc});
    if (record.isConsulting() && record.consulted())
        open.holders.push_back({record.consulted(), {}});
    return open;
}

struct Target
{
    protocol::RoutingTarget target;
    std::optional<Expression> expression;
};

std::vector<Target> targetsOf(const Site &site, const protocol::QueueDefinition &queue)
{
    std::vector<Target> targets;
    const auto add = [&](const protocol::RoutingTarget &target) {
        std::optional<Expression> expression;
        if (target.expression) {
            // What the site holds was found right.
            if (auto parsed = Expression::parse(*target.expression))
                expression = std::move(*parsed);
        }
        targets.push_back({target, std::move(expression)});
    };
    for (const auto &step : queue.steps) {
        std::ranges::for_each(step.targets, add);
        if (const auto *list = step.targetList ? site.targetList(*step.targetList) : nullptr)
            std::ranges::for_each(list->targets, add);
    }
    return targets;
}

} // namespace

std::optional<OpenInteraction> ServicesPresent::interaction(InteractionId id) const
{
    const auto *record = m_interactions.find(id);
    return record ? std::optional(openOf(*record)) : std::nullopt;
}

void ServicesPresent::eachInteraction(const std::function<void(OpenInteraction)> &each) const
{
    for (const auto &[id, record] : m_interactions.open())
        each(openOf(record));
}

std::optional<AgentNow> ServicesPresent::agent(AgentId id) const
{
    const auto *record = m_agents.find(id);
    return record ? std::optional(AgentNow{record->state, record->stateSince}) : std::nullopt;
}

std::vector<AgentId> ServicesPresent::targets(const QueueId &queue) const
{
    std::vector<AgentId> agents;
    const auto *definition = m_site.queue(queue);
    if (!definition)
        return agents;
    const auto targets = targetsOf(m_site, *definition);
    for (const auto &entry : m_agents.all()) {
        const auto &agent = entry.second;
        if (definition->steps.empty() || std::ranges::any_of(targets, [&](const Target &target) {
                return agent.isTargetOf(target.target, target.expression);
            }))
            agents.push_back(agent.id);
    }
    return agents;
}

bool ServicesPresent::isFree(AgentId id) const
{
    const auto *record = m_agents.find(id);
    return record && record->mayTakeAnything();
}

Setup setupOf(const Site &site)
{
    Setup setup;
    setup.timeZone = site.rules().timeZone;
    for (const auto &queue : site.queues())
        setup.queues[queue.id] = queue.thresholdMs.value_or(defaultThresholdMs);
    for (const auto &[id, account] : site.accounts())
        setup.agents[account.userName] = id;
    for (const auto &group : site.document().groups) {
        auto &members = setup.groups[group.id];
        for (const auto &userName : group.agents) {
            if (const auto agent = setup.agents.find(userName); agent != setup.agents.end())
                members.push_back(agent->second);
        }
    }
    setup.media = site.mediaTypes();
    return setup;
}

} // namespace tandem::statistics
