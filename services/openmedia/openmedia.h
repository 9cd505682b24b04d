// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine.h"
#include "interactions/agents.h"
#include "interactions/interactions.h"
#include "interactions/medium.h"
#include "openmedia/externalkeys.h"
#include "protocol/openmedia.h"
#include "site/site.h"

namespace tandem {

// Work of media types that the company has added by itself: submitted by agents and by other
// systems, each known by an externalId that is unique for ever in its media type. There is no
// conversation; all else is the life of interactions. Core thread.
class OpenMedia final : public StoredState, public Medium
{
public:
    OpenMedia(Engine &engine, Site &site, Agents &agents, Interactions &interactions);

    Result<void> load(Database &database) override;

    // Who handles it, and who else is in it.
    std::vector<protocol::Participant> participants(InteractionId id) const override;
    std::vector<protocol::ChatEvent> lastEvents(InteractionId, std::size_t) const override
    {
        return {};
    }
    void agentJoined(InteractionId, const AgentRecord &, Presence) override {}
    void agentLeft(InteractionId, AgentId) override {}
    void announce(InteractionId, const std::string &) override {}
    // Attached as "response", for the connector that brought it to send.
    Result<void> respond(InteractionId id, const std::string &text) override
    {
        return m_interactions.updateData(id, {{"response", text}}, {});
    }
    void endConversation(InteractionId) override {}
    void forget(InteractionId) override {}

private:
    enum class Parent {
        MustBeOpen,
        IsThere // seen to by the capture point: protocol::MediaParentCheck
    };

    void serveRequests();
    Result<protocol::SubmitReply> submit(const protocol::MediaSubmit &request, Parent parent);
    Result<void> checkNew(const protocol::InteractionSubmit &values, Parent parent) const;
    void remember(const protocol::InteractionSubmit &values, InteractionId id);
    Result<void> replaceData(InteractionId id, const protocol::Data &data);
    Result<Engine::Outcome> fetch(const protocol::MediaFetch &request) const;
    Result<Engine::Outcome> update(const protocol::MediaUpdate &request);
    Result<Engine::Outcome> stop(const protocol::MediaStop &request);
    Result<Engine::Outcome> hold(const protocol::MediaHold &request);
    Result<Engine::Outcome> checkParent(const protocol::MediaParentCheck &request) const;

    Result<InteractionId> idOf(const protocol::MediaRef &ref) const;
    // The open one of that id if it is of our kind, else null.
    const InteractionRecord *ours(InteractionId id) const;
    Engine::Outcome outcome(InteractionId id) const;
    bool isOpenMedium(const std::string &mediaType) const;

    Engine &m_engine;
    Site &m_site;
    Agents &m_agents;
    Interactions &m_interactions;
    ExternalKeys m_keys;
    std::uint64_t m_number = 0; // keys stored
    std::uint64_t m_pages = 0;  // pages stored
};

} // namespace tandem
