// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "interactions/interactions.h"
#include "protocol/workbin.h"

#include <functional>

namespace tandem {

// Where interactions lie that nobody is offered: queues to pull from and workbins to park in; who
// may open which, and what lies there. Core thread; keeps no state of its own.
class Workbins
{
public:
    // Whether the agent is one of a queue's targets, at any of its steps. Set by routing.
    using IsTarget = std::function<bool(const AgentRecord &agent, const QueueId &queue)>;

    Workbins(Engine &engine, Site &site, Agents &agents, Interactions &interactions);

    void askTargetsWith(IsTarget isTarget) { m_isTarget = std::move(isTarget); }
    // The error says what is wrong with the name.
    Result<void> checkName(const std::string &workbin) const;

private:
    Result<protocol::OwnInteraction> pull(const Caller &caller,
                                          const protocol::InteractionPull &request);
    Result<protocol::Interaction> park(const Caller &caller,
                                       const protocol::InteractionPark &request);
    Result<protocol::Done> release(const Caller &caller,
                                   const protocol::InteractionRelease &request);
    Result<protocol::WorkbinListReply> list(const Caller &caller);
    Result<Engine::Outcome> listInteractions(const Caller &caller,
                                             const protocol::InteractionList &request);
    Result<void> mayList(const Caller &caller, const protocol::InteractionList &request) const;
    std::vector<const InteractionRecord *> chosen(const Caller &caller,
                                                  const protocol::InteractionList &request) const;
    bool mayOpenWorkbin(const Caller &caller, const std::string &workbin) const;
    bool mayOpenQueue(const Caller &caller, const QueueId &queue) const;
    std::string nameOfWorkbin(const std::string &workbin) const;

    Engine &m_engine;
    Site &m_site;
    Agents &m_agents;
    Interactions &m_interactions;
    IsTarget m_isTarget;
};

} // namespace tandem
