// SPDX-License-Identifier: GPL-3.0-or-later
#include "interactions/transfers.h"

#include "domain/limits.h"

namespace tandem {

namespace {

using protocol::MoveCause;
using protocol::OfferKind;

constexpr std::size_t mostMembers = 8;

std::string whyNot(protocol::Verdict verdict)
{
    using protocol::Verdict;
    switch (verdict) {
    case Verdict::NotSignedIn:
    case Verdict::ConnectionLost: return " is not signed in.";
    case Verdict::NotReady: return " is not ready.";
    default: return " has no room for one more.";
    }
}

} // namespace

Transfers::Transfers(Engine &engine, Site &site, Agents &agents, Interactions &interactions)
    : m_engine(engine), m_site(site), m_agents(agents), m_interactions(interactions)
{
    using namespace protocol;
    engine.serve<InteractionTransfer>(
        [this](const auto &c, const auto &r) { return transfer(c, r); });
    engine.serve<InteractionConsult>([this](const Caller &c, const auto &r) {
        return invite(c, r.interactionId, r.target, r.note, OfferKind::Consult);
    });
    engine.serve<InteractionConference>([this](const Caller &c, const auto &r) {
        return invite(c, r.interactionId, r.target, r.note, OfferKind::Conference);
    });
    engine.serve<InteractionCancelConsult>(
        [this](const auto &c, const auto &r) { return cancelConsult(c, r); });
    engine.serve<InteractionCompleteTransfer>(
        [this](const Caller &c, const auto &r) { return completeTransfer(c, r.interactionId); });
    engine.serve<InteractionCompleteConference>(
        [this](const Caller &c, const auto &r) { return completeConference(c, r.interactionId); });
}

Result<std::string> Transfers::skillExpression(const std::string &text) const
{
    auto parsed = Expression::parse(text);
    if (!parsed)
        return failure(Reason::InvalidParams, parsed.error().message, "target.skill");
    for (const auto &name : parsed->names()) {
        if (!m_site.hasSkill(name.name)) {
            return failure(Reason::NotFound,
                           "There is no skill \"" + name.name + "\" (column "
                               + std::to_string(name.column) + ").",
                           "target.skill");
        }
    }
    return text;
}

Result<void> Transfers::checkTarget(const protocol::Target &target) const
{
    if (int(target.agentId.has_value()) + int(target.queueId.has_value())
            + int(target.skill.has_value())
        != 1) {
        return failure(Reason::InvalidParams, "Name one target: agentId, queueId or skill.",
                       "target");
    }
    if (target.queueId && !m_site.queue(*target.queueId))
        return failure(Reason::NotFound, "There is no such queue.", "target.queueId");
    if (target.agentId && !m_agents.find(*target.agentId))
        return failure(Reason::NotFound, "There is no such agent.", "target.agentId");
    if (target.skill) {
        if (auto checked = skillExpression(*target.skill); !checked)
            return std::unexpected(checked.error());
    }
    return {};
}

Result<const InteractionRecord *> Transfers::handled(const Caller &caller, InteractionId id) const
{
    auto found = m_interactions.own(caller, id);
    if (found && !(*found)->isHandled()) {
        return failure(Reason::WrongState,
                       "Only a conversation that goes on can be given to others.");
    }
    return found;
}

Result<void> Transfers::mayBeOffered(const InteractionRecord &record,
                                     const AgentRecord &agent) const
{
    if (record.agent() == agent.id)
        return failure(Reason::Conflict, "You have this interaction already.", "target.agentId");
    if (record.takesPart(agent.id)) {
        return failure(Reason::Conflict, agent.name + " is in this conversation already.",
                       "target.agentId");
    }
    if (record.offer)
        return failure(Reason::WrongState, "It is being offered to another agent already.");
    if (const auto verdict = agent.verdict(record.view.mediaType);
        verdict != protocol::Verdict::Candidate)
        return failure(Reason::WrongState, agent.name + whyNot(verdict), "target.agentId");
    return {};
}

Result<AgentId> Transfers::agentOf(const InteractionRecord &record,
                                   const protocol::Target &target) const
{
    if (target.agentId) {
        if (auto free = mayBeOffered(record, *m_agents.find(*target.agentId)); !free)
            return std::unexpected(free.error());
        return *target.agentId;
    }
    if (record.offer)
        return failure(Reason::WrongState, "It is being offered to another agent already.");
    Wanted wanted{record.view.mediaType, target.queueId, target.skill, record.view.memberIds};
    wanted.except.push_back(record.agent());
    wanted.except.push_back(record.consulted());
    const auto found = m_find ? m_find(wanted) : AgentId{};
    if (!found)
        return failure(Reason::WrongState, "Nobody of this target is free now.", "target");
    return found;
}

bool Transfers::hasParted(const Caller &caller, InteractionId id, std::string_view request) const
{
    const auto *found = m_interactions.find(id);
    return found && found->hasParted(caller.agent, request);
}

void Transfers::giveToQueue(const Caller &caller, const protocol::InteractionTransfer &request)
{
    const auto id = request.interactionId;
    const auto &target = request.target;
    const auto queue = target.queueId.value_or(m_interactions.find(id)->view.queueId);
    m_interactions.sendToQueue(id, queue, target.skill, MoveCause::Transferred);
    m_interactions.part(id, caller.agent, requestOf(target));
}

Transfers::View Transfers::transfer(const Caller &caller,
                                    const protocol::InteractionTransfer &request)
{
    const auto id = request.interactionId;
    auto given = handled(caller, id);
    if (!given) {
        if (hasParted(caller, id, requestOf(request.target)))
            return m_interactions.viewOf(*m_interactions.find(id));
        return std::unexpected(given.error());
    }
    if (request.note && request.note->size() > limits::note)
        return failure(Reason::InvalidParams, "The note is longer than 4 KiB.", "note");
    if (auto checked = checkTarget(request.target); !checked)
        return std::unexpected(checked.error());
    const auto &record = **given;
    const auto &target = request.target;
    if (target.agentId) {
        const auto &offer = record.offer;
        if (offer && offer->agent == *target.agentId && offer->kind == OfferKind::Transfer)
            return m_interactions.viewOf(record);
        if (record.isConsulting())
            return failure(Reason::WrongState, "End the consultation first, or complete it.");
        if (auto free = mayBeOffered(record, *m_agents.find(*target.agentId)); !free)
            return std::unexpected(free.error());
    }
    if (request.note)
        m_interactions.setNote(id, *request.note);
    if (target.agentId)
        m_interactions.offerTo(id, *target.agentId, OfferKind::Transfer);
    else
        giveToQueue(caller, request);
    return m_interactions.viewOf(*m_interactions.find(id));
}

Transfers::View Transfers::invite(const Caller &caller, InteractionId id,
                                  const protocol::Target &target,
                                  const std::optional<std::string> &note, OfferKind kind)
{
    auto found = handled(caller, id);
    if (!found)
        return std::unexpected(found.error());
    const auto &record = **found;
    if (note && note->size() > limits::note)
        return failure(Reason::InvalidParams, "The note is longer than 4 KiB.", "note");
    if (auto checked = checkTarget(target); !checked)
        return std::unexpected(checked.error());
    // Asked again for the same: answered alike.
    if (record.offer && record.offer->kind == kind && target.agentId == record.offer->agent)
        return m_interactions.viewOf(record);
    if (record.isConsulting())
        return failure(Reason::WrongState, "End the consultation first, or complete it.");
    if (record.view.memberIds.size() >= mostMembers)
        return failure(Reason::WrongState, "No more than 8 others can be in a conference.");
    auto agent = agentOf(record, target);
    if (!agent)
        return std::unexpected(agent.error());
    if (note)
        m_interactions.setNote(id, *note);
    m_interactions.offerTo(id, *agent, kind);
    return m_interactions.viewOf(*m_interactions.find(id));
}

Transfers::View Transfers::cancelConsult(const Caller &caller,
                                         const protocol::InteractionCancelConsult &request)
{
    const auto id = request.interactionId;
    auto found = m_interactions.own(caller, id);
    if (!found)
        return std::unexpected(found.error());
    if ((*found)->consulted())
        m_interactions.endConsult(id);
    return m_interactions.viewOf(*m_interactions.find(id));
}

Result<protocol::Done> Transfers::completeTransfer(const Caller &caller, InteractionId id)
{
    auto found = m_interactions.own(caller, id);
    if (!found && hasParted(caller, id, "completeTransfer"))
        return protocol::Done{};
    if (!found)
        return std::unexpected(found.error());
    if (!(*found)->isConsulting())
        return failure(Reason::WrongState, "Nobody is consulted, or has come yet.");
    m_interactions.completeTransfer(id);
    return protocol::Done{};
}

Transfers::View Transfers::completeConference(const Caller &caller, InteractionId id)
{
    auto found = m_interactions.own(caller, id);
    if (!found)
        return std::unexpected(found.error());
    // Asked again, it is a conference already.
    if (!(*found)->isConsulting() && !(*found)->view.memberIds.empty())
        return m_interactions.viewOf(**found);
    if (!(*found)->isConsulting())
        return failure(Reason::WrongState, "Nobody is consulted, or has come yet.");
    m_interactions.completeConference(id);
    return m_interactions.viewOf(*m_interactions.find(id));
}

} // namespace tandem
