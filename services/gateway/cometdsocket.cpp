// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/cometdsocket.h"

#include <atomic>

namespace tandem::gateway {

class CometdSocket::Peer final : public BayeuxPeer
{
public:
    explicit Peer(std::shared_ptr<MessageChannel> channel) : m_channel(std::move(channel)) {}

    bool isSocket() const override { return true; }
    const std::string &address() const override { return m_channel->address(); }
    bool isOpen() const override { return m_isOpen; }
    void send(std::string list) override
    {
        m_channel->send([list = std::move(list)] { return list; });
    }

    MessageChannel &channel() { return *m_channel; }
    void close() { m_isOpen = false; }

private:
    std::shared_ptr<MessageChannel> m_channel;
    std::atomic<bool> m_isOpen = true;
};

void CometdSocket::opened(std::shared_ptr<MessageChannel> channel)
{
    m_peer = std::make_shared<Peer>(std::move(channel));
}

void CometdSocket::received(std::string_view text)
{
    auto messages = parseBayeux(text);
    if (messages)
        m_server->receive(*std::move(messages), m_peer);
    else
        m_peer->channel().close(CloseCode::Policy, "This is not a list of Bayeux messages.");
}

void CometdSocket::closed()
{
    if (!m_peer)
        return;
    m_peer->close();
    m_server->peerGone(std::move(m_peer));
}

} // namespace tandem::gateway
