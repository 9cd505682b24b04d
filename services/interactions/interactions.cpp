// SPDX-License-Identifier: GPL-3.0-or-later
#include "interactions/interactions.h"

#include "base/hash.h"
#include "domain/limits.h"
#include "interactions/notices.h"

#include <algorithm>
#include <iterator>

namespace tandem {

namespace {

constexpr int farthestPriority = 1000;

} // namespace

Interactions::Interactions(Engine &engine, Site &site, Agents &agents)
    : m_engine(engine), m_site(site), m_agents(agents)
{
    engine.add(*this);
    engine.hear<AgentGone>([this](const AgentGone &notice) { agentGone(notice.agent); });
    engine.hear<AgentUnreachable>(
        [this](const AgentUnreachable &notice) { agentUnreachable(notice.agent); });
    engine.hear<SiteWasChanged>([this](const SiteWasChanged &) {
        for (auto &[id, entry] : m_open) {
            if (const auto *queue = m_site.queue(entry.view.queueId))
                entry.view.queueName = queue->name;
        }
    });
    agents.describeWorkWith(
        [this](AgentId agent, protocol::Snapshot &snapshot) { describeWork(agent, snapshot); });
    site.addGuard([this](const protocol::SiteObjectRef &removed) -> Result<void> {
        using protocol::SiteKind;
        const auto uses = [&](const auto &entry) {
            const auto &view = entry.second.view;
            return removed.kind == SiteKind::Queue       ? view.queueId == removed.id
                   : removed.kind == SiteKind::MediaType ? view.mediaType == removed.id
                                                         : false;
        };
        const auto count = std::ranges::count_if(m_open, uses);
        if (count == 0)
            return {};
        return failure(Reason::Conflict, "\"" + removed.id + "\" is in use by "
                                             + std::to_string(count) + " open interaction(s).");
    });
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
    const auto found = m_media.find(record.view.mediaType);
    return found == m_media.end() ? *m_otherMedia : *found->second;
}

bool Interactions::maySeeAll(const Caller &caller)
{
    return caller.roles.intersects({Role::Supervisor, Role::Administrator, Role::Auditor});
}

void Interactions::part(InteractionId id, AgentId agent, std::string request)
{
    auto *open = record(id);
    if (!open)
        return;
    open->part(agent, std::move(request));
    save(*open);
}

Result<const InteractionRecord *> Interactions::own(const Caller &caller, InteractionId id) const
{
    const auto *found = find(id);
    if (!found || !caller.agent || found->agent() != caller.agent)
        return failure(Reason::NotFound, "You have no such interaction.", "interactionId");
    return found;
}

Result<const InteractionRecord *> Interactions::ofParticipant(const Caller &caller,
                                                              InteractionId id) const
{
    const auto *found = find(id);
    if (!found || !found->takesPart(caller.agent))
        return failure(Reason::NotFound, "You have no such interaction.", "interactionId");
    return found;
}

std::vector<InteractionId> Interactions::idsOf(AgentId agent) const
{
    const auto found = m_byAgent.find(agent);
    if (found == m_byAgent.end())
        return {};
    return {found->second.begin(), found->second.end()};
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

Ms Interactions::queuedFor(const InteractionRecord &record) const
{
    return std::max(Ms(0), Ms(m_engine.now().steady - record.queuedSteady));
}

void Interactions::save(const InteractionRecord &record)
{
    m_engine.write(updateInteraction(record));
}

const protocol::Interaction &Interactions::create(const NewInteraction &values)
{
    const auto now = m_engine.now();
    const auto &queue = *m_site.queue(values.queueId);
    InteractionRecord record;
    auto &view = record.view;
    view.id = m_engine.newId<InteractionId>();
    view.mediaType = values.mediaType;
    view.type = values.type;
    view.queueId = queue.id;
    view.queueName = queue.name;
    view.subject = values.subject;
    view.contact = {m_engine.newId<ContactId>(), values.contactName};
    view.attachedData = values.attachedData;
    view.priority = values.priority.value_or(queue.priority);
    view.dueAt = values.dueAt;
    if (!view.dueAt && queue.dueAfterMs)
        view.dueAt = now.utc + Ms(*queue.dueAfterMs);
    view.externalId = values.externalId;
    view.parentId = values.parentId;
    if (values.isHeld)
        view.held = true;
    view.createdAt = view.queuedAt = record.waitingSinceUtc = now.utc;
    record.queuedSteady = record.waitingSince = now.steady;
    record.queuePosition = view.id.value;
    if (!values.contactKey.empty())
        record.contactKeyHash = keyHash(values.contactKey);
    m_engine.write(insertInteraction(record));
    const auto id = view.id;
    auto &created = m_open.emplace(id, std::move(record)).first->second;
    tellMove(created, std::nullopt, Cause::Created, {}, {});
    m_engine.announce(QueueEntered{id});
    return created.view;
}

void Interactions::announceWaiting(InteractionId id)
{
    announceChange(id);
    m_engine.announce(WaitingChanged{id});
}

void Interactions::announceChange(InteractionId id)
{
    const auto *changed = find(id);
    if (!changed)
        return;
    std::vector<AgentId> agents{changed->agent()};
    for (const auto member : changed->view.memberIds)
        agents.push_back(member);
    if (changed->isConsulting())
        agents.push_back(changed->consulted());
    if (m_onlookersOf)
        std::ranges::copy(m_onlookersOf(id), std::back_inserter(agents));
    m_engine.record(protocol::InteractionChanged{viewOf(*changed)},
                    m_agents.withWatchers(std::move(agents)));
}

void Interactions::renameContact(InteractionId id, const std::string &name)
{
    auto *renamed = record(id);
    if (!renamed || renamed->view.contact.name == name)
        return;
    renamed->view.contact.name = name;
    m_engine.write(updateContactName(*renamed));
    announceChange(id);
}

bool Interactions::isConnected(AgentId agent) const
{
    const auto *found = m_agents.find(agent);
    return found && found->connected;
}

void Interactions::announce(InteractionId id, const std::string &text)
{
    if (const auto *told = find(id))
        medium(*told).announce(id, text);
}

Result<void> Interactions::updateData(InteractionId id, const protocol::Data &set,
                                      const std::vector<std::string> &remove)
{
    auto *updated = record(id);
    if (!updated)
        return failure(Reason::NotFound, "You have no such interaction.", "interactionId");
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

Result<void> Interactions::setPriority(InteractionId id, std::optional<int> priority,
                                       std::optional<UtcTime> dueAt)
{
    auto *changed = record(id);
    if (!changed)
        return failure(Reason::NotFound, "You have no such interaction.", "interactionId");
    if (priority && (*priority < -farthestPriority || *priority > farthestPriority))
        return failure(Reason::InvalidParams, "A priority is -1000 to 1000.", "priority");
    const int wanted = priority.value_or(changed->view.priority);
    const auto due = dueAt ? dueAt : changed->view.dueAt;
    if (wanted == changed->view.priority && due == changed->view.dueAt)
        return {};
    changed->view.priority = wanted;
    changed->view.dueAt = due;
    save(*changed);
    announceWaiting(id);
    return {};
}

void Interactions::setHeld(InteractionId id, bool isHeld)
{
    auto *held = record(id);
    if (!held || held->view.held.value_or(false) == isHeld)
        return;
    if (held->view.state == InteractionState::Offered)
        refuse(id, Cause::Revoked);
    held->view.held = isHeld ? std::optional(true) : std::nullopt;
    save(*held);
    announceWaiting(id);
}

void Interactions::setDisposition(InteractionId id, const std::string &code,
                                  const std::optional<std::string> &note)
{
    auto *disposed = record(id);
    disposed->view.disposition = code;
    if (note)
        disposed->view.note = note;
    save(*disposed);
    announceChange(id);
}

void Interactions::setNote(InteractionId id, const std::string &note)
{
    record(id)->view.note = note;
}

void Interactions::setSurvey(InteractionId id, const protocol::Survey &survey)
{
    m_engine.write(updateSurvey(id, survey));
    if (auto *open = record(id)) {
        open->view.survey = survey;
        announceChange(id);
    }
}

} // namespace tandem
