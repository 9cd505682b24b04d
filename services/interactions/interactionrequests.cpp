// SPDX-License-Identifier: GPL-3.0-or-later
// What agents and supervisors ask of interactions.
#include "interactions/interactions.h"

#include "domain/limits.h"
#include "interactions/notices.h"

#include <algorithm>

namespace tandem {

namespace {

constexpr int defaultPage = 100;
constexpr int largestPage = 500;

std::unexpected<Error> notThere()
{
    return failure(Reason::NotFound, "You have no such interaction.", "interactionId");
}

} // namespace

void Interactions::serveRequests()
{
    using namespace protocol;
    m_engine.serve<InteractionAccept>(
        [this](const auto &c, const auto &r) { return accept(c, r); });
    m_engine.serve<InteractionReject>(
        [this](const auto &c, const auto &r) { return reject(c, r); });
    m_engine.serve<InteractionTransfer>(
        [this](const auto &c, const auto &r) { return transfer(c, r); });
    m_engine.serve<InteractionSetDisposition>(
        [this](const auto &c, const auto &r) { return setDisposition(c, r); });
    m_engine.serve<InteractionUpdateData>(
        [this](const Caller &caller, const auto &request) -> Result<Interaction> {
            if (auto owned = own(caller, request.interactionId); !owned)
                return std::unexpected(owned.error());
            if (auto set = updateData(request.interactionId, request.set, request.remove); !set)
                return std::unexpected(set.error());
            return viewOf(*find(request.interactionId));
        });
    m_engine.servePlanned<InteractionMarkDone>(
        [this](const auto &c, const auto &r) { return markDone(c, r); });
    m_engine.servePlanned<InteractionList>(
        [this](const auto &c, const auto &r) { return list(c, r); });
    m_engine.servePlanned<InteractionFetch>(
        [this](const auto &c, const auto &r) { return fetch(c, r); });
    m_engine.serve<QueueList>(
        [this](const Caller &, const auto &) { return Result<QueueListReply>(listQueues()); });
    m_engine.serve<ServerStatus>(
        [this](const Caller &, const auto &) { return Result<ServerStatusReply>(status()); });
}

Result<protocol::OwnInteraction> Interactions::accept(const Caller &caller,
                                                      const protocol::InteractionAccept &request)
{
    auto *accepted = record(request.interactionId);
    if (accepted && accepted->agent() == caller.agent && !accepted->offer)
        return ownView(*accepted);
    if (!accepted || !accepted->offer || accepted->offer->agent != caller.agent) {
        return failure(Reason::NotFound, "This offer is no longer there.", "interactionId");
    }
    const auto id = request.interactionId;
    const auto previous = accepted->agent();
    takeOffer(*accepted);
    if (!previous)
        move(*accepted, InteractionState::Handling);
    m_byAgent[caller.agent].insert(id);
    accepted->view.agentId = caller.agent;
    accepted->view.acceptedAt = m_engine.now().utc;
    accepted->refusedUntil.clear();
    m_agents.changeHandling(caller.agent, 1);
    m_agents.changeOffers(caller.agent, -1);
    medium(*accepted).agentJoined(id, *m_agents.find(caller.agent));
    if (previous) {
        medium(*accepted).agentLeft(id, previous);
        m_byAgent[previous].erase(id);
        m_engine.record(protocol::InteractionRemoved{id, "transferred"}, {previous});
        m_agents.changeHandling(previous, -1);
    }
    save(*accepted);
    announceChange(id);
    return ownView(*accepted);
}

Result<protocol::Done> Interactions::reject(const Caller &caller,
                                            const protocol::InteractionReject &request)
{
    auto *rejected = record(request.interactionId);
    if (!rejected)
        return notThere();
    if (rejected->offer && rejected->offer->agent == caller.agent) {
        refuse(*rejected, "rejected");
        return protocol::Done{};
    }
    if (rejected->refusedUntil.contains(caller.agent))
        return protocol::Done{};
    return notThere();
}

Result<protocol::Interaction> Interactions::transfer(const Caller &caller,
                                                     const protocol::InteractionTransfer &request)
{
    auto *given = record(request.interactionId);
    if (!given || given->agent() != caller.agent)
        return notThere();
    if (given->view.state != InteractionState::Handling)
        return failure(Reason::WrongState, "Only a conversation that goes on can be transferred.");
    if (request.note && request.note->size() > limits::note)
        return failure(Reason::InvalidParams, "The note is longer than 4 KiB.", "note");
    const auto &target = request.target;
    if (int(target.agentId.has_value()) + int(target.queueId.has_value())
            + int(target.skill.has_value())
        != 1) {
        return failure(Reason::InvalidParams, "Name one target: agentId or queueId.", "target");
    }
    if (target.skill) {
        return failure(Reason::InvalidParams,
                       "Transfer to a skill is not available; choose a queue.", "target.skill");
    }
    // The note goes with the offer; a transfer that is refused leaves the old one.
    const auto before = given->view.note;
    if (request.note)
        given->view.note = request.note;
    auto moved = target.agentId ? transferToAgent(*given, *target.agentId)
                                : transferToQueue(*given, *target.queueId);
    if (!moved)
        given->view.note = before;
    return moved;
}

Result<protocol::Interaction> Interactions::transferToAgent(InteractionRecord &record,
                                                            AgentId target)
{
    const auto *agent = m_agents.find(target);
    if (!agent) {
        return failure(Reason::NotFound, "There is no such agent.", "target.agentId");
    }
    if (target == record.agent())
        return failure(Reason::Conflict, "You have this interaction already.", "target.agentId");
    if (record.offer && record.offer->agent == target)
        return viewOf(record);
    if (record.offer)
        return failure(Reason::WrongState, "It is being offered to another agent already.");
    if (!agent->mayTake()) {
        const auto *why = !agent->session || !agent->connected ? " is not signed in."
                          : agent->state != AgentState::Ready  ? " is not ready."
                                                               : " has no room for one more.";
        return failure(Reason::WrongState, agent->name + why, "target.agentId");
    }
    makeOffer(record, target, true);
    return viewOf(record);
}

Result<protocol::Interaction> Interactions::transferToQueue(InteractionRecord &record,
                                                            const QueueId &target)
{
    const auto *queue = m_site.queue(target);
    if (!queue)
        return failure(Reason::NotFound, "There is no such queue.", "target.queueId");
    record.view.queueId = queue->id;
    record.view.queueName = queue->name;
    record.view.queuedAt = m_engine.now().utc;
    record.queuePosition = m_engine.newId<InteractionId>().value;
    keepFrom(record, record.agent());
    returnToQueue(record);
    return viewOf(record);
}

Result<protocol::Interaction>
Interactions::setDisposition(const Caller &caller,
                             const protocol::InteractionSetDisposition &request)
{
    auto *disposed = record(request.interactionId);
    if (!disposed || disposed->agent() != caller.agent)
        return notThere();
    if (!m_site.hasDisposition(request.code)) {
        return failure(Reason::InvalidParams, "There is no disposition \"" + request.code + "\".",
                       "code");
    }
    if (request.note && request.note->size() > limits::note)
        return failure(Reason::InvalidParams, "The note is longer than 4 KiB.", "note");
    disposed->view.disposition = request.code;
    if (request.note)
        disposed->view.note = request.note;
    save(*disposed);
    announceChange(request.interactionId);
    return viewOf(*disposed);
}

Result<Engine::Outcome> Interactions::markDone(const Caller &caller,
                                               const protocol::InteractionMarkDone &request)
{
    const auto id = request.interactionId;
    auto *done = record(id);
    if (!done) {
        // Asked a second time, it is in the store only, and answered alike.
        return Engine::Outcome(
            Engine::Reading([id, agent = caller.agent](Database &database) -> Result<AnyValue> {
                auto stored = readInteraction(database, id);
                if (!stored && stored.error().reason != Reason::NotFound)
                    return std::unexpected(stored.error());
                if (!stored || stored->agentId != agent)
                    return notThere();
                return AnyValue::of(std::move(*stored));
            }));
    }
    if (done->agent() != caller.agent)
        return notThere();
    if (done->view.state == InteractionState::Handling)
        medium(*done).endConversation(id);
    auto view = viewOf(*done);
    view.state = InteractionState::Done;
    view.doneAt = m_engine.now().utc;
    finish(*done);
    return Engine::Outcome(AnyValue::of(std::move(view)));
}

Result<void> Interactions::checkData(const protocol::Data &data, std::size_t already)
{
    if (data.size() + already > limits::dataEntries)
        return failure(Reason::InvalidParams, "At most 100 values can be attached.", "set");
    for (const auto &[name, value] : data) {
        if (name.empty() || name.size() > limits::shortText)
            return failure(Reason::InvalidParams, "A name of attached data is empty or too long.");
        if (value.size() > limits::dataValue) {
            return failure(Reason::InvalidParams,
                           "The value of \"" + name + "\" is longer than 4 KiB.", name);
        }
    }
    return {};
}

Result<void> Interactions::updateData(InteractionId id, const protocol::Data &set,
                                      const std::vector<std::string> &remove)
{
    auto *updated = record(id);
    if (!updated)
        return notThere();
    auto data = updated->view.attachedData;
    for (const auto &[name, value] : set)
        data[name] = value;
    for (const auto &name : remove)
        data.erase(name);
    if (auto checked = checkData(data, 0); !checked)
        return checked;
    if (data == updated->view.attachedData)
        return {};
    updated->view.attachedData = std::move(data);
    save(*updated);
    announceChange(id);
    return {};
}

Result<Engine::Outcome> Interactions::list(const Caller &caller,
                                           const protocol::InteractionList &request)
{
    using protocol::Scope;
    const int limit = std::clamp(request.limit.value_or(defaultPage), 1, largestPage);
    const auto filter = request.filter.value_or("");
    const auto after = request.after.value_or(InteractionId{});
    if (filter.size() > limits::shortText)
        return failure(Reason::InvalidParams, "The filter is longer than 256 bytes.", "filter");
    if (request.scope != Scope::Mine && !maySeeAll(caller))
        return failure(Reason::NotPermitted, "Only supervisors see the interactions of others.");
    if (request.scope == Scope::All) {
        return Engine::Outcome(
            Engine::Reading([after, limit, filter](Database &database) -> Result<AnyValue> {
                auto page = readInteractions(database, after, limit, filter);
                if (!page)
                    return std::unexpected(page.error());
                protocol::InteractionListReply reply{std::move(*page), {}};
                if (static_cast<int>(reply.interactions.size()) == limit)
                    reply.next = reply.interactions.back().id;
                return AnyValue::of(std::move(reply));
            }));
    }
    std::vector<const InteractionRecord *> found;
    for (const auto &[id, open] : m_open) {
        const bool isIn = request.scope == Scope::Mine ? open.agent() == caller.agent
                          : request.scope == Scope::Queue
                              ? open.isWaiting() && (filter.empty() || open.view.queueId == filter)
                              : false;
        if (isIn && id > after)
            found.push_back(&open);
    }
    std::ranges::sort(found, {}, [](const auto *entry) { return entry->view.id; });
    protocol::InteractionListReply reply;
    for (const auto *entry : found) {
        if (static_cast<int>(reply.interactions.size()) == limit) {
            reply.next = reply.interactions.back().id;
            break;
        }
        reply.interactions.push_back(viewOf(*entry));
    }
    return Engine::Outcome(AnyValue::of(std::move(reply)));
}

Result<Engine::Outcome> Interactions::fetch(const Caller &caller,
                                            const protocol::InteractionFetch &request)
{
    const auto id = request.interactionId;
    if (const auto *open = find(id)) {
        const bool isOffered = open->offer && open->offer->agent == caller.agent;
        if (open->agent() != caller.agent && !isOffered && !maySeeAll(caller))
            return notThere();
        return Engine::Outcome(AnyValue::of(viewOf(*open)));
    }
    const bool seesAll = maySeeAll(caller);
    return Engine::Outcome(Engine::Reading(
        [id, seesAll, agent = caller.agent](Database &database) -> Result<AnyValue> {
            auto stored = readInteraction(database, id);
            if (!stored && stored.error().reason != Reason::NotFound)
                return std::unexpected(stored.error());
            if (!stored || (!seesAll && stored->agentId != agent))
                return notThere();
            return AnyValue::of(std::move(*stored));
        }));
}

protocol::QueueListReply Interactions::listQueues() const
{
    protocol::QueueListReply reply;
    for (const auto &queue : m_site.queues()) {
        protocol::Queue entry{queue.id, queue.name, 0, 0, {}, {}};
        for (const auto &[id, open] : m_open) {
            if (!open.isWaiting() || open.view.queueId != queue.id)
                continue;
            ++entry.waiting;
            const auto waited =
                std::max(Ms(0), Ms(m_engine.now().utc - open.view.queuedAt)).count();
            entry.longestWaitMs = std::max(entry.longestWaitMs.value_or(0), waited);
        }
        for (const auto &[id, agent] : m_agents.all())
            entry.agentsReady += agent.mayTake() && agent.meets(queue.skills);
        reply.queues.push_back(std::move(entry));
    }
    return reply;
}

protocol::ServerStatusReply Interactions::status() const
{
    protocol::ServerStatusReply reply;
    reply.version = TANDEM_VERSION;
    reply.canCommit = true;
    reply.uptimeMs = (m_engine.now().steady - m_startedAt).count();
    for (const auto &[id, agent] : m_agents.all()) {
        reply.agentsConnected += agent.connected;
        reply.agentsReady += agent.connected && agent.state == AgentState::Ready;
    }
    reply.interactionsOpen = static_cast<int>(m_open.size());
    for (const auto &[id, open] : m_open)
        reply.interactionsWaiting += open.isWaiting();
    return reply;
}

} // namespace tandem
