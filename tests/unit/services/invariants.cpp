// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold after every step, worked out anew from what is there, without the router's index.
#include "history.h"

#include "routing/queueplan.h"

using namespace tandem;
using S = InteractionState;

std::string History::placeFault(const InteractionRecord &record) const
{
    const bool hasAgent = bool(record.agent());
    const bool hasQueueOffer = record.offer && record.offer->kind == protocol::OfferKind::Queue;
    const bool isParked = record.view.workbinId.has_value();
    bool isRight = false;
    switch (record.view.state) {
    case S::Queued:
    case S::Routing: isRight = !hasAgent && !record.offer && !isParked; break;
    case S::Offered: isRight = !hasAgent && hasQueueOffer && !isParked; break;
    case S::Handling:
    case S::AfterContactWork: isRight = hasAgent && !hasQueueOffer && !isParked; break;
    case S::Consulting: isRight = hasAgent && record.consulted() && !isParked; break;
    case S::Parked: isRight = !hasAgent && !record.offer && isParked; break;
    case S::Done: isRight = false;
    }
    return isRight ? "" : record.view.id.text() + " is in no place, or in two";
}

std::string History::capacityFault() const
{
    std::map<AgentId, int> handled;
    std::map<AgentId, int> offered;
    for (const auto &[id, record] : m_company.services->interactions.open()) {
        if (record.agent())
            ++handled[record.agent()];
        for (const auto member : record.view.memberIds)
            ++handled[member];
        if (record.isConsulting())
            ++handled[record.consulted()];
        if (record.offer)
            ++offered[record.offer->agent];
    }
    for (const auto &[id, agent] : m_company.services->agents.all()) {
        const auto *chats = agent.channel("chat");
        if (chats->handling != handled[id] || chats->offers != offered[id])
            return agent.userName + " is counted wrongly";
        if (chats->inHand() > chats->most)
            return agent.userName + " has more than the capacity";
        if (!agent.session && chats->inHand() > 0)
            return agent.userName + " is signed out and has something";
    }
    return {};
}

std::string History::waitingFault(const InteractionRecord &record) const
{
    if (!record.isWaiting())
        return {};
    const auto &services = *m_company.services;
    const auto now = services.engine.now().steady;
    auto plan = planOf(*services.site.queue(record.view.queueId), services.site);
    if (record.skillTarget)
        plan = planFor(plan, *record.skillTarget);
    const auto step = plan.stepAt(services.interactions.queuedFor(record));
    for (const auto &[id, agent] : services.agents.all()) {
        const auto refused = record.refusedUntil.find(id);
        const bool hasRefused = refused != record.refusedUntil.end() && refused->second > now;
        if (!hasRefused && agent.mayTake("chat") && plan.steps[step].targets->contains(agent))
            return record.view.id.text() + " waits beside " + agent.userName + ", who is free";
    }
    return {};
}

std::string History::lossFault()
{
    const auto &open = m_company.services->interactions.open();
    for (const auto id : m_started) {
        const bool isOpen = open.contains(id);
        const auto stored = readInteraction(m_company.database(), id);
        if (!stored)
            return id.text() + " is lost";
        if ((stored->state != S::Done) != isOpen)
            return id.text() + " is not in memory as it is in the store";
        if (isOpen && stored->state != open.at(id).view.state)
            return id.text() + " has another state in the store";
    }
    return {};
}

std::string History::fault()
{
    if (!m_crashFault.empty())
        return m_crashFault;
    for (const auto &[id, record] : m_company.services->interactions.open()) {
        if (auto fault = placeFault(record); !fault.empty())
            return fault;
        if (auto fault = waitingFault(record); !fault.empty())
            return fault;
    }
    if (auto fault = capacityFault(); !fault.empty())
        return fault;
    return lossFault();
}
