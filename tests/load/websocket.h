// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "load/io.h"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket.hpp>

#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace tandem::load {

// One WebSocket (RFC 6455) to the server. Its owner is told what happens until it lets go of it.
class WebSocket : public std::enable_shared_from_this<WebSocket>
{
public:
    struct Handlers
    {
        std::function<void()> opened;
        std::function<void(std::string_view)> heard; // one whole message
        std::function<void()> lost;                  // or never opened; nothing follows
    };

    static std::shared_ptr<WebSocket> open(IoContext &io, const Target &target, std::string path,
                                           std::string subprotocol, Handlers handlers);

    WebSocket(IoContext &io, Handlers handlers);
    // In order; what is said before it is open goes out then.
    void send(std::string message);
    // As when the network breaks: no good-bye, nothing is told any more.
    void drop();

private:
    using Stream = boost::beast::websocket::stream<boost::asio::ip::tcp::socket>;

    void connect(const Target &target, const std::string &path, const std::string &subprotocol);
    void shakeHands(const std::string &host, const std::string &path);
    void opened();
    void read();
    void write();
    void fail();

    Stream m_stream;
    boost::beast::flat_buffer m_buffer;
    std::deque<std::string> m_outgoing;
    Handlers m_handlers;
    bool m_isOpen = false;
    bool m_isOver = false;
    bool m_isWriting = false;
};

} // namespace tandem::load
