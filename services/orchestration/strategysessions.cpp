// SPDX-License-Identifier: GPL-3.0-or-later
#include "orchestration/strategysessions.h"

namespace tandem {

namespace {

constexpr char doneEvent[] = "interaction.done";
// An interaction that strategies send to each other's queues; more is a circle.
constexpr int mostSessions = 20;

} // namespace

StrategySessions::StrategySessions(Engine &engine, Site &site, Interactions &interactions,
                                   StrategyLibrary &library)
    : m_engine(engine), m_site(site), m_interactions(interactions), m_library(library)
{
    engine.add(*this);
    library.countWith(
        [this](const std::string &id, int version) { return runningOf(id, version); });
    engine.hear<QueueEntered>([this](const QueueEntered &notice) { entered(notice.interaction); });
    engine.hear<TakenFromStrategy>(
        [this](const TakenFromStrategy &notice) { taken(notice.interaction); });
    engine.hear<InteractionDone>(
        [this](const InteractionDone &notice) { interactionDone(notice.interaction); });
    engine.hear<StrategyEvent>([this](const StrategyEvent &event) { happened(event); });
    engine.hear<ActionFinished>([this](const ActionFinished &notice) { finished(notice); });
    engine.whenSettling([this] { return settle(); });
    serveRequests();
}

StrategySessions::Record *StrategySessions::find(StrategySessionId id)
{
    const auto found = m_sessions.find(id);
    return found == m_sessions.end() ? nullptr : &found->second;
}

StrategySessions::Record *StrategySessions::of(InteractionId interaction)
{
    const auto found = m_byInteraction.find(interaction);
    return found == m_byInteraction.end() ? nullptr : find(found->second);
}

int StrategySessions::runningOf(const std::string &strategyId, int version) const
{
    const auto found = m_running.find({strategyId, version});
    return found == m_running.end() ? 0 : found->second;
}

StrategySessions::Record &StrategySessions::add(Record record)
{
    const auto &view = record.view;
    const auto id = view.sessionId;
    m_byInteraction[view.interactionId] = id;
    ++m_running[{view.strategyId, view.version}];
    return m_sessions.emplace(id, std::move(record)).first->second;
}

Result<void> StrategySessions::load(Database &database)
{
    m_sessions.clear();
    m_byInteraction.clear();
    m_begun.clear();
    m_running.clear();
    m_toBegin.clear();
    m_acting = {};
    m_generation = m_engine.newId<StrategySessionId>().value;
    auto read = readRunningSessions(database, [this](Record record) {
        m_engine.skipIdsTo(record.view.sessionId.value);
        record.document = m_library.find(record.view.strategyId, record.view.version);
        m_begun[record.view.interactionId] = 1;
        add(std::move(record));
    });
    // A job of its own, when every service has loaded.
    m_engine.after(Ms(0), [this] { goOn(); });
    return read;
}

void StrategySessions::entered(InteractionId interaction)
{
    const auto *open = m_interactions.find(interaction);
    const auto *queue = open ? m_site.queue(open->view.queueId) : nullptr;
    if (!queue || open->view.state != InteractionState::Queued)
        return;
    auto *before = of(interaction);
    const bool isByItself = before && before->view.sessionId == m_acting;
    if (before && (queue->strategy || !isByItself))
        end(*before, Outcome::Replaced, {});
    if (!queue->strategy)
        return;
    if (!m_library.active(*queue->strategy)) {
        m_engine.announce(StrategyDecided{
            interaction, *queue->strategy + ": no version is active; the queue's rules apply"});
        return;
    }
    if (m_begun[interaction] >= mostSessions) {
        m_engine.announce(StrategyDecided{
            interaction, "strategies send it in a circle; the queue's rules apply"});
        return;
    }
    m_interactions.beginStrategy(interaction);
    m_toBegin.insert(interaction);
}

void StrategySessions::taken(InteractionId interaction)
{
    m_toBegin.erase(interaction);
    if (auto *record = of(interaction); record && record->view.sessionId != m_acting)
        end(*record, Outcome::Replaced, {});
}

void StrategySessions::interactionDone(InteractionId interaction)
{
    m_toBegin.erase(interaction);
    m_begun.erase(interaction);
    auto *record = of(interaction);
    if (!record)
        return;
    // Its own step is being applied: it is ended behind it.
    if (record->view.sessionId == m_acting)
        return;
    if (wants(*record, doneEvent)) {
        input(*record, doneEvent, {}, {}, true);
        m_byInteraction.erase(interaction);
    } else {
        end(*record, Outcome::Over, {});
    }
}

bool StrategySessions::settle()
{
    const auto toBegin = std::exchange(m_toBegin, {});
    for (const auto interaction : toBegin)
        begin(interaction);
    return !toBegin.empty();
}

void StrategySessions::begin(InteractionId interaction)
{
    const auto *open = m_interactions.find(interaction);
    const auto *queue = open ? m_site.queue(open->view.queueId) : nullptr;
    if (!queue || open->view.state != InteractionState::Routing)
        return;
    const auto document = queue->strategy ? m_library.active(*queue->strategy) : nullptr;
    if (!document) {
        leaveToQueue(interaction, "no version of its strategy is active");
        return;
    }
    ++m_begun[interaction];
    const auto now = m_engine.now().utc;
    Record record;
    record.document = document;
    auto &view = record.view;
    view.sessionId = m_engine.newId<StrategySessionId>();
    view.interactionId = interaction;
    view.strategyId = document->strategyId;
    view.version = document->version;
    view.queueId = queue->id;
    view.startedAt = view.since = now;
    const auto &shown = open->view;
    const StrategyInteraction told{
        interaction,   shown.mediaType,    shown.type,         shown.queueId,  shown.queueName,
        shown.subject, shown.contact.name, shown.attachedData, shown.priority, shown.createdAt};
    auto &begun = add(std::move(record));
    m_engine.write(insertSession(begun));
    input(begun, "start", json::toText(told));
}

void StrategySessions::end(Record &record, Outcome outcome, const std::optional<std::string> &why)
{
    auto &view = record.view;
    const auto id = view.sessionId;
    stopTimers(record);
    view.endedAt = m_engine.now().utc;
    view.outcome = outcome;
    view.failure = why;
    m_engine.write(endSession(record));
    m_engine.announce(StrategySessionEnded{view});
    auto dropped = std::make_shared<StrategyWork>();
    dropped->kind = StrategyWork::Kind::Drop;
    dropped->generation = m_generation;
    dropped->session = id;
    m_engine.giveToStrategies(std::move(dropped));
    const auto interaction = view.interactionId;
    if (const auto found = m_byInteraction.find(interaction);
        found != m_byInteraction.end() && found->second == id)
        m_byInteraction.erase(found);
    if (const auto running = m_running.find({view.strategyId, view.version});
        running != m_running.end() && --running->second == 0)
        m_running.erase(running);
    m_sessions.erase(id);
}

void StrategySessions::fail(Record &record, const std::string &why)
{
    const auto interaction = record.view.interactionId;
    const auto name = record.view.strategyId + " " + std::to_string(record.view.version);
    end(record, Outcome::Failed, why);
    leaveToQueue(interaction, name + " failed: " + why);
}

void StrategySessions::leaveToQueue(InteractionId interaction, const std::string &why)
{
    const auto *open = m_interactions.find(interaction);
    if (!open)
        return;
    const auto state = open->view.state;
    const bool isLost = state == InteractionState::Routing;
    const bool isNarrow = state == InteractionState::Queued && open->skillTarget;
    if (!isLost && !isNarrow)
        return;
    m_engine.announce(StrategyDecided{interaction, why + "; the queue's own rules apply"});
    m_interactions.endStrategy(interaction, open->view.queueId, std::nullopt);
}

} // namespace tandem
