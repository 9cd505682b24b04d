// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions.h"

#include <algorithm>

namespace tandem {

namespace {

constexpr char timeout[] = "timeout";

} // namespace

void Actions::add(ActionDefinition definition, Perform perform, Withdraw withdraw)
{
    if (definition.isLasting)
        definition.attributes.push_back({timeout, false});
    auto name = definition.name;
    m_entries[std::move(name)] = {std::move(definition), std::move(perform), std::move(withdraw)};
}

const ActionDefinition *Actions::find(const std::string &name) const
{
    const auto found = m_entries.find(name);
    return found == m_entries.end() ? nullptr : &found->second.definition;
}

std::vector<ActionDefinition> Actions::all() const
{
    std::vector<ActionDefinition> list;
    for (const auto &[name, entry] : m_entries)
        list.push_back(entry.definition);
    return list;
}

std::string Actions::problemOf(const ActionDefinition &definition,
                               const std::vector<std::string> &attributes)
{
    const auto isGiven = [&](const std::string &name) {
        return std::ranges::find(attributes, name) != attributes.end();
    };
    for (const auto &attribute : definition.attributes) {
        if (attribute.isRequired && !isGiven(attribute.name))
            return "<" + definition.name + "> needs the attribute \"" + attribute.name + "\"";
    }
    for (const auto &name : attributes) {
        if (std::ranges::find(definition.attributes, name, &ActionAttribute::name)
            == definition.attributes.end())
            return "<" + definition.name + "> has no attribute \"" + name + "\"";
    }
    return {};
}

Result<std::string> Actions::perform(const std::string &name, const ActionCall &call) const
{
    const auto found = m_entries.find(name);
    if (found == m_entries.end())
        return failure(Reason::NotFound, "There is no action \"" + name + "\".");
    std::vector<std::string> names;
    for (const auto &[attribute, value] : call.attributes)
        names.push_back(attribute);
    if (auto problem = problemOf(found->second.definition, names); !problem.empty())
        return failure(Reason::InvalidParams, problem + ".");
    return found->second.perform(call);
}

void Actions::withdraw(const std::string &name, InteractionId interaction) const
{
    const auto found = m_entries.find(name);
    if (found != m_entries.end() && found->second.withdraw)
        found->second.withdraw(interaction);
}

} // namespace tandem
