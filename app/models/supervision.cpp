// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/supervision.h"

#include "models/errortext.h"
#include "models/livestatistics.h"
#include "protocol/admin.h"
#include "protocol/agent.h"
#include "protocol/picture.h"
#include "protocol/queue.h"

#include <algorithm>

namespace tandem {

namespace {

constexpr int pollMs = 3000;
constexpr int pageSize = 500;

bool has(const std::vector<Role> &roles, std::initializer_list<Role> any)
{
    return std::ranges::any_of(
        any, [&](Role role) { return std::ranges::find(roles, role) != roles.end(); });
}

} // namespace

Supervision::Supervision(ServiceLink &link, const Directory &names, const Clock &clock,
                         LiveStatistics &statistics, QObject *parent)
    : QObject(parent),
      m_link(link),
      m_statistics(statistics),
      m_agents(names, clock, statistics),
      m_interactions(names, clock, m_agents),
      m_queues(clock, statistics)
{
    connect(&link, &ServiceLink::factArrived, this, &Supervision::hear);
    const auto again = [this] {
        if (!m_shown.empty())
            start();
    };
    connect(&link, &ServiceLink::snapshotArrived, this, again);
    connect(&link, &ServiceLink::stateChanged, this, [again](ServiceLink::State state) {
        if (state == ServiceLink::State::Connected)
            again();
    });
    connect(&m_interactions, &InteractionsTable::loadsChanged, this, [this] {
        if (m_watches)
            m_agents.setLoads(m_interactions.loads());
    });
    m_poll.setInterval(pollMs);
    connect(&m_poll, &QTimer::timeout, this, [this] {
        askQueues();
        if (!m_watches)
            askAgents();
    });
}

void Supervision::setRoles(const std::vector<Role> &roles)
{
    m_watches = has(roles, {Role::Supervisor, Role::Administrator});
    m_mayDirect = has(roles, {Role::Supervisor});
    m_mayRemovePictures = has(roles, {Role::Administrator});
    m_readsSite = has(roles, {Role::Supervisor, Role::Administrator, Role::Auditor});
}

void Supervision::setShown(const QString &page, bool isShown)
{
    const bool wasShown = !m_shown.empty();
    if (isShown)
        m_shown.insert(page);
    else
        m_shown.erase(page);
    if (m_shown.empty() == !wasShown)
        return;
    if (isShown)
        start();
    else
        stop();
}

void Supervision::refresh() { start(); }

void Supervision::start()
{
    m_poll.start();
    m_problem.clear();
    if (m_watches) {
        // Before the lists: what changes while they come is heard.
        m_link.ask(protocol::SupervisionWatch{true}, [this](Result<protocol::Done> reply) {
            onAnswer(reply ? nullptr : &reply.error());
        });
        ++m_open;
        m_interactions.beginList();
        ++m_list;
        askInteractions({});
    }
    if (m_readsSite && !m_hasSite)
        askSite();
    if (m_mayDirect)
        askOrders();
    askAgents();
    askQueues();
    if (m_loading != Loading::Busy) {
        m_loading = Loading::Busy;
        emit loadingChanged();
    }
}

void Supervision::stop()
{
    m_poll.stop();
    ++m_list;
    m_statistics.want(QStringLiteral("supervision"), {});
    if (m_watches)
        m_link.ask(protocol::SupervisionWatch{false}, {});
}

void Supervision::askAgents()
{
    ++m_open;
    m_link.ask(protocol::AgentList{}, [this](Result<protocol::AgentListReply> reply) {
        if (reply) {
            m_agents.show(reply->agents);
            wish();
        }
        onAnswer(reply ? nullptr : &reply.error());
    });
}

void Supervision::askQueues()
{
    ++m_open;
    m_link.ask(protocol::QueueList{}, [this](Result<protocol::QueueListReply> reply) {
        if (reply) {
            m_queues.show(reply->queues);
            wish();
        }
        onAnswer(reply ? nullptr : &reply.error());
    });
}

void Supervision::askSite()
{
    m_link.ask(protocol::AdminSite{}, [this](Result<protocol::SiteReply> reply) {
        // Names only: without them codes are shown.
        if (!reply)
            return;
        m_hasSite = true;
        m_site = std::move(reply->document);
        m_agents.setSite(m_site);
        emit siteChanged();
    });
}

void Supervision::askInteractions(std::optional<InteractionId> after)
{
    protocol::InteractionList request;
    request.scope = protocol::Scope::All;
    request.open = true;
    request.limit = pageSize;
    request.after = after;
    ++m_open;
    m_link.ask(request, [this, list = m_list](Result<protocol::InteractionListReply> reply) {
        if (reply && list == m_list) {
            m_interactions.addPage(reply->interactions);
            if (reply->next)
                askInteractions(reply->next);
            else
                m_interactions.endList();
        }
        onAnswer(reply ? nullptr : &reply.error());
    });
}

void Supervision::onAnswer(const Error *error)
{
    m_open = std::max(0, m_open - 1);
    // A poll that fails is made good by the next one.
    if (m_loading != Loading::Busy)
        return;
    if (error) {
        m_problem = errorText(*error);
        m_loading = Loading::Failed;
    } else if (m_open == 0) {
        m_loading = Loading::Idle;
    } else {
        return;
    }
    emit loadingChanged();
}

void Supervision::wish()
{
    using protocol::Measure;
    using protocol::StatisticObject;
    if (m_shown.empty())
        return;
    LiveStatistics::Wish wish;
    for (const auto measure :
         {Measure::ServiceLevel, Measure::Entered, Measure::Accepted, Measure::Abandoned})
        wish.figures.push_back({StatisticObject::Queue, measure, protocol::Window::Midnight});
    wish.queues = m_queues.ids();
    if (m_watches) {
        for (const auto measure : {Measure::Accepted, Measure::Occupancy})
            wish.figures.push_back({StatisticObject::Agent, measure, protocol::Window::Midnight});
        wish.agents = m_agents.userNames();
    }
    m_statistics.want(QStringLiteral("supervision"), wish);
}

template <protocol::Request R>
void Supervision::order(R request)
{
    m_link.ask(std::move(request), [this](Result<protocol::MonitorOrdersReply> reply) {
        if (!reply) {
            emit refused(reply.error());
            return;
        }
        m_orders = std::move(reply->orders);
        emit ordersChanged();
    });
}

void Supervision::askOrders() { order(protocol::SupervisionMonitorOrders{}); }

void Supervision::monitorNext(const std::vector<AgentId> &agents, bool isAlways)
{
    for (const auto agent : agents)
        order(protocol::SupervisionMonitorNext{agent, {}, isAlways});
}

void Supervision::monitorNext(const QueueId &queue, bool isAlways)
{
    order(protocol::SupervisionMonitorNext{{}, queue, isAlways});
}

void Supervision::cancelMonitorNext(const std::vector<AgentId> &agents)
{
    for (const auto agent : agents)
        order(protocol::SupervisionCancelMonitorNext{agent, {}});
}

void Supervision::cancelMonitorNext(const QueueId &queue)
{
    order(protocol::SupervisionCancelMonitorNext{{}, queue});
}

void Supervision::setState(const std::vector<AgentId> &agents, AgentState state,
                           const std::string &reason)
{
    for (const auto agent : agents) {
        protocol::SupervisionSetAgentState request;
        request.agentId = agent;
        request.state = state;
        if (!reason.empty())
            request.reason = reason;
        m_link.ask(request, [this](Result<protocol::AgentStatus> reply) {
            if (reply)
                m_agents.hear(*reply);
            else
                emit refused(reply.error());
        });
    }
}

void Supervision::removePicture(AgentId agent)
{
    const auto *known = m_agents.find(agent);
    if (!known)
        return;
    m_link.ask(protocol::AgentSetPicture{{}, known->userName}, [this](const auto &reply) {
        if (!reply)
            emit refused(reply.error());
    });
}

void Supervision::hear(const protocol::Fact &fact)
{
    if (std::holds_alternative<protocol::SiteChanged>(fact)) {
        m_hasSite = false;
        if (!m_shown.empty())
            start();
    } else if (m_shown.empty() || !m_watches) {
        return;
    } else if (const auto *state = std::get_if<protocol::AgentStateChanged>(&fact)) {
        m_agents.hear(state->agent);
    } else if (const auto *changed = std::get_if<protocol::InteractionChanged>(&fact)) {
        m_interactions.hear(changed->interaction);
    }
}

} // namespace tandem
