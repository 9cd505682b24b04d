// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "interactions/transfers.h"
#include "interactions/workbins.h"
#include "protocol/supervision.h"

#include <deque>
#include <map>

namespace tandem {

// What a supervisor does to many interactions at once, a few in each job so that nobody waits
// behind it. It lives in memory: after a restart what was done is done, and nothing is half done.
// Core thread.
class BulkWork final : public StoredState
{
public:
    BulkWork(Engine &engine, Agents &agents, Interactions &interactions, Transfers &transfers,
             Workbins &workbins);

    Result<void> load(Database &database) override;

private:
    struct Operation
    {
        AgentId owner;
        protocol::InteractionBulk request;
        std::deque<InteractionId> left;
        protocol::BulkProgress progress;
    };

    Result<protocol::BulkReply> begin(const Caller &caller,
                                      const protocol::InteractionBulk &request);
    Result<void> check(const protocol::InteractionBulk &request) const;
    std::deque<InteractionId> chosen(const protocol::InteractionBulk &request) const;
    void step(const std::string &operationId);
    Result<void> apply(const protocol::InteractionBulk &request, InteractionId id);
    Result<void> redistribute(const InteractionRecord &record, const protocol::Target &target);

    Engine &m_engine;
    Agents &m_agents;
    Interactions &m_interactions;
    Transfers &m_transfers;
    Workbins &m_workbins;
    std::map<std::string, Operation> m_operations;
};

} // namespace tandem
