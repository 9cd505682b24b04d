// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/chats.h"
#include "interactions/agents.h"
#include "interactions/notices.h"
#include "supervision/monitororders.h"

#include <map>
#include <set>

namespace tandem {

// Supervisors in the conversations of others: monitor, coach, barge in, and who is to be monitored
// next; each in the audit trail. Which supervisors see what is here, what is heard of them in a
// conversation is the chat's. Core thread.
class Supervisions final : public StoredState
{
public:
    Supervisions(Engine &engine, Site &site, Agents &agents, Interactions &interactions,
                 Chats &chats);

    Result<void> load(Database &database) override;

private:
    using Reply = Result<protocol::OwnInteraction>;

    void serveOrders();
    Reply supervise(AgentId supervisor, InteractionId id, SupervisionMode mode, bool isVisible);
    protocol::Done leave(AgentId supervisor, InteractionId id);
    Result<protocol::MonitorOrdersReply> monitorNext(const Caller &caller,
                                                     const protocol::SupervisionMonitorNext &r);
    void began(const HandlingBegan &handling);
    void done(InteractionId id);
    void gone(AgentId supervisor);
    void forget(InteractionId id, AgentId supervisor);
    bool isVisibleByRule() const;
    protocol::OwnInteraction viewFor(AgentId supervisor, const InteractionRecord &record) const;
    void note(AgentId supervisor, const std::string &action, InteractionId id);

    Engine &m_engine;
    Site &m_site;
    Agents &m_agents;
    Interactions &m_interactions;
    Chats &m_chats;
    MonitorOrders m_orders;
    std::map<InteractionId, std::set<AgentId>> m_supervised;
    std::map<AgentId, std::set<InteractionId>> m_bySupervisor;
};

} // namespace tandem
