// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/supervision.h"

#include "link/servicelink.h"
#include "models/text.h"

// What a supervisor does: requests. The facts that come back change the tables.
namespace tandem {

void Supervision::setState(const std::vector<AgentId> &agents, AgentState state,
                           const std::string &reason)
{
    for (const auto agent : agents) {
        protocol::SupervisionSetAgentState request;
        request.agentId = agent;
        request.state = state;
        if (!reason.empty())
            request.reason = reason;
        m_link.ask(request, [this](Result<protocol::AgentStatus> reply) {
            if (reply)
                m_agents.hear(*reply);
            else
                emit refused(reply.error());
        });
    }
}

void Supervision::redistribute(const std::vector<InteractionId> &ids,
                               const protocol::Target &target)
{
    protocol::InteractionBulk request;
    request.action = protocol::BulkAction::Redistribute;
    request.interactionIds = ids;
    if (target.agentId || target.queueId || target.skill)
        request.target = target;
    ask(std::move(request));
}

void Supervision::setPriority(const std::vector<InteractionId> &ids, int priority)
{
    protocol::InteractionBulk request;
    request.action = protocol::BulkAction::SetPriority;
    request.interactionIds = ids;
    request.priority = priority;
    ask(std::move(request));
}

void Supervision::markDone(const std::vector<InteractionId> &ids)
{
    protocol::InteractionBulk request;
    request.action = protocol::BulkAction::MarkDone;
    request.interactionIds = ids;
    ask(std::move(request));
}

void Supervision::ask(protocol::InteractionBulk request)
{
    // One at a time: its progress is what the page shows.
    if (m_bulk || request.interactionIds.empty())
        return;
    m_bulk = Bulk{};
    m_bulk->total = static_cast<int>(request.interactionIds.size());
    emit bulkChanged();
    m_link.ask(std::move(request), [this](Result<protocol::BulkReply> reply) {
        if (!reply) {
            m_bulk.reset();
            emit bulkChanged();
            emit refused(reply.error());
            return;
        }
        if (!m_bulk)
            return; // over already: facts come before the reply
        m_bulk->operationId = reply->operationId;
        m_bulk->total = reply->total;
        if (reply->total == 0)
            endBulk();
        else
            emit bulkChanged();
    });
}

void Supervision::cancelBulk()
{
    if (!m_bulk || m_bulk->operationId.empty())
        return;
    m_link.ask(protocol::InteractionCancelBulk{m_bulk->operationId},
               [this](Result<protocol::Done> reply) {
                   if (!reply)
                       emit refused(reply.error());
                   else if (m_bulk)
                       endBulk();
               });
}

void Supervision::hear(const protocol::BulkProgress &progress)
{
    if (!m_bulk || (!m_bulk->operationId.empty() && m_bulk->operationId != progress.operationId))
        return;
    m_bulk->operationId = progress.operationId;
    m_bulk->done = progress.done;
    m_bulk->failed = progress.failed;
    m_bulk->total = progress.total;
    if (m_bulk->failure.empty() && !progress.failures.empty())
        m_bulk->failure = progress.failures.front().message;
    if (progress.isOver)
        endBulk();
    else
        emit bulkChanged();
}

void Supervision::endBulk()
{
    const auto over = *std::exchange(m_bulk, {});
    emit bulkChanged();
    auto text = tr("%n interaction(s) changed.", nullptr, over.done);
    if (over.failed > 0) {
        text = tr("%1 %2 could not be changed: %3", "what was done, how many, why")
                   .arg(text, QString::number(over.failed), toQString(over.failure));
    }
    emit noticed(text);
}

} // namespace tandem
