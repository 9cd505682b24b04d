// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine.h"
#include "interactions/agents.h"
#include "interactions/interactionrecord.h"
#include "interactions/medium.h"
#include "interactions/site.h"
#include "protocol/interaction.h"
#include "protocol/queue.h"
#include "protocol/server.h"

#include <set>
#include <unordered_map>

namespace tandem {

struct NewInteraction
{
    std::string mediaType;
    QueueId queueId;
    std::string subject;
    std::string contactName;
    protocol::Data attachedData;
};

// The life of interactions, from the queue through an offer to an agent until they are done. One
// state machine for all media: domain/interactionstate.h. Core thread.
class Interactions final : public StoredState
{
public:
    Interactions(Engine &engine, Site &site, Agents &agents);

    Result<void> load(Database &database) override;

    // --- for channels
    void plugIn(const std::string &mediaType, Medium &medium) { m_media[mediaType] = &medium; }
    // Begins in its queue; routing hears of it when the channel has called announceWaiting().
    const protocol::Interaction &create(const NewInteraction &values);
    void announceWaiting(InteractionId id);
    void conversationEnded(InteractionId id);
    // Tells the agent who handles it that what is seen of it has changed.
    void announceChange(InteractionId id);
    // Limits of names, values and count; nothing is set where one is broken.
    Result<void> updateData(InteractionId id, const protocol::Data &set,
                            const std::vector<std::string> &remove);
    static Result<void> checkData(const protocol::Data &data, std::size_t already);

    // --- for routing
    const std::unordered_map<InteractionId, InteractionRecord> &open() const { return m_open; }
    void offer(InteractionId id, AgentId agent);

    // --- for everybody
    const InteractionRecord *find(InteractionId id) const;
    // The open interaction if the caller handles it, else not_found.
    Result<const InteractionRecord *> own(const Caller &caller, InteractionId id) const;
    static bool maySeeAll(const Caller &caller);

private:
    InteractionRecord *record(InteractionId id);
    Medium &medium(const InteractionRecord &record) const;
    protocol::Interaction viewOf(const InteractionRecord &record) const;
    void save(const InteractionRecord &record);
    void move(InteractionRecord &record, InteractionState to);
    void makeOffer(InteractionRecord &record, AgentId agent, bool isTransfer);
    OfferRecord takeOffer(InteractionRecord &record);
    void revokeOffer(InteractionRecord &record, const std::string &reason);
    void refuse(InteractionRecord &record, const std::string &reason);
    // For a while it is not offered to that agent again.
    void keepFrom(InteractionRecord &record, AgentId agent);
    void returnToQueue(InteractionRecord &record);
    void leaveAgent(InteractionRecord &record, const std::string &reason);
    void finish(InteractionRecord &record);
    void agentGone(AgentId agent);
    void agentUnreachable(AgentId agent);
    void describeWork(AgentId agent, protocol::Snapshot &snapshot) const;
    protocol::OwnInteraction ownView(const InteractionRecord &record) const;
    std::vector<InteractionId> idsOf(AgentId agent) const;
    void restore(InteractionRecord record);

    void serveRequests();
    Result<protocol::OwnInteraction> accept(const Caller &caller,
                                            const protocol::InteractionAccept &request);
    Result<protocol::Done> reject(const Caller &caller, const protocol::InteractionReject &request);
    Result<protocol::Interaction> transfer(const Caller &caller,
                                           const protocol::InteractionTransfer &request);
    Result<protocol::Interaction> transferToAgent(InteractionRecord &record, AgentId target);
    Result<protocol::Interaction> transferToQueue(InteractionRecord &record, const QueueId &target);
    Result<protocol::Interaction>
    setDisposition(const Caller &caller, const protocol::InteractionSetDisposition &request);
    Result<Engine::Outcome> markDone(const Caller &caller,
                                     const protocol::InteractionMarkDone &request);
    Result<Engine::Outcome> list(const Caller &caller, const protocol::InteractionList &request);
    Result<Engine::Outcome> fetch(const Caller &caller, const protocol::InteractionFetch &request);
    protocol::QueueListReply listQueues() const;
    protocol::ServerStatusReply status() const;

    Engine &m_engine;
    Site &m_site;
    Agents &m_agents;
    std::map<std::string, Medium *> m_media;
    std::unordered_map<InteractionId, InteractionRecord> m_open;
    std::unordered_map<AgentId, std::set<InteractionId>> m_byAgent; // handled or offered
    SteadyTime m_startedAt{};
};

} // namespace tandem
