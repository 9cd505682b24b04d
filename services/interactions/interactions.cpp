// SPDX-License-Identifier: GPL-3.0-or-later
#include "interactions/interactions.h"

#include "domain/limits.h"
#include "interactions/notices.h"

#include <cassert>

namespace tandem {

Interactions::Interactions(Engine &engine, Site &site, Agents &agents)
    : m_engine(engine), m_site(site), m_agents(agents)
{
    engine.add(*this);
    engine.hear<AgentGone>([this](const AgentGone &notice) { agentGone(notice.agent); });
    engine.hear<AgentUnreachable>(
        [this](const AgentUnreachable &notice) { agentUnreachable(notice.agent); });
    agents.describeWorkWith(
        [this](AgentId agent, protocol::Snapshot &snapshot) { describeWork(agent, snapshot); });
    serveRequests();
}

const InteractionRecord *Interactions::find(InteractionId id) const
{
    const auto found = m_open.find(id);
    return found == m_open.end() ? nullptr : &found->second;
}

InteractionRecord *Interactions::record(InteractionId id)
{
    const auto found = m_open.find(id);
    return found == m_open.end() ? nullptr : &found->second;
}

Medium &Interactions::medium(const InteractionRecord &record) const
{
    return *m_media.at(record.view.mediaType);
}

bool Interactions::maySeeAll(const Caller &caller)
{
    return caller.roles.intersects({Role::Supervisor, Role::Administrator, Role::Auditor});
}

Result<const InteractionRecord *> Interactions::own(const Caller &caller, InteractionId id) const
{
    const auto *found = find(id);
    if (!found || found->agent() != caller.agent)
        return failure(Reason::NotFound, "You have no such interaction.", "interactionId");
    return found;
}

protocol::Interaction Interactions::viewOf(const InteractionRecord &record) const
{
    auto view = record.view;
    view.participants = medium(record).participants(view.id);
    return view;
}

protocol::OwnInteraction Interactions::ownView(const InteractionRecord &record) const
{
    return {viewOf(record), medium(record).lastEvents(record.view.id, limits::snapshotEvents)};
}

void Interactions::save(const InteractionRecord &record)
{
    m_engine.write(updateInteraction(record));
}

void Interactions::move(InteractionRecord &record, InteractionState to)
{
    assert(mayMove(record.view.state, to));
    record.view.state = to;
}

const protocol::Interaction &Interactions::create(const NewInteraction &values)
{
    InteractionRecord record;
    auto &view = record.view;
    view.id = m_engine.newId<InteractionId>();
    view.mediaType = values.mediaType;
    view.type = "inbound";
    view.queueId = values.queueId;
    view.queueName = m_site.queue(values.queueId)->name;
    view.subject = values.subject;
    view.contact = {m_engine.newId<ContactId>(), values.contactName};
    view.attachedData = values.attachedData;
    view.createdAt = view.queuedAt = m_engine.now().utc;
    record.queuePosition = view.id.value;
    m_engine.write(insertInteraction(record));
    const auto id = view.id;
    return m_open.emplace(id, std::move(record)).first->second.view;
}

void Interactions::announceWaiting(InteractionId id)
{
    if (const auto *waiting = find(id); waiting && waiting->isWaiting()) {
        m_engine.record(protocol::InteractionChanged{viewOf(*waiting)}, {});
        m_engine.announce(InteractionWaits{id});
    }
}

void Interactions::announceChange(InteractionId id)
{
    const auto *changed = find(id);
    if (!changed)
        return;
    std::vector<AgentId> agents;
    if (changed->view.agentId)
        agents.push_back(*changed->view.agentId);
    m_engine.record(protocol::InteractionChanged{viewOf(*changed)}, std::move(agents));
}

void Interactions::makeOffer(InteractionRecord &record, AgentId agent, bool isTransfer)
{
    const auto timeout = m_site.settings().offerTimeout;
    const auto now = m_engine.now();
    const auto id = record.view.id;
    record.offer =
        OfferRecord{agent, now.utc + timeout, now.steady + timeout, TimerId::None, isTransfer};
    record.offer->timer = m_engine.after(timeout, [this, id] {
        if (auto *late = this->record(id); late && late->offer)
            refuse(*late, "timed_out");
    });
    record.view.offeredAt = now.utc;
    m_byAgent[agent].insert(id);
    m_agents.changeOffers(agent, 1);
    save(record);
    m_engine.record(
        protocol::InteractionOffered{viewOf(record), record.offer->expiresAt, timeout.count()},
        {agent});
}

void Interactions::offer(InteractionId id, AgentId agent)
{
    auto *waiting = record(id);
    if (!waiting || !waiting->isWaiting())
        return;
    move(*waiting, InteractionState::Offered);
    makeOffer(*waiting, agent, false);
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
    m_engine.record(protocol::OfferRevoked{record.view.id, reason}, {offer.agent});
    m_agents.changeOffers(offer.agent, -1);
}

void Interactions::refuse(InteractionRecord &record, const std::string &reason)
{
    const auto id = record.view.id;
    const bool isTransfer = record.offer->isTransfer;
    if (!isTransfer) {
        // Who lost the connection has not refused.
        if (reason != "connection_lost")
            keepFrom(record, record.offer->agent);
        move(record, InteractionState::Queued);
    }
    revokeOffer(record, reason);
    save(record);
    if (isTransfer) {
        m_engine.signal(protocol::SystemNotice{"transfer_refused",
                                               "The transfer was not taken. You still have it."},
                        {record.agent()});
        return;
    }
    announceWaiting(id);
}

void Interactions::keepFrom(InteractionRecord &record, AgentId agent)
{
    const auto pause = m_site.settings().refusalPause;
    record.refusedUntil[agent] = m_engine.now().steady + pause;
    m_engine.after(pause, [this, id = record.view.id] {
        if (find(id))
            m_engine.announce(InteractionWaits{id});
    });
}

void Interactions::leaveAgent(InteractionRecord &record, const std::string &reason)
{
    const auto agent = record.agent();
    const auto id = record.view.id;
    m_byAgent[agent].erase(id);
    record.view.agentId.reset();
    medium(record).agentLeft(id, agent);
    m_engine.record(protocol::InteractionRemoved{id, reason}, {agent});
    m_agents.changeHandling(agent, -1);
}

void Interactions::returnToQueue(InteractionRecord &record)
{
    if (record.offer)
        revokeOffer(record, "withdrawn");
    move(record, InteractionState::Queued);
    leaveAgent(record, "returned");
    save(record);
    announceWaiting(record.view.id);
}

void Interactions::conversationEnded(InteractionId id)
{
    auto *ended = record(id);
    if (!ended || ended->view.endedAt)
        return;
    ended->view.endedAt = m_engine.now().utc;
    if (ended->offer)
        revokeOffer(*ended, "customer_left");
    if (ended->view.state == InteractionState::Handling) {
        move(*ended, InteractionState::AfterContactWork);
        save(*ended);
        announceChange(id);
    } else {
        finish(*ended);
    }
}

void Interactions::finish(InteractionRecord &record)
{
    const auto id = record.view.id;
    const auto agent = record.agent();
    move(record, InteractionState::Done);
    record.view.doneAt = m_engine.now().utc;
    save(record);
    announceChange(id);
    medium(record).forget(id);
    if (agent) {
        m_engine.record(protocol::InteractionRemoved{id, "done"}, {agent});
        m_byAgent[agent].erase(id);
    }
    m_open.erase(id);
    if (agent)
        m_agents.changeHandling(agent, -1);
}

std::vector<InteractionId> Interactions::idsOf(AgentId agent) const
{
    const auto found = m_byAgent.find(agent);
    if (found == m_byAgent.end())
        return {};
    return {found->second.begin(), found->second.end()};
}

void Interactions::agentGone(AgentId agent)
{
    agentUnreachable(agent);
    for (const auto id : idsOf(agent)) {
        auto *left = record(id);
        if (!left || left->agent() != agent)
            continue;
        if (left->view.state == InteractionState::AfterContactWork)
            finish(*left);
        else
            returnToQueue(*left);
    }
}

void Interactions::agentUnreachable(AgentId agent)
{
    for (const auto id : idsOf(agent)) {
        if (auto *offered = record(id); offered && offered->offer && offered->offer->agent == agent)
            refuse(*offered, "connection_lost");
    }
}

} // namespace tandem
