// SPDX-License-Identifier: GPL-3.0-or-later
// How interactions move from state to state, and what happens to those who had them.
#include "interactions/interactions.h"

#include "interactions/notices.h"

#include <algorithm>
#include <cassert>

namespace tandem {

namespace {

using S = InteractionState;

bool waits(S state) { return state == S::Queued || state == S::Routing || state == S::Offered; }

bool isWithAgent(S state)
{
    return state == S::Handling || state == S::Consulting || state == S::AfterContactWork;
}

} // namespace

void Interactions::move(InteractionRecord &record, S to, Cause cause, AgentId agent,
                        protocol::InteractionMoved times)
{
    const auto from = record.view.state;
    assert(mayMove(from, to));
    const auto now = m_engine.now();
    m_engine.cancel(record.stateTimer);
    record.stateTimer = TimerId::None;
    if (waits(from) && !waits(to))
        times.waitMs = (now.steady - record.waitingSince).count();
    if (isWithAgent(from) && !isWithAgent(to))
        times.handleMs = (now.steady - record.handledSince).count();
    record.view.state = to;
    if (waits(to) && !waits(from))
        beginWaiting(record);
    tellMove(record, from, cause, agent, std::move(times));
    if (from == S::Routing && to != S::Done && cause != Cause::Strategy)
        m_engine.announce(TakenFromStrategy{record.view.id});
    if (waits(from) || waits(to))
        m_engine.announce(WaitingChanged{record.view.id});
}

void Interactions::tellMove(const InteractionRecord &record, std::optional<S> from, Cause cause,
                            AgentId agent, protocol::InteractionMoved times)
{
    times.interactionId = record.view.id;
    times.mediaType = record.view.mediaType;
    if (times.queueId.empty())
        times.queueId = record.view.queueId;
    if (agent)
        times.agentId = agent;
    times.from = from;
    times.to = record.view.state;
    times.cause = cause;
    m_engine.record(std::move(times), {});
}

void Interactions::beginWaiting(InteractionRecord &record)
{
    record.waitingSince = m_engine.now().steady;
    record.waitingSinceUtc = m_engine.now().utc;
}

void Interactions::beginHandling(InteractionRecord &record, AgentId agent)
{
    const auto now = m_engine.now();
    const auto id = record.view.id;
    record.view.agentId = agent;
    record.view.acceptedAt = now.utc;
    record.handledSince = now.steady;
    record.handledSinceUtc = now.utc;
    record.view.workbinId.reset();
    record.view.returnAt.reset();
    record.refusedUntil.clear();
    record.comesBack(agent);
    m_byAgent[agent].insert(id);
    m_agents.changeHandling(agent, record.view.mediaType, 1);
    medium(record).agentJoined(id, *m_agents.find(agent), Presence::Visible);
}

void Interactions::removeMember(InteractionRecord &record, AgentId agent, const std::string &reason)
{
    const auto id = record.view.id;
    std::erase(record.view.memberIds, agent);
    m_byAgent[agent].erase(id);
    medium(record).agentLeft(id, agent);
    m_engine.record(protocol::InteractionRemoved{id, reason}, {agent});
    m_agents.changeHandling(agent, record.view.mediaType, -1);
}

// Everybody but the agent who has it goes.
void Interactions::clearTable(InteractionRecord &record, const std::string &reason)
{
    if (record.offer)
        revokeOffer(record, reason);
    if (record.consulted())
        endConsult(record.view.id);
    while (!record.view.memberIds.empty())
        removeMember(record, record.view.memberIds.back(), reason);
}

void Interactions::takeFromAgent(InteractionRecord &record, const std::string &reason)
{
    const auto agent = record.agent();
    const auto id = record.view.id;
    m_byAgent[agent].erase(id);
    record.view.agentId.reset();
    medium(record).agentLeft(id, agent);
    m_engine.record(protocol::InteractionRemoved{id, reason}, {agent});
    m_agents.changeHandling(agent, record.view.mediaType, -1);
}

void Interactions::returnToQueue(InteractionId id, Cause cause)
{
    auto &record = *this->record(id);
    clearTable(record, "withdrawn");
    goToQueue(record, cause, {});
}

void Interactions::goToQueue(InteractionRecord &record, Cause cause,
                             protocol::InteractionMoved fact)
{
    const auto id = record.view.id;
    const auto agent = record.agent();
    record.view.workbinId.reset();
    record.view.returnAt.reset();
    if (record.view.state != S::Queued)
        move(record, S::Queued, cause, agent, std::move(fact));
    if (agent)
        takeFromAgent(record, "returned");
    if (agent && cause == Cause::Redistributed)
        keepFrom(record, agent);
    save(record);
    announceWaiting(id);
}

void Interactions::sendToQueue(InteractionId id, const QueueId &queueId,
                               const std::optional<std::string> &skillTarget, Cause cause)
{
    auto &record = *this->record(id);
    const auto *queue = m_site.queue(queueId);
    const auto now = m_engine.now();
    if (record.view.state == S::Offered)
        refuse(id, Cause::Revoked);
    clearTable(record, "withdrawn");
    protocol::InteractionMoved fact;
    fact.queueId = record.view.queueId;
    fact.toQueueId = queueId;
    const auto from = record.view.state;
    if (record.agent())
        keepFrom(record, record.agent());
    record.view.queueId = queue->id;
    record.view.queueName = queue->name;
    record.view.queuedAt = now.utc;
    record.queuedSteady = now.steady;
    record.queuePosition = m_engine.newId<InteractionId>().value;
    record.skillTarget = skillTarget;
    if (from == S::Queued) {
        fact.waitMs = (now.steady - record.waitingSince).count();
        beginWaiting(record);
        tellMove(record, from, cause, {}, std::move(fact));
        save(record);
        announceWaiting(id);
    } else {
        goToQueue(record, cause, std::move(fact));
    }
    if (!skillTarget)
        m_engine.announce(QueueEntered{id});
}

void Interactions::overflow(InteractionId id, const QueueId &queueId)
{
    auto *record = this->record(id);
    const auto *queue = m_site.queue(queueId);
    if (!record || !queue || record->view.state != S::Queued)
        return;
    protocol::InteractionMoved fact;
    fact.queueId = record->view.queueId;
    fact.toQueueId = queueId;
    fact.waitMs = (m_engine.now().steady - record->waitingSince).count();
    record->view.queueId = queue->id;
    record->view.queueName = queue->name;
    beginWaiting(*record);
    tellMove(*record, S::Queued, Cause::Overflowed, {}, std::move(fact));
    save(*record);
    announceWaiting(id);
    m_engine.announce(QueueEntered{id});
}

void Interactions::beginStrategy(InteractionId id)
{
    auto &record = *this->record(id);
    if (record.view.state == S::Offered)
        refuse(id, Cause::Revoked);
    if (record.view.state != S::Queued)
        return;
    record.skillTarget.reset();
    move(record, S::Routing, Cause::Strategy);
    save(record);
    announceChange(id);
}

void Interactions::endStrategy(InteractionId id, const QueueId &queueId,
                               const std::optional<std::string> &skillTarget)
{
    auto &record = *this->record(id);
    const auto *queue = m_site.queue(queueId);
    protocol::InteractionMoved fact;
    if (queue->id != record.view.queueId) {
        fact.queueId = record.view.queueId;
        fact.toQueueId = queue->id;
        fact.waitMs = (m_engine.now().steady - record.waitingSince).count();
        record.view.queueId = queue->id;
        record.view.queueName = queue->name;
        beginWaiting(record);
    }
    record.skillTarget = skillTarget;
    if (record.view.state == S::Queued)
        tellMove(record, S::Queued, Cause::Strategy, {}, std::move(fact));
    else
        move(record, S::Queued, Cause::Strategy, {}, std::move(fact));
    save(record);
    announceWaiting(id);
}

void Interactions::pull(InteractionId id, AgentId agent)
{
    auto &record = *this->record(id);
    const bool isFromQueue = waits(record.view.state);
    move(record, S::Handling, Cause::Pulled, agent);
    record.view.held.reset();
    beginHandling(record, agent);
    save(record);
    announceChange(id);
    m_engine.announce(HandlingBegan{id, agent, isFromQueue});
}

void Interactions::park(InteractionId id, const std::string &workbin,
                        std::optional<UtcTime> returnAt)
{
    auto &record = *this->record(id);
    const auto agent = record.agent();
    if (record.view.state == S::Offered)
        refuse(id, Cause::Revoked);
    clearTable(record, "parked");
    if (record.view.state == S::Consulting)
        endConsult(id);
    move(record, S::Parked, Cause::Parked, agent);
    record.view.workbinId = workbin;
    record.view.returnAt = returnAt;
    if (agent)
        takeFromAgent(record, "parked");
    watchReturn(record);
    save(record);
    announceChange(id);
}

void Interactions::watchReturn(InteractionRecord &record)
{
    if (!record.view.returnAt)
        return;
    // Looked at anew once an hour: the wall clock may jump.
    const auto left = std::clamp(Ms(*record.view.returnAt - m_engine.now().utc), Ms(0),
                                 Ms(std::chrono::hours(1)));
    record.stateTimer = m_engine.after(left, [this, id = record.view.id] {
        auto *parked = this->record(id);
        if (!parked || parked->view.state != S::Parked || !parked->view.returnAt)
            return;
        if (*parked->view.returnAt <= m_engine.now().utc)
            returnToQueue(id, Cause::Returned);
        else
            watchReturn(*parked);
    });
}

void Interactions::leave(InteractionId id, AgentId agent, const std::string &reason)
{
    auto &record = *this->record(id);
    if (record.isConsulting() && record.consulted() == agent) {
        endConsult(id);
    } else if (record.isMember(agent)) {
        removeMember(record, agent, reason);
    } else if (!record.view.memberIds.empty()) {
        const auto next = record.view.memberIds.front();
        if (record.offer)
            revokeOffer(record, "withdrawn");
        if (record.consulted())
            endConsult(id);
        std::erase(record.view.memberIds, next);
        // Counted among what is in hand already, as a member.
        m_agents.changeHandling(next, record.view.mediaType, -1);
        handOver(record, next, reason);
    } else {
        if (reason == "released")
            keepFrom(record, agent);
        returnToQueue(id, Cause::Returned);
        return;
    }
    save(record);
    announceChange(id);
}

void Interactions::conversationEnded(InteractionId id, Cause cause)
{
    auto *ended = record(id);
    if (!ended || ended->view.endedAt)
        return;
    ended->view.endedAt = m_engine.now().utc;
    clearTable(*ended, "customer_left");
    if (!ended->isHandled()) {
        finish(id, cause);
        return;
    }
    move(*ended, S::AfterContactWork, cause, ended->agent());
    watchAfterContactWork(*ended);
    save(*ended);
    announceChange(id);
}

void Interactions::watchAfterContactWork(InteractionRecord &record)
{
    const auto limit = Ms(m_site.rules().afterContactWorkMs);
    if (limit <= Ms(0) || record.view.state != S::AfterContactWork)
        return;
    record.stateTimer = m_engine.after(limit, [this, id = record.view.id] {
        if (const auto *late = find(id); late && late->view.state == S::AfterContactWork)
            finish(id, Cause::TimedOut);
    });
}

void Interactions::finish(InteractionId id, Cause cause)
{
    auto &record = *this->record(id);
    const auto agent = record.agent();
    clearTable(record, "done");
    if (record.view.state == S::Consulting)
        endConsult(id);
    move(record, S::Done, cause, agent);
    record.view.doneAt = m_engine.now().utc;
    record.view.workbinId.reset();
    save(record);
    announceChange(id);
    m_engine.announce(InteractionDone{id});
    medium(record).forget(id);
    const auto mediaType = record.view.mediaType;
    if (agent) {
        m_engine.record(protocol::InteractionRemoved{id, "done"}, {agent});
        m_byAgent[agent].erase(id);
    }
    m_open.erase(id);
    if (agent)
        m_agents.changeHandling(agent, mediaType, -1);
}

void Interactions::stop(InteractionId id, Cause cause)
{
    if (const auto *going = find(id); going && !going->view.endedAt)
        medium(*going).endConversation(id);
    if (find(id))
        finish(id, cause);
}

void Interactions::agentGone(AgentId agent)
{
    agentUnreachable(agent);
    for (const auto id : idsOf(agent)) {
        const auto *left = find(id);
        if (!left)
            continue;
        if (left->agent() == agent && left->view.state == S::AfterContactWork)
            finish(id, Cause::Returned);
        else if (left->takesPart(agent))
            leave(id, agent, "returned");
    }
}

void Interactions::agentUnreachable(AgentId agent)
{
    for (const auto id : idsOf(agent)) {
        const auto *offered = find(id);
        if (offered && offered->offer && offered->offer->agent == agent)
            refuse(id, Cause::Revoked);
    }
}

} // namespace tandem
