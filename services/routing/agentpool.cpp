// SPDX-License-Identifier: GPL-3.0-or-later
#include "routing/agentpool.h"

namespace tandem {

namespace {

using protocol::Selection;
using protocol::Verdict;

constexpr double shareOfNobody = 1e12; // share 0: behind everybody else

std::size_t at(Verdict verdict) { return static_cast<std::size_t>(verdict); }

} // namespace

AgentPool::AgentPool(std::shared_ptr<const TargetSet> targets, std::string mediaType,
                     Selection selection, std::shared_ptr<Shares> shares)
    : m_targets(std::move(targets)),
      m_mediaType(std::move(mediaType)),
      m_selection(selection),
      m_shares(std::move(shares))
{
}

bool AgentPool::isFree(AgentId agent) const
{
    const auto member = m_members.find(agent);
    return member != m_members.end() && member->second.rank;
}

AgentPool::Rank AgentPool::rankOf(const AgentRecord &agent, const Member &member) const
{
    Rank rank{0, agent.inHand(), agent.idleSince, agent.id};
    switch (m_selection) {
    case Selection::LongestIdle: rank.first = rank.inHand; break;
    case Selection::LeastLoaded: rank.first = agent.load(); break;
    case Selection::BestSkill: rank.first = -member.levels; break;
    case Selection::Share: {
        const auto share = m_shares->shares.find(agent.userName);
        const int weight = share == m_shares->shares.end() ? 1 : share->second;
        const auto offered = m_shares->offered.find(agent.id);
        const double count = offered == m_shares->offered.end() ? 0 : offered->second;
        rank.first = weight > 0 ? count / weight : shareOfNobody + count;
        break;
    }
    }
    return rank;
}

double AgentPool::scoreOf(const Rank &rank) const { return rank.first == 0 ? 0 : -rank.first; }

bool AgentPool::include(const AgentRecord &agent)
{
    if (!m_targets->contains(agent))
        return false;
    const auto [entry, isNew] = m_members.try_emplace(agent.id);
    if (isNew)
        ++m_counts[at(entry->second.verdict)];
    entry->second.levels = m_targets->levelsOf(agent);
    update(agent);
    return true;
}

void AgentPool::update(const AgentRecord &agent)
{
    const auto found = m_members.find(agent.id);
    if (found == m_members.end())
        return;
    auto &member = found->second;
    if (member.rank)
        m_free.erase(*member.rank);
    member.rank.reset();
    --m_counts[at(member.verdict)];
    member.verdict = agent.verdict(m_mediaType);
    ++m_counts[at(member.verdict)];
    if (member.verdict != Verdict::Candidate)
        return;
    member.rank = rankOf(agent, member);
    m_free.insert(*member.rank);
}

void AgentPool::noteOffered(const AgentRecord &agent)
{
    if (m_selection == Selection::Share)
        m_shares->offered[agent.id] += 1;
}

} // namespace tandem
