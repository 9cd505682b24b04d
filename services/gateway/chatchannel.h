// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/bayeuxserver.h"
#include "gateway/chatapi.h"

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace tandem::gateway {

// The channels /service/chatV2/{service} (wire facts 1.2): Chat API version 2 for clients that are
// pushed to. A client is attached to a chat when the core's answer to its start, or to
// requestNotifications, arrives; since answers and events come in the core's one order, what is
// not in that answer comes after it, without gap or doubling. On the Bayeux server's strand, but
// for deliver() and chatEnded().
class ChatChannel final : public BayeuxService, public std::enable_shared_from_this<ChatChannel>
{
public:
    ChatChannel(std::shared_ptr<BayeuxServer> server, ChatApi &api)
        : m_server(std::move(server)), m_api(api)
    {
    }

    bool hasChannel(std::string_view channel) const override;
    void published(BayeuxSession &from, const BayeuxMessage &message) override;
    void liveChanged(BayeuxSession &session) override;
    void ended(BayeuxSession &session) override;
    void tick() override;

    // Any thread.
    void deliver(InteractionId chat, std::shared_ptr<const protocol::CustomerEvent> event);
    void chatEnded(InteractionId chat);
    void standingChanged(InteractionId chat, std::shared_ptr<const protocol::Data> standing);

private:
    struct Attached
    {
        std::string clientId;
        std::string channel;
        int next = 0; // index of the first event that it has not got
        bool isReachable = true;
    };
    struct Chat
    {
        std::string secureKey;
        std::vector<Attached> clients;
        std::optional<bool> told; // what the core knows of the customer's presence
    };

    void answered(const std::string &clientId, const std::string &channel, bool attaches,
                  const ChatOutcome &outcome);
    void attach(BayeuxSession &session, const std::string &channel, const ChatOutcome &outcome);
    void push(InteractionId id, const protocol::CustomerEvent &event);
    void finish(InteractionId id);
    void tellStanding(InteractionId id, const protocol::Data &standing);
    void tellPresence(InteractionId id, Chat &chat);
    void presenceTold(InteractionId id, bool hasFailed);

    std::shared_ptr<BayeuxServer> m_server;
    ChatApi &m_api;
    std::unordered_map<InteractionId, Chat> m_chats;
    std::unordered_map<std::string, std::vector<InteractionId>> m_chatsOf; // by client
};

} // namespace tandem::gateway
