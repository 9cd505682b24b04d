// SPDX-License-Identifier: GPL-3.0-or-later
#include "interactions/agentrecord.h"

#include <algorithm>

namespace tandem {

ChannelRecord *AgentRecord::channel(std::string_view mediaType)
{
    const auto found = std::ranges::find(channels, mediaType, &ChannelRecord::mediaType);
    return found == channels.end() ? nullptr : &*found;
}

const ChannelRecord *AgentRecord::channel(std::string_view mediaType) const
{
    const auto found = std::ranges::find(channels, mediaType, &ChannelRecord::mediaType);
    return found == channels.end() ? nullptr : &*found;
}

int AgentRecord::inHand() const
{
    int sum = 0;
    for (const auto &entry : channels)
        sum += entry.inHand();
    return sum;
}

double AgentRecord::load() const
{
    int used = 0;
    int most = 0;
    for (const auto &entry : channels) {
        used += entry.inHand() * (totalWeight ? entry.weight : 1);
        most += entry.most;
    }
    const int limit = totalWeight.value_or(most);
    return limit > 0 ? static_cast<double>(used) / limit : 1.0;
}

bool AgentRecord::hasRoom(std::string_view mediaType) const
{
    const auto *wanted = channel(mediaType);
    if (!wanted || wanted->inHand() >= wanted->most)
        return false;
    if (totalWeight) {
        int used = wanted->weight;
        for (const auto &entry : channels)
            used += entry.inHand() * entry.weight;
        if (used > *totalWeight)
            return false;
    }
    return !capacityExpression || capacityExpression->holds([&](const std::string &name) {
        const auto *entry = channel(name);
        return entry ? entry->inHand() + int(name == mediaType) : 0;
    });
}

protocol::Verdict AgentRecord::verdict(std::string_view mediaType) const
{
    using protocol::Verdict;
    if (!session)
        return Verdict::NotSignedIn;
    if (!connected)
        return Verdict::ConnectionLost;
    const auto *wanted = channel(mediaType);
    if (!wanted || stateOf(*wanted) != AgentState::Ready)
        return Verdict::NotReady;
    return hasRoom(mediaType) ? Verdict::Candidate : Verdict::NoRoom;
}

bool AgentRecord::mayTakeAnything() const
{
    return std::ranges::any_of(channels,
                               [this](const auto &entry) { return mayTake(entry.mediaType); });
}

int AgentRecord::level(std::string_view skill) const
{
    const auto found = std::ranges::find(skills, skill, &protocol::AgentSkill::skillId);
    return found == skills.end() ? 0 : found->level;
}

bool AgentRecord::isInGroup(std::string_view group) const
{
    return std::ranges::find(groups, group) != groups.end();
}

bool AgentRecord::isTargetOf(const protocol::RoutingTarget &target,
                             const std::optional<Expression> &expression) const
{
    if (target.agent && *target.agent != userName)
        return false;
    if (target.group && !isInGroup(*target.group))
        return false;
    return !expression
           || expression->holds([this](const std::string &skill) { return level(skill); });
}

} // namespace tandem
