// SPDX-License-Identifier: GPL-3.0-or-later
#include "routing/router.h"

#include "interactions/notices.h"

#include <algorithm>

namespace tandem {

namespace {

using protocol::DecisionKind;
using protocol::TreatmentAction;

} // namespace

Router::Router(Engine &engine, Site &site, Agents &agents, Interactions &interactions)
    : m_engine(engine),
      m_site(site),
      m_agents(agents),
      m_interactions(interactions),
      m_matcher(site, agents, interactions),
      m_explanations(engine, site, agents, interactions),
      m_lastAgents(engine)
{
    engine.add(*this);
    engine.hear<WaitingChanged>(
        [this](const WaitingChanged &notice) { m_dirty.insert(notice.interaction); });
    engine.hear<AgentChanged>(
        [this](const AgentChanged &notice) { m_dirtyAgents.insert(notice.agent); });
    engine.hear<SiteWasChanged>([this](const SiteWasChanged &) { m_isStale = true; });
    engine.hear<InteractionErased>([this](const InteractionErased &notice) {
        if (notice.contactKeyHash)
            m_lastAgents.forget(*notice.contactKeyHash);
    });
    engine.hear<InteractionAccepted>([this](const InteractionAccepted &notice) {
        if (const auto *record = m_interactions.find(notice.interaction))
            m_lastAgents.served(*record, notice.agent);
    });
    engine.whenSettling([this] { return settle(); });
    addActions();
    engine.serve<protocol::QueueList>([this](const Caller &, const auto &) {
        return Result<protocol::QueueListReply>(listQueues());
    });
}

Result<void> Router::load(Database &database)
{
    m_waiting.clear();
    m_dirty.clear();
    m_dirtyAgents.clear();
    m_isStale = m_isLoading = true;
    if (auto loaded = m_explanations.load(database); !loaded)
        return loaded;
    return m_lastAgents.load(database);
}

void Router::rebuild()
{
    m_matcher.rebuild();
    for (const auto &[id, record] : m_interactions.open()) {
        if (record.isWaiting())
            m_dirty.insert(id);
        if (m_isLoading && record.isWaiting())
            m_waiting[id].queue = record.view.queueId;
    }
    m_isStale = m_isLoading = false;
}

bool Router::settle()
{
    if (m_isStale)
        rebuild();
    if (m_dirty.empty() && m_dirtyAgents.empty())
        return false;
    // First everything is as it is now, then it is decided: of those who wait, the most urgent
    // first; then for agents who have become free.
    const auto agents = std::exchange(m_dirtyAgents, {});
    const auto interactions = std::exchange(m_dirty, {});
    for (const auto id : agents) {
        if (const auto *agent = m_agents.find(id))
            m_matcher.update(*agent);
    }
    std::vector<std::pair<double, InteractionId>> waiting;
    for (const auto id : interactions) {
        place(id);
        if (const auto *lane = m_matcher.laneOf(id)) {
            const auto &record = *m_interactions.find(id);
            waiting.emplace_back(-urgencyOf(record, *lane->plan, m_interactions.queuedFor(record)),
                                 id);
        }
    }
    std::ranges::sort(waiting);
    for (const auto &[urgency, id] : waiting)
        tryInteraction(id);
    for (const auto id : agents)
        tryAgent(id);
    return true;
}

void Router::place(InteractionId id)
{
    m_matcher.leave(id);
    const auto *record = m_interactions.find(id);
    if (!record || !record->isWaiting()) {
        if (const auto found = m_waiting.find(id); found != m_waiting.end()) {
            m_engine.cancel(found->second.timer);
            // Back in its queue it has been admitted; elsewhere, or done, it is forgotten.
            if (!record)
                m_waiting.erase(found);
        }
        return;
    }
    auto &waiting = m_waiting[id];
    m_engine.cancel(waiting.timer);
    if (waiting.queue != record->view.queueId) {
        waiting = Waiting{record->view.queueId, 0, TimerId::None, {}};
        if (!admit(*record, waiting))
            return;
    }
    const auto *plan = m_matcher.plan(record->view.queueId);
    if (!plan || overflowIfDue(*record, *plan))
        return;
    if (waiting.closedUntil && !plan->isOpen(m_engine.now().utc)) {
        beginTimer(*record, *plan, waiting);
        return;
    }
    waiting.closedUntil.reset();
    m_matcher.enter(*record);
    beginTimer(*record, *plan, waiting);
}

bool Router::admit(const InteractionRecord &record, Waiting &waiting)
{
    const auto *plan = m_matcher.plan(record.view.queueId);
    if (!plan)
        return true;
    const auto &queue = plan->definition;
    const auto now = m_engine.now().utc;
    if (!plan->isOpen(now)) {
        if (treat(record, queue.closed, "closed"))
            return false;
        waiting.closedUntil = plan->hours->nextChange(now).value_or(now + std::chrono::hours(24));
        return true;
    }
    if (queue.limit && m_matcher.waitingIn(queue.id) >= *queue.limit)
        return !treat(record, queue.full, "full");
    return true;
}

bool Router::treat(const InteractionRecord &record, const protocol::Treatment &treatment,
                   const std::string &why)
{
    const auto id = record.view.id;
    auto told = decision(DecisionKind::Treated, record);
    told.text = why + ": " + std::string(nameOf(treatment.action));
    if (treatment.action == TreatmentAction::Overflow && treatment.queueId)
        told.toQueueId = treatment.queueId;
    m_explanations.keep(id, told);
    if (treatment.text && !treatment.text->empty())
        m_interactions.announce(id, *treatment.text);
    if (treatment.action == TreatmentAction::Close) {
        m_interactions.stop(id, protocol::MoveCause::Closed);
        return true;
    }
    if (treatment.action == TreatmentAction::Overflow && treatment.queueId) {
        m_interactions.overflow(id, *treatment.queueId);
        return true;
    }
    return false;
}

bool Router::overflowIfDue(const InteractionRecord &record, const QueuePlan &plan)
{
    const auto &overflow = plan.definition.overflow;
    const auto waited = m_engine.now().steady - record.waitingSince;
    if (!overflow || record.skillTarget || waited < Ms(overflow->afterMs)
        || !m_site.queue(overflow->queueId))
        return false;
    auto told = decision(DecisionKind::Overflowed, record);
    told.toQueueId = overflow->queueId;
    m_explanations.keep(record.view.id, told);
    m_interactions.overflow(record.view.id, overflow->queueId);
    return true;
}

void Router::beginTimer(const InteractionRecord &record, const QueuePlan &plan, Waiting &waiting)
{
    const auto id = record.view.id;
    const auto now = m_engine.now();
    std::optional<Ms> next;
    const auto sooner = [&](Ms left) { next = std::min(next.value_or(left), left); };
    const auto queued = m_interactions.queuedFor(record);
    if (!record.skillTarget) {
        const auto step = plan.stepAt(queued);
        if (step + 1 < plan.steps.size())
            sooner(plan.steps[step + 1].after - queued);
        if (plan.definition.overflow) {
            const auto waited = Ms(now.steady - record.waitingSince);
            sooner(Ms(plan.definition.overflow->afterMs) - waited);
        }
    }
    if (keptFor(record))
        sooner(Ms(plan.definition.lastAgent->waitMs) - queued);
    // The wall clock may jump: hours are looked at anew at least every ten minutes.
    if (waiting.closedUntil) {
        sooner(std::clamp(Ms(*waiting.closedUntil - now.utc), Ms(1'000),
                          Ms(std::chrono::minutes(10))));
    }
    waiting.timer = TimerId::None;
    if (!next)
        return;
    waiting.timer = m_engine.after(std::max(Ms(0), *next), [this, id] { m_dirty.insert(id); });
}

AgentId Router::keptFor(const InteractionRecord &record) const
{
    const auto *plan = m_matcher.plan(record.view.queueId);
    if (!plan || !plan->definition.lastAgent || record.skillTarget)
        return {};
    const auto &rule = *plan->definition.lastAgent;
    if (m_interactions.queuedFor(record) >= Ms(rule.waitMs))
        return {};
    const auto agent = m_lastAgents.of(record, Ms(rule.withinMs));
    // Who is not at work, or was asked and refused, is not waited for.
    const auto *known = m_agents.find(agent);
    if (!known || !known->session || record.refusedUntil.contains(agent))
        return {};
    return agent;
}

bool Router::mayOffer(const InteractionRecord &record, AgentId agent) const
{
    const auto refused = record.refusedUntil.find(agent);
    if (refused != record.refusedUntil.end() && refused->second > m_engine.now().steady)
        return false;
    const auto kept = keptFor(record);
    return !kept || kept == agent;
}

protocol::RoutingDecision Router::decision(DecisionKind kind, const InteractionRecord &record) const
{
    protocol::RoutingDecision made;
    made.time = m_engine.now().utc;
    made.kind = kind;
    made.queueId = record.view.queueId;
    made.siteVersion = m_site.version();
    made.waitMs = std::max(Ms(0), Ms(m_engine.now().steady - record.waitingSince)).count();
    if (const auto *plan = m_matcher.plan(record.view.queueId)) {
        made.selection = plan->definition.selection;
        made.urgency = urgencyOf(record, *plan, m_interactions.queuedFor(record));
    }
    if (const auto *lane = m_matcher.laneOf(record.view.id)) {
        made.step = static_cast<int>(lane->step) + 1;
        made.targets = lane->plan->steps[lane->step].targets->texts();
        made.ahead = m_matcher.positionOf(record.view.id) - 1;
    }
    return made;
}

void Router::offer(const InteractionRecord &record, AgentId agent)
{
    const auto id = record.view.id;
    const auto *lane = m_matcher.laneOf(id);
    auto made = decision(DecisionKind::Offered, record);
    made.agentId = agent;
    m_explanations.describePool(*lane->pool, record, agent, keptFor(record), made);
    m_explanations.keep(id, made);
    lane->pool->noteOffered(*m_agents.find(agent));
    m_matcher.leave(id);
    m_interactions.offer(id, agent);
    m_matcher.update(*m_agents.find(agent));
}

void Router::tryInteraction(InteractionId id)
{
    const auto *record = m_interactions.find(id);
    const auto *lane = m_matcher.laneOf(id);
    if (!record || !record->isWaiting() || !lane)
        return;
    const auto best = m_matcher.bestAgent(
        *record, [this](const auto &other, AgentId agent) { return mayOffer(other, agent); });
    if (best) {
        offer(*record, best);
        return;
    }
    auto &waiting = m_waiting[id];
    const auto step = lane->step + 1;
    if (waiting.step == step)
        return;
    auto made = decision(waiting.step == 0 ? DecisionKind::Waits : DecisionKind::Widened, *record);
    waiting.step = step;
    m_explanations.describePool(*lane->pool, *record, {}, keptFor(*record), made);
    m_explanations.keep(id, made);
}

void Router::tryAgent(AgentId id)
{
    const auto now = m_engine.now().steady.time_since_epoch();
    for (;;) {
        const auto match = m_matcher.bestInteraction(
            id, now, [this](const auto &record, AgentId agent) { return mayOffer(record, agent); });
        if (!match.lane)
            return;
        offer(*m_interactions.find(match.interaction), id);
    }
}

std::optional<WaitStanding> Router::standingOf(InteractionId id) const
{
    const auto position = m_matcher.positionOf(id);
    const auto *record = m_interactions.find(id);
    if (position == 0 || !record)
        return std::nullopt;
    WaitStanding standing{position, {}};
    if (m_estimate)
        standing.estimated = m_estimate(record->view.queueId, position);
    return standing;
}

AgentId Router::find(const std::string &mediaType, const std::optional<QueueId> &queue,
                     const std::optional<std::string> &expression,
                     const std::vector<AgentId> &except)
{
    auto &pool = queue ? m_matcher.poolOf(*queue, mediaType)
                       : m_matcher.poolFor(expression.value_or(""), mediaType);
    for (const auto &rank : pool.free()) {
        if (std::ranges::find(except, rank.agent) == except.end())
            return rank.agent;
    }
    return {};
}

bool Router::isTarget(const AgentRecord &agent, const QueueId &queue) const
{
    const auto *plan = m_matcher.plan(queue);
    return plan && plan->steps.back().targets->contains(agent);
}

protocol::QueueListReply Router::listQueues()
{
    protocol::QueueListReply reply;
    std::map<QueueId, Ms> longest;
    std::map<QueueId, int> counts;
    for (const auto &[id, open] : m_interactions.open()) {
        if (open.view.state != InteractionState::Queued)
            continue;
        ++counts[open.view.queueId];
        auto &longestHere = longest[open.view.queueId];
        longestHere = std::max(longestHere, m_interactions.queuedFor(open));
    }
    for (const auto &queue : m_site.queues()) {
        protocol::Queue entry{queue.id, queue.name, counts[queue.id], 0, {}, {}};
        if (entry.waiting > 0)
            entry.longestWaitMs = longest[queue.id].count();
        for (const auto &[id, agent] : m_agents.all())
            entry.agentsReady += agent.mayTakeAnything() && isTarget(agent, queue.id);
        if (m_estimate) {
            if (const auto wait = m_estimate(queue.id, m_matcher.waitingIn(queue.id) + 1))
                entry.estimatedWaitMs = wait->count();
        }
        reply.queues.push_back(std::move(entry));
    }
    return reply;
}

} // namespace tandem
