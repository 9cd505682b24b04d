// SPDX-License-Identifier: GPL-3.0-or-later
// Offers: from a queue, or from the agent who has the interaction (transfer, consultation,
// conference), and what comes of them.
#include "interactions/interactions.h"

#include "interactions/notices.h"

#include <algorithm>
#include <utility>

namespace tandem {

namespace {

using S = InteractionState;
using protocol::MoveCause;
using protocol::OfferKind;

std::string revocation(MoveCause cause)
{
    return cause == MoveCause::Revoked ? "connection_lost" : std::string(nameOf(cause));
}

std::pair<const char *, const char *> refusal(OfferKind kind)
{
    switch (kind) {
    case OfferKind::Consult:
        return {"consult_refused", "The consultation was not taken. You still have it."};
    case OfferKind::Conference:
        return {"conference_refused", "The invitation was not taken. You still have it."};
    default: return {"transfer_refused", "The transfer was not taken. You still have it."};
    }
}

} // namespace

void Interactions::makeOffer(InteractionRecord &record, AgentId agent, OfferKind kind)
{
    const auto timeout = m_site.settings().offerTimeout;
    const auto now = m_engine.now();
    record.offer = OfferRecord{agent, now.utc + timeout, now.steady + timeout, TimerId::None, kind};
    beginOfferTimer(record, timeout);
    record.view.offeredAt = now.utc;
    m_byAgent[agent].insert(record.view.id);
    m_agents.changeOffers(agent, record.view.mediaType, 1);
    save(record);
    protocol::InteractionOffered fact{
        viewOf(record), record.offer->expiresAt, timeout.count(), {}, {}};
    if (kind != OfferKind::Queue) {
        fact.kind = kind;
        fact.fromId = record.agent();
    }
    m_engine.record(std::move(fact), {agent});
}

void Interactions::beginOfferTimer(InteractionRecord &record, Ms left)
{
    record.offer->timer = m_engine.after(left, [this, id = record.view.id] {
        if (const auto *late = find(id); late && late->offer)
            refuse(id, Cause::TimedOut);
    });
}

void Interactions::offer(InteractionId id, AgentId agent)
{
    auto *waiting = record(id);
    if (!waiting || !waiting->isWaiting())
        return;
    move(*waiting, S::Offered, Cause::Offered, agent);
    makeOffer(*waiting, agent, OfferKind::Queue);
    announceChange(id);
}

void Interactions::offerTo(InteractionId id, AgentId agent, OfferKind kind)
{
    auto &record = *this->record(id);
    if (kind == OfferKind::Consult)
        record.view.consultedId = agent;
    makeOffer(record, agent, kind);
    tellMove(record, record.view.state, Cause::Offered, agent, {});
    announceChange(id);
}

OfferRecord Interactions::takeOffer(InteractionRecord &record)
{
    const auto offer = *record.offer;
    m_engine.cancel(offer.timer);
    record.offer.reset();
    m_byAgent[offer.agent].erase(record.view.id);
    return offer;
}

void Interactions::revokeOffer(InteractionRecord &record, const std::string &reason)
{
    const auto offer = takeOffer(record);
    if (offer.kind == OfferKind::Consult)
        record.view.consultedId.reset();
    m_engine.record(protocol::OfferRevoked{record.view.id, reason}, {offer.agent});
    m_agents.changeOffers(offer.agent, record.view.mediaType, -1);
}

void Interactions::refuse(InteractionId id, Cause cause)
{
    auto &record = *this->record(id);
    const auto offer = *record.offer;
    // Who lost the connection has not refused.
    if (offer.kind == OfferKind::Queue && cause != Cause::Revoked)
        keepFrom(record, offer.agent);
    revokeOffer(record, revocation(cause));
    if (offer.kind == OfferKind::Queue)
        move(record, S::Queued, cause, offer.agent);
    else
        tellMove(record, record.view.state, cause, offer.agent, {});
    save(record);
    if (offer.kind != OfferKind::Queue) {
        const auto [code, text] = refusal(offer.kind);
        m_engine.signal(protocol::SystemNotice{code, text}, {record.agent()});
    }
    announceWaiting(id);
    if (cause == Cause::TimedOut)
        m_agents.missedOffer(offer.agent);
}

void Interactions::keepFrom(InteractionRecord &record, AgentId agent)
{
    const auto pause = m_site.settings().refusalPause;
    record.refusedUntil[agent] = m_engine.now().steady + pause;
    m_engine.after(pause, [this, id = record.view.id] {
        if (find(id))
            m_engine.announce(WaitingChanged{id});
    });
}

void Interactions::accept(InteractionId id, AgentId agent)
{
    auto &record = *this->record(id);
    const auto kind = takeOffer(record).kind;
    const auto &mediaType = record.view.mediaType;
    m_agents.answeredOffer(agent);
    m_agents.changeOffers(agent, mediaType, -1);
    switch (kind) {
    case OfferKind::Queue:
        move(record, S::Handling, Cause::Accepted, agent);
        beginHandling(record, agent);
        m_engine.announce(InteractionAccepted{id, agent});
        break;
    case OfferKind::Transfer:
        record.part(record.agent(), requestOf({agent, {}, {}}));
        handOver(record, agent, "transferred");
        break;
    case OfferKind::Consult:
        record.comesBack(agent);
        move(record, S::Consulting, Cause::Consulted, agent);
        m_byAgent[agent].insert(id);
        m_agents.changeHandling(agent, mediaType, 1);
        medium(record).agentJoined(id, *m_agents.find(agent), Presence::Hidden);
        break;
    case OfferKind::Conference:
        record.comesBack(agent);
        record.view.memberIds.push_back(agent);
        tellMove(record, record.view.state, Cause::Accepted, agent, {});
        m_byAgent[agent].insert(id);
        m_agents.changeHandling(agent, mediaType, 1);
        medium(record).agentJoined(id, *m_agents.find(agent), Presence::Visible);
        break;
    }
    save(record);
    announceChange(id);
    if (kind == OfferKind::Queue || kind == OfferKind::Transfer)
        m_engine.announce(HandlingBegan{id, agent, kind == OfferKind::Queue});
}

void Interactions::handOver(InteractionRecord &record, AgentId agent, const std::string &reason)
{
    const auto previous = record.agent();
    protocol::InteractionMoved given;
    given.handleMs = (m_engine.now().steady - record.handledSince).count();
    tellMove(record, record.view.state, Cause::Transferred, previous, std::move(given));
    // First the new one comes, so that the customer is never alone.
    beginHandling(record, agent);
    tellMove(record, record.view.state, Cause::Accepted, agent, {});
    const auto id = record.view.id;
    medium(record).agentLeft(id, previous);
    m_byAgent[previous].erase(id);
    m_engine.record(protocol::InteractionRemoved{id, reason}, {previous});
    m_agents.changeHandling(previous, record.view.mediaType, -1);
}

void Interactions::endConsult(InteractionId id)
{
    auto &record = *this->record(id);
    const auto consulted = record.consulted();
    if (!record.isConsulting()) {
        if (record.offer && record.offer->kind == OfferKind::Consult)
            revokeOffer(record, "withdrawn");
        save(record);
        announceChange(id);
        return;
    }
    move(record, S::Handling, Cause::ConsultEnded, consulted);
    record.view.consultedId.reset();
    m_byAgent[consulted].erase(id);
    medium(record).agentLeft(id, consulted);
    m_engine.record(protocol::InteractionRemoved{id, "consult_ended"}, {consulted});
    m_agents.changeHandling(consulted, record.view.mediaType, -1);
    save(record);
    announceChange(id);
}

void Interactions::completeTransfer(InteractionId id)
{
    auto &record = *this->record(id);
    const auto consulted = record.consulted();
    move(record, S::Handling, Cause::ConsultEnded, consulted);
    record.view.consultedId.reset();
    m_agents.changeHandling(consulted, record.view.mediaType, -1);
    record.part(record.agent(), "completeTransfer");
    handOver(record, consulted, "transferred");
    save(record);
    announceChange(id);
    m_engine.announce(HandlingBegan{id, consulted, false});
}

void Interactions::completeConference(InteractionId id)
{
    auto &record = *this->record(id);
    const auto consulted = record.consulted();
    move(record, S::Handling, Cause::ConsultEnded, consulted);
    record.view.consultedId.reset();
    record.view.memberIds.push_back(consulted);
    medium(record).agentJoined(id, *m_agents.find(consulted), Presence::Visible);
    save(record);
    announceChange(id);
}

} // namespace tandem
