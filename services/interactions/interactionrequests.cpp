// SPDX-License-Identifier: GPL-3.0-or-later
#include "interactions/interactionrequests.h"

#include "domain/limits.h"
#include "interactions/notices.h"

namespace tandem {

namespace {

std::unexpected<Error> notThere()
{
    return failure(Reason::NotFound, "You have no such interaction.", "interactionId");
}

} // namespace

InteractionRequests::InteractionRequests(Engine &engine, Site &site, Agents &agents,
                                         Interactions &interactions)
    : m_engine(engine), m_site(site), m_agents(agents), m_interactions(interactions)
{
    using namespace protocol;
    engine.serve<InteractionAccept>([this](const auto &c, const auto &r) { return accept(c, r); });
    engine.serve<InteractionReject>([this](const auto &c, const auto &r) { return reject(c, r); });
    engine.serve<InteractionUpdateData>(
        [this](const auto &c, const auto &r) { return updateData(c, r); });
    engine.serve<InteractionSetPriority>(
        [this](const auto &c, const auto &r) { return setPriority(c, r); });
    engine.serve<InteractionSetDisposition>(
        [this](const auto &c, const auto &r) { return setDisposition(c, r); });
    engine.servePlanned<InteractionMarkDone>(
        [this](const auto &c, const auto &r) { return markDone(c, r); });
    engine.servePlanned<InteractionFetch>(
        [this](const auto &c, const auto &r) { return fetch(c, r); });
    engine.serve<ServerStatus>(
        [this](const Caller &, const auto &) { return Result<ServerStatusReply>(status()); });
}

Result<protocol::OwnInteraction>
InteractionRequests::accept(const Caller &caller, const protocol::InteractionAccept &request)
{
    const auto id = request.interactionId;
    const auto *offered = m_interactions.find(id);
    const bool isOffered = offered && offered->offer && offered->offer->agent == caller.agent;
    if (!isOffered) {
        if (offered && offered->takesPart(caller.agent))
            return m_interactions.ownView(*offered);
        return failure(Reason::NotFound, "This offer is no longer there.", "interactionId");
    }
    m_interactions.accept(id, caller.agent);
    return m_interactions.ownView(*m_interactions.find(id));
}

Result<protocol::Done> InteractionRequests::reject(const Caller &caller,
                                                   const protocol::InteractionReject &request)
{
    const auto *rejected = m_interactions.find(request.interactionId);
    if (!rejected)
        return notThere();
    if (rejected->offer && rejected->offer->agent == caller.agent) {
        m_agents.answeredOffer(caller.agent);
        m_interactions.refuse(request.interactionId, protocol::MoveCause::Rejected);
        m_interactions.part(request.interactionId, caller.agent, "reject");
        return protocol::Done{};
    }
    if (rejected->hasParted(caller.agent, "reject"))
        return protocol::Done{};
    return notThere();
}

Result<protocol::Interaction>
InteractionRequests::updateData(const Caller &caller,
                                const protocol::InteractionUpdateData &request)
{
    const auto id = request.interactionId;
    if (auto owned = m_interactions.ofParticipant(caller, id); !owned)
        return std::unexpected(owned.error());
    if (auto set = m_interactions.updateData(id, request.set, request.remove); !set)
        return std::unexpected(set.error());
    return m_interactions.viewOf(*m_interactions.find(id));
}

Result<protocol::Interaction>
InteractionRequests::setPriority(const Caller &caller,
                                 const protocol::InteractionSetPriority &request)
{
    const auto id = request.interactionId;
    const auto *found = m_interactions.find(id);
    const bool isSupervisor = caller.roles.has(Role::Supervisor);
    if (!found || (found->agent() != caller.agent && !isSupervisor))
        return notThere();
    if (auto set = m_interactions.setPriority(id, request.priority, request.dueAt); !set)
        return std::unexpected(set.error());
    return m_interactions.viewOf(*m_interactions.find(id));
}

Result<protocol::Interaction>
InteractionRequests::setDisposition(const Caller &caller,
                                    const protocol::InteractionSetDisposition &request)
{
    const auto id = request.interactionId;
    if (auto owned = m_interactions.own(caller, id); !owned)
        return std::unexpected(owned.error());
    if (!m_site.hasDisposition(request.code)) {
        return failure(Reason::InvalidParams, "There is no disposition \"" + request.code + "\".",
                       "code");
    }
    if (request.note && request.note->size() > limits::note)
        return failure(Reason::InvalidParams, "The note is longer than 4 KiB.", "note");
    m_interactions.setDisposition(id, request.code, request.note);
    return m_interactions.viewOf(*m_interactions.find(id));
}

Result<Engine::Outcome> InteractionRequests::markDone(const Caller &caller,
                                                      const protocol::InteractionMarkDone &request)
{
    const auto id = request.interactionId;
    const auto *done = m_interactions.find(id);
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
    if (done->isHandled() && !done->view.endedAt)
        m_interactions.medium(*done).endConversation(id);
    auto view = m_interactions.viewOf(*m_interactions.find(id));
    view.state = InteractionState::Done;
    view.doneAt = m_engine.now().utc;
    m_interactions.finish(id, protocol::MoveCause::MarkedDone);
    return Engine::Outcome(AnyValue::of(std::move(view)));
}

Result<Engine::Outcome> InteractionRequests::fetch(const Caller &caller,
                                                   const protocol::InteractionFetch &request)
{
    const auto id = request.interactionId;
    const bool seesAll = Interactions::maySeeAll(caller);
    if (const auto *open = m_interactions.find(id)) {
        const bool isOffered = open->offer && open->offer->agent == caller.agent;
        if (!open->takesPart(caller.agent) && !isOffered && !seesAll)
            return notThere();
        return Engine::Outcome(AnyValue::of(m_interactions.viewOf(*open)));
    }
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

protocol::ServerStatusReply InteractionRequests::status()
{
    // The engine has no time before it has loaded; the uptime counts from the first question.
    if (m_startedAt == SteadyTime{})
        m_startedAt = m_engine.now().steady;
    protocol::ServerStatusReply reply;
    reply.version = TANDEM_VERSION;
    reply.canCommit = true;
    reply.uptimeMs = (m_engine.now().steady - m_startedAt).count();
    for (const auto &[id, agent] : m_agents.all()) {
        reply.agentsConnected += agent.connected;
        reply.agentsReady += agent.connected && agent.state == AgentState::Ready;
    }
    reply.interactionsOpen = static_cast<int>(m_interactions.open().size());
    for (const auto &[id, open] : m_interactions.open())
        reply.interactionsWaiting += open.isWaiting();
    return reply;
}

} // namespace tandem
