// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/supervisions.h"

#include "interactions/notices.h"

namespace tandem {

namespace {

// By which one comes to it: what the audit calls it.
std::string requestOf(SupervisionMode mode)
{
    using namespace protocol;
    return std::string(mode == SupervisionMode::Monitor ? SupervisionMonitor::name
                       : mode == SupervisionMode::Coach ? SupervisionCoach::name
                                                        : SupervisionBargeIn::name);
}

std::unexpected<Error> noSuchInteraction()
{
    return failure(Reason::NotFound, "There is no such interaction.", "interactionId");
}

} // namespace

Supervisions::Supervisions(Engine &engine, Site &site, Agents &agents, Interactions &interactions,
                           Chats &chats)
    : m_engine(engine),
      m_site(site),
      m_agents(agents),
      m_interactions(interactions),
      m_chats(chats),
      m_orders(engine)
{
    using namespace protocol;
    engine.add(*this);
    interactions.tellOnlookersWith([this](InteractionId id) {
        const auto found = m_supervised.find(id);
        return found == m_supervised.end()
                   ? std::vector<AgentId>()
                   : std::vector<AgentId>(found->second.begin(), found->second.end());
    });
    agents.describeWorkWith([this](AgentId agent, Snapshot &snapshot) {
        const auto found = m_bySupervisor.find(agent);
        if (found == m_bySupervisor.end())
            return;
        for (const auto id : found->second) {
            if (const auto *open = m_interactions.find(id); open && !open->takesPart(agent))
                snapshot.interactions.push_back(viewFor(agent, *open));
        }
    });
    engine.hear<HandlingBegan>([this](const HandlingBegan &n) { began(n); });
    engine.hear<InteractionDone>([this](const InteractionDone &n) { done(n.interaction); });
    engine.hear<AgentGone>([this](const AgentGone &n) { gone(n.agent); });
    engine.serve<SupervisionMonitor>([this](const Caller &c, const auto &r) {
        return supervise(c.agent, r.interactionId, SupervisionMode::Monitor,
                         isVisibleByRule() || r.visible.value_or(false));
    });
    engine.serve<SupervisionCoach>([this](const Caller &c, const auto &r) {
        return supervise(c.agent, r.interactionId, SupervisionMode::Coach, true);
    });
    engine.serve<SupervisionBargeIn>([this](const Caller &c, const auto &r) {
        return supervise(c.agent, r.interactionId, SupervisionMode::BargeIn, true);
    });
    engine.serve<SupervisionLeave>([this](const Caller &c, const auto &r) -> Result<Done> {
        return leave(c.agent, r.interactionId);
    });
    serveOrders();
}

void Supervisions::serveOrders()
{
    using namespace protocol;
    const auto ordersOf = [this](const Caller &caller) -> Result<MonitorOrdersReply> {
        return MonitorOrdersReply{m_orders.of(caller.agent)};
    };
    m_engine.serve<SupervisionMonitorNext>(
        [this](const Caller &c, const auto &r) { return monitorNext(c, r); });
    m_engine.serve<SupervisionCancelMonitorNext>([this, ordersOf](const Caller &c, const auto &r) {
        m_orders.remove(c.agent, {r.agentId, r.queueId, {}});
        return ordersOf(c);
    });
    m_engine.serve<SupervisionMonitorOrders>(
        [ordersOf](const Caller &c, const auto &) { return ordersOf(c); });
}

Result<void> Supervisions::load(Database &database)
{
    m_supervised.clear();
    m_bySupervisor.clear();
    for (const auto &[id, open] : m_interactions.open()) {
        for (const auto supervisor : m_chats.supervisorsOf(id)) {
            m_supervised[id].insert(supervisor);
            m_bySupervisor[supervisor].insert(id);
        }
    }
    auto loaded = m_orders.load(database);
    // A job of its own, when every service has loaded.
    m_engine.after(Ms(0), [this] {
        std::vector<AgentId> left;
        for (const auto &[supervisor, ids] : m_bySupervisor) {
            const auto *known = m_agents.find(supervisor);
            if (!known || !known->session)
                left.push_back(supervisor);
        }
        for (const auto supervisor : left)
            gone(supervisor);
    });
    return loaded;
}

bool Supervisions::isVisibleByRule() const
{
    return m_site.rules().monitoring == protocol::Monitoring::Visible;
}

protocol::OwnInteraction Supervisions::viewFor(AgentId supervisor,
                                               const InteractionRecord &record) const
{
    auto view = m_interactions.ownView(record);
    view.supervision =
        m_chats.supervisionOf(record.view.id, supervisor).value_or(SupervisionMode::Monitor);
    return view;
}

void Supervisions::note(AgentId supervisor, const std::string &action, InteractionId id)
{
    const auto *open = m_interactions.find(id);
    const auto *agent = open ? m_agents.find(open->agent()) : nullptr;
    const Caller caller{Caller::Kind::Agent, {}, supervisor, {}};
    m_site.audit(caller, action,
                 "chat " + id.text() + (agent ? " of " + agent->userName : std::string()));
}

Supervisions::Reply Supervisions::supervise(AgentId supervisor, InteractionId id,
                                            SupervisionMode mode, bool isVisible)
{
    const auto *open = m_interactions.find(id);
    if (!open)
        return noSuchInteraction();
    if (open->takesPart(supervisor)) {
        return failure(Reason::Conflict, "You take part in this conversation yourself.",
                       "interactionId");
    }
    const auto before = m_chats.supervisionOf(id, supervisor);
    if (auto done = m_chats.supervise(id, *m_agents.find(supervisor), mode, !isVisible); !done)
        return std::unexpected(done.error());
    m_supervised[id].insert(supervisor);
    m_bySupervisor[supervisor].insert(id);
    if (before != mode)
        note(supervisor, requestOf(mode), id);
    m_interactions.announceChange(id);
    auto view = viewFor(supervisor, *open);
    m_engine.record(protocol::SupervisionStarted{view}, {supervisor});
    return view;
}

protocol::Done Supervisions::leave(AgentId supervisor, InteractionId id)
{
    const auto found = m_supervised.find(id);
    if (found == m_supervised.end() || !found->second.contains(supervisor))
        return {};
    m_chats.endSupervision(id, supervisor);
    note(supervisor, "supervision.leave", id);
    forget(id, supervisor);
    m_engine.record(protocol::InteractionRemoved{id, "left"}, {supervisor});
    m_interactions.announceChange(id);
    return {};
}

Result<protocol::MonitorOrdersReply>
Supervisions::monitorNext(const Caller &caller, const protocol::SupervisionMonitorNext &r)
{
    if (r.agentId.has_value() == r.queueId.has_value())
        return failure(Reason::InvalidParams, "Name an agent or a queue, one of them.", "agentId");
    if (r.agentId && !m_agents.find(*r.agentId))
        return failure(Reason::NotFound, "There is no such agent.", "agentId");
    if (r.agentId == caller.agent)
        return failure(Reason::InvalidParams, "Nobody monitors themselves.", "agentId");
    if (r.queueId && !m_site.queue(*r.queueId))
        return failure(Reason::NotFound, "There is no such queue.", "queueId");
    if (auto put = m_orders.put(caller.agent, {r.agentId, r.queueId, r.always}); !put)
        return std::unexpected(put.error());
    return protocol::MonitorOrdersReply{m_orders.of(caller.agent)};
}

void Supervisions::began(const HandlingBegan &handling)
{
    const auto id = handling.interaction;
    const auto *open = m_interactions.find(id);
    if (!open || open->view.mediaType != "chat")
        return;
    const auto &queue = handling.isFromQueue ? open->view.queueId : QueueId();
    for (const auto supervisor : m_orders.take(handling.agent, queue)) {
        // One who is in it already stays as they are.
        if (!open->takesPart(supervisor) && !m_chats.supervisionOf(id, supervisor))
            (void)supervise(supervisor, id, SupervisionMode::Monitor, isVisibleByRule());
    }
}

void Supervisions::done(InteractionId id)
{
    const auto found = m_supervised.find(id);
    if (found == m_supervised.end())
        return;
    const auto supervisors = found->second;
    for (const auto supervisor : supervisors) {
        forget(id, supervisor);
        m_engine.record(protocol::InteractionRemoved{id, "done"}, {supervisor});
    }
}

void Supervisions::gone(AgentId supervisor)
{
    m_orders.remove(supervisor, {});
    const auto found = m_bySupervisor.find(supervisor);
    if (found == m_bySupervisor.end())
        return;
    const auto ids = found->second;
    for (const auto id : ids)
        leave(supervisor, id);
}

void Supervisions::forget(InteractionId id, AgentId supervisor)
{
    m_supervised[id].erase(supervisor);
    if (m_supervised[id].empty())
        m_supervised.erase(id);
    m_bySupervisor[supervisor].erase(id);
    if (m_bySupervisor[supervisor].empty())
        m_bySupervisor.erase(supervisor);
}

} // namespace tandem
