// SPDX-License-Identifier: GPL-3.0-or-later
#include "interactions/workbins.h"

#include "domain/limits.h"

#include <algorithm>
#include <set>

namespace tandem {

namespace {

struct Named
{
    std::string kind;
    std::string id;
};

std::optional<Named> partsOf(const std::string &workbin)
{
    const auto slash = workbin.find('/');
    if (slash == std::string::npos || slash + 1 == workbin.size())
        return std::nullopt;
    return Named{workbin.substr(0, slash), workbin.substr(slash + 1)};
}

std::string ownWorkbin(const AgentRecord &agent) { return "agent/" + agent.userName; }

std::unexpected<Error> noSuchInteraction()
{
    return failure(Reason::NotFound, "You have no such interaction.", "interactionId");
}

} // namespace

Workbins::Workbins(Engine &engine, Site &site, Agents &agents, Interactions &interactions)
    : m_engine(engine), m_site(site), m_agents(agents), m_interactions(interactions)
{
    using namespace protocol;
    engine.serve<InteractionPull>([this](const auto &c, const auto &r) { return pull(c, r); });
    engine.serve<InteractionPark>([this](const auto &c, const auto &r) { return park(c, r); });
    engine.serve<InteractionRelease>(
        [this](const auto &c, const auto &r) { return release(c, r); });
    engine.serve<WorkbinList>([this](const Caller &c, const auto &) { return list(c); });
    engine.servePlanned<InteractionList>(
        [this](const auto &c, const auto &r) { return listInteractions(c, r); });
    site.addGuard([this](const SiteObjectRef &removed) -> Result<void> {
        const auto workbin = removed.kind == SiteKind::Group   ? "group/" + removed.id
                             : removed.kind == SiteKind::Queue ? "queue/" + removed.id
                             : removed.kind == SiteKind::Agent ? "agent/" + removed.id
                                                               : std::string();
        for (const auto &[id, open] : m_interactions.open()) {
            if (!workbin.empty() && open.view.workbinId == workbin)
                return failure(Reason::Conflict, "Interactions are parked in " + workbin + ".");
        }
        return {};
    });
}

Result<void> Workbins::checkName(const std::string &workbin) const
{
    const auto parts = partsOf(workbin);
    const bool isThere = parts
                         && ((parts->kind == "agent" && m_site.agent(parts->id))
                             || (parts->kind == "group" && m_site.group(parts->id))
                             || (parts->kind == "queue" && m_site.queue(parts->id)));
    if (isThere)
        return {};
    return failure(Reason::NotFound,
                   "There is no workbin \"" + workbin
                       + "\". Workbins are agent/<user>, group/<id> and queue/<id>.",
                   "workbin");
}

bool Workbins::mayOpenQueue(const Caller &caller, const QueueId &queue) const
{
    if (caller.roles.has(Role::Supervisor))
        return true;
    const auto *agent = m_agents.find(caller.agent);
    return agent && m_isTarget && m_isTarget(*agent, queue);
}

bool Workbins::mayOpenWorkbin(const Caller &caller, const std::string &workbin) const
{
    const auto parts = partsOf(workbin);
    const auto *agent = m_agents.find(caller.agent);
    if (!parts || !agent)
        return false;
    if (caller.roles.has(Role::Supervisor))
        return true;
    if (parts->kind == "agent")
        return parts->id == agent->userName;
    if (parts->kind == "group")
        return agent->isInGroup(parts->id);
    return mayOpenQueue(caller, parts->id);
}

std::string Workbins::nameOfWorkbin(const std::string &workbin) const
{
    const auto parts = partsOf(workbin).value_or(Named{});
    if (const auto *agent = m_site.agent(parts.id); agent && parts.kind == "agent")
        return agent->name;
    if (const auto *group = m_site.group(parts.id); group && parts.kind == "group")
        return group->name;
    if (const auto *queue = m_site.queue(parts.id); queue && parts.kind == "queue")
        return queue->name;
    return workbin;
}

Result<protocol::OwnInteraction> Workbins::pull(const Caller &caller,
                                                const protocol::InteractionPull &request)
{
    const auto id = request.interactionId;
    const auto *found = m_interactions.find(id);
    if (!found)
        return noSuchInteraction();
    if (found->agent() == caller.agent)
        return m_interactions.ownView(*found);
    const auto &view = found->view;
    const bool isQueued = view.state == InteractionState::Queued;
    const bool isParked = view.state == InteractionState::Parked;
    const bool mayOpen = isQueued   ? mayOpenQueue(caller, view.queueId)
                         : isParked ? mayOpenWorkbin(caller, view.workbinId.value_or(""))
                                    : false;
    if (!mayOpen) {
        if (Interactions::maySeeAll(caller) && !isQueued && !isParked)
            return failure(Reason::WrongState, "Somebody else has it, or is being offered it.");
        return noSuchInteraction();
    }
    const auto *agent = m_agents.find(caller.agent);
    // The session may have ended while the request was on its way.
    if (!agent || agent->session != caller.session)
        return failure(Reason::SessionExpired, "This session is over. Sign in again.");
    if (!agent->hasRoom(view.mediaType)) {
        return failure(Reason::WrongState,
                       "You have no room for one more. Finish or park something first.");
    }
    m_interactions.pull(id, caller.agent);
    return m_interactions.ownView(*m_interactions.find(id));
}

Result<protocol::Interaction> Workbins::park(const Caller &caller,
                                             const protocol::InteractionPark &request)
{
    const auto id = request.interactionId;
    const auto *found = m_interactions.find(id);
    const auto *agent = m_agents.find(caller.agent);
    if (!found || !agent)
        return noSuchInteraction();
    const auto workbin = request.workbin.value_or(ownWorkbin(*agent));
    if (found->view.state == InteractionState::Parked && found->view.workbinId == workbin
        && mayOpenWorkbin(caller, workbin))
        return m_interactions.viewOf(*found);
    if (found->agent() != caller.agent)
        return noSuchInteraction();
    if (auto checked = checkName(workbin); !checked)
        return std::unexpected(checked.error());
    if (!found->isHandled())
        return failure(Reason::WrongState, "Only what you are handling can be parked.");
    if (request.note && request.note->size() > limits::note)
        return failure(Reason::InvalidParams, "The note is longer than 4 KiB.", "note");
    if (request.returnAt && *request.returnAt <= m_engine.now().utc)
        return failure(Reason::InvalidParams, "The time of return is past.", "returnAt");
    if (request.note)
        m_interactions.setNote(id, *request.note);
    m_interactions.park(id, workbin, request.returnAt);
    return m_interactions.viewOf(*m_interactions.find(id));
}

Result<protocol::Done> Workbins::release(const Caller &caller,
                                         const protocol::InteractionRelease &request)
{
    const auto *found = m_interactions.find(request.interactionId);
    if (!found)
        return noSuchInteraction();
    if (!found->takesPart(caller.agent)) {
        if (found->hasParted(caller.agent, "release"))
            return protocol::Done{};
        return noSuchInteraction();
    }
    if (!found->isHandled())
        return failure(Reason::WrongState, "The conversation has ended; mark it done instead.");
    if (request.reason && request.reason->size() > limits::shortText)
        return failure(Reason::InvalidParams, "The reason is longer than 256 bytes.", "reason");
    m_interactions.leave(request.interactionId, caller.agent, "released");
    m_interactions.part(request.interactionId, caller.agent, "release");
    return protocol::Done{};
}

Result<protocol::WorkbinListReply> Workbins::list(const Caller &caller)
{
    std::map<std::string, int> counts;
    for (const auto &[id, open] : m_interactions.open()) {
        if (open.view.state == InteractionState::Parked)
            ++counts[open.view.workbinId.value_or("")];
    }
    std::vector<std::string> shown;
    const auto *agent = m_agents.find(caller.agent);
    if (agent)
        shown.push_back(ownWorkbin(*agent));
    for (const auto &group : m_site.document().groups)
        shown.push_back("group/" + group.id);
    for (const auto &queue : m_site.queues())
        shown.push_back("queue/" + queue.id);
    for (const auto &[workbin, count] : counts) {
        if (std::ranges::find(shown, workbin) == shown.end())
            shown.push_back(workbin);
    }
    protocol::WorkbinListReply reply;
    for (const auto &workbin : shown) {
        if (mayOpenWorkbin(caller, workbin))
            reply.workbins.push_back({workbin, nameOfWorkbin(workbin), counts[workbin]});
    }
    return reply;
}

} // namespace tandem
