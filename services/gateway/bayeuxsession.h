// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/bayeuxmessage.h"
#include "gateway/bayeuxpeer.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tandem::gateway {

// One Bayeux client: what waits for it, what it has not acknowledged, and the connect that it
// keeps open. With the acknowledge extension all messages leave with connect replies, so that one
// lost on the way is known and sent again, and none comes twice; without it a WebSocket gets them
// at once. On the strand of the server.
class BayeuxSession
{
public:
    using Time = std::chrono::steady_clock::time_point;

    BayeuxSession(std::string clientId, std::string address, bool usesAck, std::size_t maxBacklog)
        : m_clientId(std::move(clientId)),
          m_address(std::move(address)),
          m_usesAck(usesAck),
          m_maxBacklog(maxBacklog)
    {
    }

    const std::string &clientId() const { return m_clientId; }
    const std::string &address() const { return m_address; } // of the client, at its handshake
    bool usesAck() const { return m_usesAck; }

    // Queues a message (JSON text). False where too much waits already: the session must go.
    bool add(std::string message);
    // Gives the messages that wait to the client, if there is a way to it now.
    void flush();

    // A connect has come in. Answers it at once where messages wait or `wait` is false, otherwise
    // keeps it. `before`: replies to other messages that came with it over HTTP.
    void connect(const BayeuxMessage &message, std::shared_ptr<BayeuxPeer> peer,
                 std::vector<std::string> before, bool wait, Time expires);
    // Answers the open connect without messages; `members` as in bayeuxReply().
    void endConnect(std::string_view members = {});
    // Its client is gone: nothing is put into an answer that nobody reads.
    void abandonConnect();
    // The open connect has waited long enough.
    bool isDue(Time now) const { return m_open && now >= m_open->expires; }

    void setSocket(std::shared_ptr<BayeuxPeer> socket) { m_socket = std::move(socket); }
    const std::shared_ptr<BayeuxPeer> &socket() const { return m_socket; }
    // A live socket or an open connect.
    bool isLive() const;
    // As isLive(), but bridging the gaps between the connects of long polling.
    bool isReachable() const { return m_isReachable; }
    void setReachable(bool isReachable) { m_isReachable = isReachable; }
    std::size_t backlog() const { return m_backlog; }

private:
    struct OpenConnect
    {
        std::string id; // of the message, as JSON text
        std::shared_ptr<BayeuxPeer> peer;
        std::vector<std::string> before;
        Time expires;
    };
    struct Sent
    {
        std::int64_t batch;
        std::string message;
    };

    void acknowledge(std::int64_t batch);
    void answer(OpenConnect open, std::string_view members);
    std::vector<std::string> takeMessages();
    static std::string connectReply(const std::string &id, std::string_view members);

    std::string m_clientId;
    std::string m_address;
    bool m_usesAck;
    bool m_isReachable = false;
    std::size_t m_maxBacklog;
    std::size_t m_backlog = 0; // bytes in both queues
    std::vector<std::string> m_waiting;
    std::vector<Sent> m_sent; // not acknowledged
    std::int64_t m_batch = 0;
    std::optional<OpenConnect> m_open;
    std::shared_ptr<BayeuxPeer> m_socket;
};

} // namespace tandem::gateway
