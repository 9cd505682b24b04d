// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/expression.h"
#include "site/objectchecks.h"
#include "site/sitecheck.h"

#include <algorithm>
#include <span>

namespace tandem::sitechecks {

namespace {

constexpr int highestWeight = 100;
constexpr int highestTotalWeight = 10'000;

Result<void> checkChannel(const protocol::CapacityRule &rule, std::size_t index, const Known &known)
{
    const auto &channel = rule.channels[index];
    const auto field = indexed("channels", index);
    const auto before = std::span(rule.channels).first(index);
    if (std::ranges::find(before, channel.mediaType, &protocol::ChannelCapacity::mediaType)
        != before.end()) {
        return fault("The media type \"" + channel.mediaType + "\" is named twice.",
                     field + ".mediaType");
    }
    return all(
        {checkReference(known.mediaTypes, channel.mediaType, "media type", field + ".mediaType"),
         checkRange(channel.most, lowestCapacity, highestCapacity, field + ".most"),
         checkRange(channel.weight, 0, highestWeight, field + ".weight")});
}

// An expression that no interaction could ever meet is a capacity of 0.
Result<void> checkAllowsSomething(const protocol::CapacityRule &rule)
{
    std::string sum;
    for (const auto &channel : rule.channels)
        sum += (sum.empty() ? "" : " + ") + channel.mediaType;
    if (sum.empty())
        return {};
    const auto both = Expression::parse("(" + *rule.expression + ") & " + sum + " >= 1");
    if (both && !both->checkPossible(0, highestCapacity)) {
        return fault("This never allows anything: it must hold for a single interaction at least.",
                     "expression");
    }
    return {};
}

Result<void> checkSkills(const std::vector<protocol::AgentSkill> &skills, const Known &known)
{
    Ids seen;
    for (std::size_t i = 0; i < skills.size(); ++i) {
        const auto field = indexed("skills", i);
        if (!seen.insert(skills[i].skillId).second) {
            return fault("The skill \"" + skills[i].skillId + "\" is named twice.",
                         field + ".skillId");
        }
        auto checked =
            all({checkReference(known.skills, skills[i].skillId, "skill", field + ".skillId"),
                 checkRange(skills[i].level, lowestLevel, highestLevel, field + ".level")});
        if (!checked)
            return checked;
    }
    return {};
}

} // namespace

Result<void> check(const protocol::SkillDefinition &skill, const Known &)
{
    return checkSpeakable(skill.id);
}

Result<void> check(const protocol::MediaTypeDefinition &medium, const Known &)
{
    if (medium.id == "chat")
        return fault("The media type \"chat\" is built in and needs no definition.", "id");
    return checkSpeakable(medium.id);
}

Result<void> check(const protocol::CapacityRule &rule, const Known &known)
{
    for (std::size_t i = 0; i < rule.channels.size(); ++i) {
        if (auto checked = checkChannel(rule, i, known); !checked)
            return checked;
    }
    if (rule.totalWeight) {
        if (auto checked = checkRange(*rule.totalWeight, 1, highestTotalWeight, "totalWeight");
            !checked)
            return checked;
    }
    if (!rule.expression)
        return {};
    auto checked = checkExpression(*rule.expression, known.mediaTypes, "media type", "expression");
    return checked ? checkAllowsSomething(rule) : checked;
}

Result<void> check(const protocol::AgentDefinition &agent, const Known &known)
{
    if (agent.roles.empty())
        return fault("An agent has at least one role.", "roles");
    for (std::size_t i = 0; i < agent.roles.size(); ++i) {
        if (std::ranges::count(agent.roles, agent.roles[i]) > 1) {
            return fault("The role " + std::string(nameOf(agent.roles[i])) + " is named twice.",
                         indexed("roles", i));
        }
    }
    return all(
        {checkSkills(agent.skills, known),
         checkReference(known.capacityRules, agent.capacityRule, "capacity rule", "capacityRule"),
         checkReference(known.calendars, agent.calendar, "calendar", "calendar")});
}

Result<void> check(const protocol::GroupDefinition &group, const Known &known)
{
    return checkReferences(known.agents, group.agents, "agent", "agents");
}

Result<void> check(const protocol::PlaceDefinition &place, const Known &known)
{
    return checkReferences(known.mediaTypes, place.mediaTypes, "media type", "mediaTypes");
}

Result<void> check(const protocol::Choice &, const Known &) { return {}; }

} // namespace tandem::sitechecks
