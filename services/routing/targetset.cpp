// SPDX-License-Identifier: GPL-3.0-or-later
#include "routing/targetset.h"

#include <algorithm>

namespace tandem {

namespace {

std::string textOf(const protocol::RoutingTarget &target)
{
    std::string text;
    const auto add = [&](const std::string &part) { text += (text.empty() ? "" : ", ") + part; };
    if (target.expression)
        add(*target.expression);
    if (target.group)
        add("group " + *target.group);
    if (target.agent)
        add("agent " + *target.agent);
    return text;
}

} // namespace

TargetSet::TargetSet(const std::vector<protocol::RoutingTarget> &targets)
{
    for (const auto &target : targets) {
        Target entry{target, {}, true};
        if (target.expression) {
            auto parsed = Expression::parse(*target.expression);
            entry.isValid = parsed.has_value();
            if (parsed)
                entry.expression = std::move(*parsed);
        }
        m_targets.push_back(std::move(entry));
        m_texts.push_back(textOf(target));
        m_key += m_texts.back() + '\n';
    }
}

bool TargetSet::meets(const AgentRecord &agent, const Target &target)
{
    return target.isValid && agent.isTargetOf(target.wanted, target.expression);
}

bool TargetSet::contains(const AgentRecord &agent) const
{
    if (!agent.roles.intersects({Role::Agent, Role::Supervisor}))
        return false;
    return m_targets.empty() || std::ranges::any_of(m_targets, [&](const Target &target) {
               return meets(agent, target);
           });
}

int TargetSet::levelsOf(const AgentRecord &agent) const
{
    int best = 0;
    for (const auto &target : m_targets) {
        if (!target.expression || !meets(agent, target))
            continue;
        int sum = 0;
        std::vector<std::string> counted;
        for (const auto &[name, column] : target.expression->names()) {
            if (std::ranges::find(counted, name) != counted.end())
                continue;
            counted.push_back(name);
            sum += agent.level(name);
        }
        best = std::max(best, sum);
    }
    return best;
}

} // namespace tandem
