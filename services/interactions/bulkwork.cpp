// SPDX-License-Identifier: GPL-3.0-or-later
#include "interactions/bulkwork.h"

#include <algorithm>
#include <tuple>

namespace tandem {

namespace {

using protocol::BulkAction;
using protocol::MoveCause;

constexpr std::size_t mostInteractions = 10'000;
constexpr std::size_t mostAtOnce = 25; // operations
constexpr int stepSize = 50;

} // namespace

BulkWork::BulkWork(Engine &engine, Agents &agents, Interactions &interactions, Transfers &transfers,
                   Workbins &workbins)
    : m_engine(engine),
      m_agents(agents),
      m_interactions(interactions),
      m_transfers(transfers),
      m_workbins(workbins)
{
    engine.add(*this);
    engine.serve<protocol::InteractionBulk>(
        [this](const auto &caller, const auto &request) { return begin(caller, request); });
    engine.serve<protocol::InteractionCancelBulk>(
        [this](const Caller &caller, const auto &request) -> Result<protocol::Done> {
            const auto found = m_operations.find(request.operationId);
            if (found == m_operations.end() || found->second.owner != caller.agent)
                return failure(Reason::NotFound, "There is no such operation.", "operationId");
            found->second.left.clear();
            return protocol::Done{};
        });
}

Result<void> BulkWork::load(Database &)
{
    m_operations.clear();
    return {};
}

Result<void> BulkWork::check(const protocol::InteractionBulk &request) const
{
    const int given = int(!request.interactionIds.empty()) + int(request.queueId.has_value())
                      + int(request.workbinId.has_value());
    if (given != 1) {
        return failure(Reason::InvalidParams,
                       "Name what is meant: interactionIds, queueId or workbinId.");
    }
    if (request.interactionIds.size() > mostInteractions) {
        return failure(Reason::InvalidParams, "At most 10,000 interactions at once.",
                       "interactionIds");
    }
    if (request.workbinId) {
        if (auto named = m_workbins.checkName(*request.workbinId); !named)
            return failure(named.error().reason, named.error().message, "workbinId");
    }
    if (request.queueId) {
        if (auto known = m_transfers.checkTarget({{}, request.queueId, {}}); !known)
            return failure(known.error().reason, known.error().message, "queueId");
    }
    if (request.action == BulkAction::Redistribute && request.target) {
        if (auto checked = m_transfers.checkTarget(*request.target); !checked)
            return checked;
    }
    if (request.action == BulkAction::SetPriority && !request.priority)
        return failure(Reason::InvalidParams, "Say the priority.", "priority");
    if (request.action == BulkAction::Park)
        return m_workbins.checkName(request.workbin.value_or(""));
    return {};
}

std::deque<InteractionId> BulkWork::chosen(const protocol::InteractionBulk &request) const
{
    if (!request.interactionIds.empty())
        return {request.interactionIds.begin(), request.interactionIds.end()};
    std::vector<const InteractionRecord *> found;
    for (const auto &[id, open] : m_interactions.open()) {
        const auto &view = open.view;
        const bool isIn =
            request.queueId
                ? view.state == InteractionState::Queued && view.queueId == *request.queueId
                : view.state == InteractionState::Parked && view.workbinId == request.workbinId;
        if (isIn)
            found.push_back(&open);
    }
    std::ranges::sort(found, {}, &InteractionRecord::queuePosition);
    std::deque<InteractionId> ids;
    for (const auto *entry : found)
        ids.push_back(entry->view.id);
    return ids;
}

Result<protocol::BulkReply> BulkWork::begin(const Caller &caller,
                                            const protocol::InteractionBulk &request)
{
    if (auto checked = check(request); !checked)
        return std::unexpected(checked.error());
    if (m_operations.size() >= mostAtOnce)
        return failure(Reason::Busy, "Many such operations are going on. Try again shortly.");
    Operation operation{caller.agent, request, chosen(request), {}};
    operation.progress.operationId = m_engine.newId<InteractionId>().text();
    operation.progress.total = static_cast<int>(operation.left.size());
    const auto id = operation.progress.operationId;
    const int total = operation.progress.total;
    m_operations.emplace(id, std::move(operation));
    m_engine.after(Ms(0), [this, id] { step(id); });
    return protocol::BulkReply{id, total};
}

void BulkWork::step(const std::string &operationId)
{
    auto &operation = m_operations.at(operationId);
    auto &progress = operation.progress;
    for (int i = 0; i < stepSize && !operation.left.empty(); ++i) {
        const auto id = operation.left.front();
        operation.left.pop_front();
        if (auto applied = apply(operation.request, id)) {
            ++progress.done;
        } else {
            ++progress.failed;
            const auto &why = applied.error();
            progress.failures.push_back({id, why.message, std::string(reasonName(why.reason))});
        }
    }
    progress.isOver = operation.left.empty();
    m_engine.signal(progress, {operation.owner});
    progress.failures.clear();
    if (progress.isOver)
        m_operations.erase(operationId);
    else
        m_engine.after(Ms(1), [this, operationId] { step(operationId); });
}

Result<void> BulkWork::apply(const protocol::InteractionBulk &request, InteractionId id)
{
    const auto *record = m_interactions.find(id);
    if (!record)
        return failure(Reason::NotFound, "It is done or not there.");
    switch (request.action) {
    case BulkAction::Redistribute:
        return redistribute(*record, request.target.value_or(protocol::Target{}));
    case BulkAction::SetPriority:
        return m_interactions.setPriority(id, request.priority, std::nullopt);
    case BulkAction::Park:
        if (record->view.state == InteractionState::AfterContactWork)
            return failure(Reason::WrongState, "Its conversation has ended.");
        if (record->view.state == InteractionState::Parked) {
            if (record->view.workbinId == request.workbin)
                return {};
            m_interactions.returnToQueue(id, MoveCause::Redistributed);
        }
        m_interactions.park(id, *request.workbin, std::nullopt);
        return {};
    case BulkAction::MarkDone: m_interactions.stop(id, MoveCause::Stopped); return {};
    }
    return {};
}

Result<void> BulkWork::redistribute(const InteractionRecord &record, const protocol::Target &target)
{
    const auto id = record.view.id;
    if (record.view.state == InteractionState::AfterContactWork)
        return failure(Reason::WrongState, "Its conversation has ended.");
    if (target.agentId) {
        const auto *agent = m_agents.find(*target.agentId);
        if (!agent || !agent->mayTake(record.view.mediaType))
            return failure(Reason::WrongState, "That agent cannot take one more now.");
        if (record.takesPart(agent->id))
            return failure(Reason::Conflict, "That agent has it already.");
        if (record.view.state == InteractionState::Offered)
            m_interactions.refuse(id, MoveCause::Revoked);
        else if (record.view.state != InteractionState::Queued)
            m_interactions.returnToQueue(id, MoveCause::Redistributed);
        m_interactions.offer(id, agent->id);
        return {};
    }
    if (target.queueId || target.skill) {
        m_interactions.sendToQueue(id, target.queueId.value_or(record.view.queueId), target.skill,
                                   MoveCause::Redistributed);
        return {};
    }
    if (record.view.state == InteractionState::Offered)
        m_interactions.refuse(id, MoveCause::Rejected);
    else if (record.view.state != InteractionState::Queued)
        m_interactions.returnToQueue(id, MoveCause::Redistributed);
    return {};
}

} // namespace tandem
