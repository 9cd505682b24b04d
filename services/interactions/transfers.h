// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "interactions/interactions.h"

#include <functional>

namespace tandem {

// Transfer, consultation and conference: to an agent, to somebody of a queue, or to somebody with a
// skill. Core thread; keeps no state of its own.
class Transfers
{
public:
    // Who of a queue's targets, or of those whom the expression names, is best and free now; none:
    // nobody. Set by routing.
    struct Wanted
    {
        std::string mediaType;
        std::optional<QueueId> queue;
        std::optional<std::string> expression;
        std::vector<AgentId> except;
    };
    using Find = std::function<AgentId(const Wanted &wanted)>;

    Transfers(Engine &engine, Site &site, Agents &agents, Interactions &interactions);

    void findWith(Find find) { m_find = std::move(find); }
    // The expression of a target's skill: a skill's id or a condition over skills.
    Result<std::string> skillExpression(const std::string &text) const;
    Result<void> checkTarget(const protocol::Target &target) const;

private:
    using View = Result<protocol::Interaction>;

    View transfer(const Caller &caller, const protocol::InteractionTransfer &request);
    void giveToQueue(const Caller &caller, const protocol::InteractionTransfer &request);
    // Asked before, and no longer the caller's since.
    bool hasParted(const Caller &caller, InteractionId id, std::string_view request) const;
    View invite(const Caller &caller, InteractionId id, const protocol::Target &target,
                const std::optional<std::string> &note, protocol::OfferKind kind);
    View cancelConsult(const Caller &caller, const protocol::InteractionCancelConsult &request);
    Result<protocol::Done> completeTransfer(const Caller &caller, InteractionId id);
    View completeConference(const Caller &caller, InteractionId id);
    Result<const InteractionRecord *> handled(const Caller &caller, InteractionId id) const;
    Result<AgentId> agentOf(const InteractionRecord &record, const protocol::Target &target) const;
    Result<void> mayBeOffered(const InteractionRecord &record, const AgentRecord &agent) const;

    Engine &m_engine;
    Site &m_site;
    Agents &m_agents;
    Interactions &m_interactions;
    Find m_find;
};

} // namespace tandem
