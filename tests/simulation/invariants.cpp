// SPDX-License-Identifier: GPL-3.0-or-later
#include "invariants.h"

#include "routing/queueplan.h"

#include <algorithm>
#include <map>

namespace tandem {

namespace {

using S = InteractionState;

std::string placeFault(const InteractionRecord &record)
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

struct Work
{
    int handling = 0;
    int offers = 0;
};

std::string capacityFault(const Services &services)
{
    std::map<std::pair<AgentId, std::string>, Work> work;
    for (const auto &[id, record] : services.interactions.open()) {
        const auto of = [&](AgentId agent) -> Work & {
            return work[{agent, record.view.mediaType}];
        };
        if (record.agent())
            ++of(record.agent()).handling;
        for (const auto member : record.view.memberIds)
            ++of(member).handling;
        if (record.isConsulting())
            ++of(record.consulted()).handling;
        if (record.offer)
            ++of(record.offer->agent).offers;
    }
    for (const auto &[id, agent] : services.agents.all()) {
        for (const auto &channel : agent.channels) {
            const auto counted = work[{id, channel.mediaType}];
            if (channel.handling != counted.handling || channel.offers != counted.offers)
                return agent.userName + " is counted wrongly";
            // What was in hand when the rule was changed stays.
            if (channel.offers > 0 && channel.inHand() > channel.most)
                return agent.userName + " has more than the capacity";
        }
        if (!agent.session && agent.inHand() > 0)
            return agent.userName + " is signed out and has something";
    }
    return {};
}

std::string waitingFault(const Services &services, const InteractionRecord &record)
{
    if (!record.isWaiting())
        return {};
    const auto now = services.engine.now().steady;
    auto plan = planOf(*services.site.queue(record.view.queueId), services.site);
    if (record.skillTarget)
        plan = planFor(plan, *record.skillTarget);
    const auto step = plan.stepAt(services.interactions.queuedFor(record));
    for (const auto &[id, agent] : services.agents.all()) {
        const auto refused = record.refusedUntil.find(id);
        const bool hasRefused = refused != record.refusedUntil.end() && refused->second > now;
        if (!hasRefused && agent.mayTake(record.view.mediaType)
            && plan.steps[step].targets->contains(agent))
            return record.view.id.text() + " waits beside " + agent.userName + ", who is free";
    }
    return {};
}

// Where two of them begin to differ, as JSON.
std::string difference(const protocol::Interaction &one, const protocol::Interaction &other)
{
    const auto first = protocol::paramsOf(protocol::InteractionChanged{one});
    const auto second = protocol::paramsOf(protocol::InteractionChanged{other});
    const auto at =
        static_cast<std::size_t>(std::ranges::mismatch(first, second).in1 - first.begin());
    const auto from = std::max<std::size_t>(at, 40) - 40;
    return first.substr(from, 80) + " / " + second.substr(from, 80);
}

} // namespace

std::string brokenInvariant(const Services &services)
{
    for (const auto &[id, record] : services.interactions.open()) {
        if (auto fault = placeFault(record); !fault.empty())
            return fault;
        if (auto fault = waitingFault(services, record); !fault.empty())
            return fault;
    }
    return capacityFault(services);
}

std::string storeFault(const Services &services, Database &database)
{
    std::size_t open = 0;
    std::string fault;
    const auto read = readOpenInteractions(database, [&](InteractionRecord stored) {
        ++open;
        // The site's, not the store's.
        if (const auto *queue = services.site.queue(stored.view.queueId))
            stored.view.queueName = queue->name;
        const auto *known = services.interactions.find(stored.view.id);
        if (!known || !(known->view == stored.view))
            fault = stored.view.id.text() + " is not in memory as it is in the store: "
                    + (known ? difference(known->view, stored.view) : "it is not there");
    });
    if (!read)
        return "open interactions cannot be read: " + read.error().message;
    if (fault.empty() && open != services.interactions.open().size())
        return "memory holds " + std::to_string(services.interactions.open().size())
               + " interactions, the store " + std::to_string(open);
    return fault;
}

} // namespace tandem
