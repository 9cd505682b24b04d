// SPDX-License-Identifier: GPL-3.0-or-later
// What strategies ask of figures.
#include "statistics/statistics.h"

#include <algorithm>

namespace tandem {

void Statistics::addActions()
{
    auto &actions = m_engine.actions();
    actions.add({.name = "statistic",
                 .summary = "A figure of the site's statistics, now: of a queue (the "
                            "interaction's where none is named), agent, group or medium.",
                 .attributes = {{"name", true}, {"object"}}},
                [this](const ActionCall &call) { return statistic(call); });
    actions.add({.name = "estimatedWait",
                 .summary = "How long one who comes to a queue (the interaction's where none is "
                            "named) would wait, how many wait there, and whether it is open.",
                 .attributes = {{"queue"}}},
                [this](const ActionCall &call) -> Result<std::string> {
                    auto reply = queueWait({queueOf(call, "queue")});
                    if (!reply)
                        return std::unexpected(reply.error());
                    return json::toText(*reply);
                });
}

std::string Statistics::queueOf(const ActionCall &call, const std::string &attribute) const
{
    const auto *found = m_interactions.find(call.interaction);
    return call.has(attribute) || !found ? call[attribute] : found->view.queueId;
}

Result<std::string> Statistics::statistic(const ActionCall &call)
{
    const auto &all = m_site.document().statistics;
    const auto found = std::ranges::find(all, call["name"], &protocol::StatisticDefinition::id);
    if (found == all.end()) {
        return failure(Reason::NotFound, "There is no statistic \"" + call["name"] + "\".", "name");
    }
    m_figures.settle();
    auto reply = query({*found, queueOf(call, "object")});
    if (!reply)
        return std::unexpected(reply.error());
    return json::toText(*reply);
}

} // namespace tandem
