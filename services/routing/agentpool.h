// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "interactions/agentrecord.h"
#include "protocol/explanation.h"
#include "routing/targetset.h"

#include <array>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>

namespace tandem {

// Of those whom a target set names, who may take one more of a medium now, in the order in which
// they are to be offered it. Kept up to date agent by agent, so that the best one is found without
// looking at the others.
class AgentPool
{
public:
    // Smaller is offered first.
    struct Rank
    {
        double first = 0; // what the selection compares
        int inHand = 0;
        SteadyTime idleSince{};
        AgentId agent;

        auto operator<=>(const Rank &) const = default;
    };
    // For Selection::Share: how often each agent was offered something, and the shares.
    struct Shares
    {
        std::unordered_map<AgentId, double> offered;
        std::unordered_map<std::string, int> shares; // by user name; 1 where absent
    };

    AgentPool(std::shared_ptr<const TargetSet> targets, std::string mediaType,
              protocol::Selection selection, std::shared_ptr<Shares> shares);

    // Takes the agent in if the targets name it; true then. Once for each agent of a site.
    bool include(const AgentRecord &agent);
    // A member is as it is now.
    void update(const AgentRecord &agent);

    const std::set<Rank> &free() const { return m_free; }
    bool isFree(AgentId agent) const;
    struct Member
    {
        protocol::Verdict verdict = protocol::Verdict::NotSignedIn;
        int levels = 0;           // of the skills asked for
        std::optional<Rank> rank; // of a free one
    };
    // All whom the targets name, free or not.
    const std::unordered_map<AgentId, Member> &members() const { return m_members; }
    int count(protocol::Verdict verdict) const
    {
        return m_counts[static_cast<std::size_t>(verdict)];
    }
    const TargetSet &targets() const { return *m_targets; }
    const std::string &mediaType() const { return m_mediaType; }
    protocol::Selection selection() const { return m_selection; }
    // Greater is better: what the selection compared, as explanations show it.
    double scoreOf(const Rank &rank) const;
    void noteOffered(const AgentRecord &agent);

private:
    Rank rankOf(const AgentRecord &agent, const Member &member) const;

    std::shared_ptr<const TargetSet> m_targets;
    std::string m_mediaType;
    protocol::Selection m_selection;
    std::shared_ptr<Shares> m_shares;
    std::set<Rank> m_free;
    std::unordered_map<AgentId, Member> m_members;
    std::array<int, 8> m_counts{};
};

} // namespace tandem
