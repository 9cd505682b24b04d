// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/bayeuxserver.h"
#include "gateway/messagechannel.h"

namespace tandem::gateway {

// Bayeux over a WebSocket: each message of the socket is a list of Bayeux messages.
class CometdSocket final : public MessageHandler
{
public:
    explicit CometdSocket(std::shared_ptr<BayeuxServer> server) : m_server(std::move(server)) {}

    void opened(std::shared_ptr<MessageChannel> channel) override;
    void received(std::string_view text) override;
    void closed() override;

private:
    class Peer;

    std::shared_ptr<BayeuxServer> m_server;
    std::shared_ptr<Peer> m_peer;
};

} // namespace tandem::gateway
