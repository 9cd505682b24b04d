// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/statistics.h"

#include "site/calendars.h"
#include "site/notices.h"
#include "statistics/definitioncheck.h"
#include "statistics/factlog.h"

namespace tandem {

using namespace statistics;

namespace {

// Windows move on whenever they are asked for; else so often, so that none has far to go.
constexpr Ms advancing{10'000};

} // namespace

Statistics::Statistics(Engine &engine, Site &site, Agents &agents, Interactions &interactions)
    : m_engine(engine),
      m_site(site),
      m_agents(agents),
      m_interactions(interactions),
      m_present(site, agents, interactions),
      m_figures(m_present),
      m_subscriptions(engine, site, agents, m_figures)
{
    engine.add(*this);
    engine.hear<FactRecorded>([this](const FactRecorded &notice) { heard(notice.fact); });
    engine.hear<SiteWasChanged>([this](const SiteWasChanged &) { takeFromSite(); });
    engine.whenSettling([this] {
        m_figures.settle();
        return false;
    });
    serveRequests();
    addActions();
}

void Statistics::serveRequests()
{
    using namespace protocol;
    m_engine.serve<StatisticsList>(
        [this](const Caller &, const auto &) -> Result<StatisticListReply> {
            return StatisticListReply{m_site.document().statistics};
        });
    m_engine.serve<StatisticsSubscribe>([this](const Caller &caller, const auto &request) {
        return m_subscriptions.subscribe(caller, request);
    });
    m_engine.serve<StatisticQuery>(
        [this](const Caller &, const auto &request) { return query(request); });
    m_engine.serve<QueueWait>(
        [this](const Caller &, const auto &request) { return queueWait(request); });
    m_engine.serve<ServerMetrics>(
        [this](const Caller &, const auto &) -> Result<ServerMetricsReply> {
            m_figures.settle();
            return metrics();
        });
}

Result<void> Statistics::load(Database &database)
{
    const auto since = m_engine.now().utc - Ledger::reachOf(m_site.document().statistics);
    m_figures.restart(since);
    if (auto read = readFacts(database, since, m_figures); !read)
        return read;
    m_figures.caughtUp();
    takeFromSite();
    advance();
    m_subscriptions.goOn();
    return {};
}

void Statistics::takeFromSite()
{
    m_figures.setUp(setupOf(m_site), m_site.document().statistics, m_engine.now().utc);
}

void Statistics::advance()
{
    m_figures.advance(m_engine.now());
    m_engine.after(advancing, [this] { advance(); });
}

void Statistics::heard(const protocol::Fact &fact)
{
    const auto now = m_engine.now().utc;
    if (const auto *moved = std::get_if<protocol::InteractionMoved>(&fact))
        m_totals.moved(m_figures.moved(*moved, now), *moved);
    else if (const auto *changed = std::get_if<protocol::AgentStateChanged>(&fact))
        m_figures.stateChanged(*changed, now);
}

Result<protocol::StatisticReply> Statistics::query(const protocol::StatisticQuery &request)
{
    if (auto checked = checkDefinition(request.definition); !checked)
        return std::unexpected(checked.error());
    if (!m_figures.isObject(request.definition.object, request.objectId)) {
        return failure(Reason::NotFound,
                       "There is no " + std::string(nameOf(request.definition.object)) + " \""
                           + request.objectId + "\".",
                       "objectId");
    }
    return protocol::StatisticReply{
        m_figures.at(request.definition, m_engine.now().utc).of(request.objectId)};
}

Result<protocol::QueueWaitReply> Statistics::queueWait(const protocol::QueueWait &request)
{
    const auto *queue = m_site.queue(request.queueId);
    if (!queue)
        return failure(Reason::NotFound, "There is no such queue.", "queueId");
    m_figures.settle();
    protocol::QueueWaitReply reply;
    reply.queueId = queue->id;
    reply.name = queue->name;
    reply.waiting = m_figures.waiting(queue->id);
    reply.requiredFields = queue->requiredFields;
    const auto *calendar = queue->calendar ? m_site.calendar(*queue->calendar) : nullptr;
    const auto hours = calendar ? hoursOf(*calendar) : std::nullopt;
    reply.isOpen = !hours || hours->isOpen(m_engine.now().utc);
    if (const auto wait = estimatedWait(queue->id, reply.waiting + 1); wait && reply.isOpen)
        reply.estimatedWaitMs = wait->count();
    return reply;
}

protocol::ServerMetricsReply Statistics::metrics() const
{
    using protocol::MetricType;
    const auto &queues = m_figures.setup().queues;
    protocol::MetricFamily waiting{"tandem_interactions_waiting",
                                   "Interactions that wait for an agent.",
                                   MetricType::Gauge,
                                   {}};
    protocol::MetricFamily handling{"tandem_interactions_handling",
                                    "Interactions that an agent has, after contact work included.",
                                    MetricType::Gauge,
                                    {}};
    for (const auto &[queue, threshold] : queues) {
        waiting.samples.push_back({{{"queue", queue}}, double(m_figures.waiting(queue))});
        handling.samples.push_back({{{"queue", queue}}, double(m_figures.handling(queue))});
    }
    std::array<int, namesOf(AgentState{}).size()> counts{};
    int connected = 0;
    for (const auto &[id, agent] : m_agents.all()) {
        ++counts[static_cast<std::size_t>(agent.state)];
        connected += agent.connected ? 1 : 0;
    }
    protocol::MetricFamily agents{"tandem_agents", "Agents by their state.", MetricType::Gauge, {}};
    for (std::size_t i = 0; i < counts.size(); ++i)
        agents.samples.push_back(
            {{{"state", std::string(namesOf(AgentState{})[i])}}, double(counts[i])});
    protocol::ServerMetricsReply reply{
        {std::move(waiting), std::move(handling), std::move(agents)}};
    reply.families.push_back({"tandem_agents_connected",
                              "Agents with a live connection.",
                              MetricType::Gauge,
                              {{{}, double(connected)}}});
    for (auto &family : m_totals.families(queues))
        reply.families.push_back(std::move(family));
    return reply;
}

} // namespace tandem
