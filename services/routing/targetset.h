// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/expression.h"
#include "interactions/agentrecord.h"
#include "protocol/site.h"

#include <optional>
#include <string>
#include <vector>

namespace tandem {

// Agents whom any of some targets names; no targets: every agent. Value.
class TargetSet
{
public:
    TargetSet() = default;
    // Targets were checked when they were stored; one that does not parse names nobody.
    explicit TargetSet(const std::vector<protocol::RoutingTarget> &targets);

    bool contains(const AgentRecord &agent) const;
    // The best sum of levels of the skills that a target the agent meets asks for.
    int levelsOf(const AgentRecord &agent) const;
    // Each target in words of its own: "german >= 3", "group frontline", "agent alice".
    const std::vector<std::string> &texts() const { return m_texts; }
    // Equal for sets that name the same agents by the same words.
    const std::string &key() const { return m_key; }

private:
    struct Target
    {
        protocol::RoutingTarget wanted;
        std::optional<Expression> expression;
        bool isValid = true;
    };

    static bool meets(const AgentRecord &agent, const Target &target);

    std::vector<Target> m_targets;
    std::vector<std::string> m_texts;
    std::string m_key;
};

} // namespace tandem
