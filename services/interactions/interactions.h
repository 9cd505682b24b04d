// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine.h"
#include "interactions/agents.h"
#include "interactions/interactionrecord.h"
#include "interactions/medium.h"
#include "protocol/interaction.h"
#include "site/site.h"

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
    std::string type = "inbound";
    std::optional<int> priority; // the queue's where absent
    std::optional<UtcTime> dueAt;
    std::optional<std::string> externalId;
    std::optional<InteractionId> parentId;
    bool isHeld = false;
    std::string contactKey; // what tells the contact again (an address); empty: unknown
};

// The life of interactions, from the queue through an offer to an agent until they are done: one
// state machine for all media (domain/interactionstate.h). Each step checks nothing that its
// requests must check, changes the record whole, and records the facts. Core thread.
class Interactions final : public StoredState
{
public:
    using Cause = protocol::MoveCause;

    Interactions(Engine &engine, Site &site, Agents &agents);

    Result<void> load(Database &database) override;

    // Those who look on without taking part hear of changes, too. Set once.
    void tellOnlookersWith(std::function<std::vector<AgentId>(InteractionId)> onlookersOf)
    {
        m_onlookersOf = std::move(onlookersOf);
    }

    // --- for channels
    void plugIn(const std::string &mediaType, Medium &medium) { m_media[mediaType] = &medium; }
    // For all media types that no channel of their own takes.
    void plugInOthers(Medium &medium) { m_otherMedia = &medium; }
    // Begins in its queue; routing hears of it when the channel has called announceWaiting().
    const protocol::Interaction &create(const NewInteraction &values);
    void announceWaiting(InteractionId id);
    void conversationEnded(InteractionId id, Cause cause);
    // Tells those who take part that what is seen of it has changed.
    void announceChange(InteractionId id);
    void renameContact(InteractionId id, const std::string &name);
    bool isConnected(AgentId agent) const;
    // Limits of names, values and count; nothing is set where one is broken.
    Result<void> updateData(InteractionId id, const protocol::Data &set,
                            const std::vector<std::string> &remove);
    static Result<void> checkData(const protocol::Data &data, std::size_t already);
    // priority: -1000 to 1000.
    Result<void> setPriority(InteractionId id, std::optional<int> priority,
                             std::optional<UtcTime> dueAt);
    // While it waits: kept from being offered, or no longer.
    void setHeld(InteractionId id, bool isHeld);
    // Ends it wherever it is.
    void stop(InteractionId id, Cause cause);

    // --- for strategies
    // Out of its queue, into the hands of a strategy; an offer is taken back.
    void beginStrategy(InteractionId id);
    // From a strategy to a queue, to wait there as long as it has waited already counts;
    // skillTarget: for those whom this expression names.
    void endStrategy(InteractionId id, const QueueId &queue,
                     const std::optional<std::string> &skillTarget);

    // --- for routing
    const std::unordered_map<InteractionId, InteractionRecord> &open() const { return m_open; }
    void offer(InteractionId id, AgentId agent);
    // From one queue to another; how long it has waited counts on.
    void overflow(InteractionId id, const QueueId &queue);
    // The company says it to the customer.
    void announce(InteractionId id, const std::string &text);

    // --- steps that agents and supervisors ask for
    // Of the offer that this agent has.
    void accept(InteractionId id, AgentId agent);
    void refuse(InteractionId id, Cause cause);
    // By the agent who has it, to another one.
    void offerTo(InteractionId id, AgentId agent, protocol::OfferKind kind);
    void endConsult(InteractionId id);
    void completeTransfer(InteractionId id);
    void completeConference(InteractionId id);
    // Out of its conference or consultation; who has it hands it to the next in the conference.
    void leave(InteractionId id, AgentId agent, const std::string &reason);
    void pull(InteractionId id, AgentId agent);
    void park(InteractionId id, const std::string &workbin, std::optional<UtcTime> returnAt);
    // To its queue, at its old position.
    void returnToQueue(InteractionId id, Cause cause);
    // To the end of a queue; skillTarget: for those whom this expression names.
    void sendToQueue(InteractionId id, const QueueId &queue,
                     const std::optional<std::string> &skillTarget, Cause cause);
    void finish(InteractionId id, Cause cause);
    void setDisposition(InteractionId id, const std::string &code,
                        const std::optional<std::string> &note);
    void setNote(InteractionId id, const std::string &note);
    // What its customer thought of it; it may be done already.
    void setSurvey(InteractionId id, const protocol::Survey &survey);
    // By this request it went from the agent to others (Parting).
    void part(InteractionId id, AgentId agent, std::string request);

    // --- for everybody
    const InteractionRecord *find(InteractionId id) const;
    // The open interaction if the caller has it, else not_found.
    Result<const InteractionRecord *> own(const Caller &caller, InteractionId id) const;
    // Likewise for whoever takes part in it.
    Result<const InteractionRecord *> ofParticipant(const Caller &caller, InteractionId id) const;
    static bool maySeeAll(const Caller &caller);
    // What the agent has, is offered, or takes part in.
    std::vector<InteractionId> idsOf(AgentId agent) const;
    protocol::Interaction viewOf(const InteractionRecord &record) const;
    protocol::OwnInteraction ownView(const InteractionRecord &record) const;
    Medium &medium(const InteractionRecord &record) const;
    // How long it has been in this queue, whatever the wall clock did.
    Ms queuedFor(const InteractionRecord &record) const;

private:
    InteractionRecord *record(InteractionId id);
    void save(const InteractionRecord &record);
    // --- interactionmoves.cpp
    // times: what the fact says besides, of the queue that is left.
    void move(InteractionRecord &record, InteractionState to, Cause cause, AgentId agent = {},
              protocol::InteractionMoved times = {});
    void goToQueue(InteractionRecord &record, Cause cause, protocol::InteractionMoved fact);
    void tellMove(const InteractionRecord &record, std::optional<InteractionState> from,
                  Cause cause, AgentId agent, protocol::InteractionMoved times);
    void beginWaiting(InteractionRecord &record);
    void beginHandling(InteractionRecord &record, AgentId agent);
    void takeFromAgent(InteractionRecord &record, const std::string &reason);
    void clearTable(InteractionRecord &record, const std::string &reason);
    void removeMember(InteractionRecord &record, AgentId agent, const std::string &reason);
    void watchAfterContactWork(InteractionRecord &record);
    void watchReturn(InteractionRecord &record);
    void agentGone(AgentId agent);
    void agentUnreachable(AgentId agent);
    // --- interactionoffers.cpp
    void makeOffer(InteractionRecord &record, AgentId agent, protocol::OfferKind kind);
    void beginOfferTimer(InteractionRecord &record, Ms left);
    OfferRecord takeOffer(InteractionRecord &record);
    void revokeOffer(InteractionRecord &record, const std::string &reason);
    // For a while it is not offered to that agent again.
    void keepFrom(InteractionRecord &record, AgentId agent);
    void handOver(InteractionRecord &record, AgentId agent, const std::string &reason);
    // --- interactionstore.cpp
    void afterLoad();
    void restore(InteractionRecord record);
    void describeWork(AgentId agent, protocol::Snapshot &snapshot) const;

    Engine &m_engine;
    Site &m_site;
    Agents &m_agents;
    std::function<std::vector<AgentId>(InteractionId)> m_onlookersOf;
    std::map<std::string, Medium *> m_media;
    Medium *m_otherMedia = nullptr;
    std::unordered_map<InteractionId, InteractionRecord> m_open;
    std::unordered_map<AgentId, std::set<InteractionId>> m_byAgent;
};

} // namespace tandem
