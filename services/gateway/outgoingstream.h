// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/peersocket.h"

#include <boost/asio/async_result.hpp>
#include <boost/asio/buffers_iterator.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/bind_handler.hpp>
#include <boost/beast/core/role.hpp>

#include <array>
#include <functional>
#include <memory>
#include <string>

namespace tandem::gateway {

// The stream below a WebSocket. All that goes out is gathered while the socket is busy and leaves
// in one write (the socket is non-blocking): our own frames, and what Beast writes by
// itself (handshake, pong, close), in order. On the strand of the connection.
class OutgoingStream
{
public:
    using executor_type = Strand;

    explicit OutgoingStream(PeerSocket socket) : m_socket(std::move(socket)) {}

    executor_type get_executor() { return m_socket.get_executor(); }
    PeerSocket &socket() { return m_socket; }
    // Must be set before the first write: keeps the owner alive while one is under way.
    void setOwner(std::weak_ptr<void> owner) { m_owner = std::move(owner); }
    // Bytes that the peer has not taken.
    std::size_t backlog() const { return m_queued.size() + m_writing.size(); }

    // A frame of RFC 6455 section 5.2 from server to client: never masked, and never fragmented
    // (Qt's client closes on a character that is split over frames).
    void appendFrame(unsigned char opcode, std::string_view payload)
    {
        const auto size = payload.size();
        m_queued += static_cast<char>(0x80 | opcode);
        if (size < 126) {
            m_queued += static_cast<char>(size);
        } else {
            const int bytes = size <= 0xFFFF ? 2 : 8;
            m_queued += static_cast<char>(bytes == 2 ? 126 : 127);
            for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
                m_queued += static_cast<char>((size >> shift) & 0xFF);
        }
        m_queued += payload;
    }
    void flush()
    {
        boost::system::error_code error;
        while (!m_isWriting && !m_queued.empty() && !error) {
            const auto count = m_socket.writeSome(boost::asio::buffer(m_queued), error);
            m_queued.erase(0, count);
        }
        if (m_queued.empty())
            m_queued = std::string(); // its room goes: most sockets are quiet most of the time
        if (m_isWriting || m_queued.empty())
            return;
        m_isWriting = true;
        m_writing.swap(m_queued);
        boost::asio::async_write(
            m_socket, boost::asio::buffer(m_writing),
            [this, owner = m_owner.lock()](const boost::system::error_code &failure, std::size_t) {
                written(failure);
            });
    }
    // Calls `done` once all that was appended is with the peer, or cannot get there.
    void whenFlushed(std::function<void()> done)
    {
        if (backlog() == 0)
            done();
        else
            m_whenFlushed = std::move(done);
    }

    template <class Buffers, class Token>
    auto async_read_some(const Buffers &buffers, Token &&token)
    {
        return m_socket.async_read_some(buffers, std::forward<Token>(token));
    }

    template <class Buffers, class Token>
    auto async_write_some(const Buffers &buffers, Token &&token)
    {
        return boost::asio::async_initiate<Token, void(boost::system::error_code, std::size_t)>(
            [this](auto handler, const Buffers &from) {
                const auto begin = boost::asio::buffers_begin(from);
                const auto end = boost::asio::buffers_end(from);
                const auto size = static_cast<std::size_t>(end - begin);
                const auto at = m_queued.size();
                m_queued.append(begin, end);
                correctCloseCode(at);
                flush();
                boost::asio::post(get_executor(),
                                  boost::beast::bind_handler(std::move(handler),
                                                             boost::system::error_code(), size));
            },
            token, buffers);
    }

private:
    // Beast echoes close codes that no range of RFC 6455 section 7.4.2 holds; the right answer to
    // them is 1002. What it writes begins with a frame, or with 'H' of the handshake.
    void correctCloseCode(std::size_t at)
    {
        static constexpr unsigned char closeFrame = 0x88;
        static constexpr int firstUndefined = 5000;
        static constexpr int protocolError = 1002;
        const auto byte = [&](std::size_t i) {
            return static_cast<unsigned char>(m_queued[at + i]);
        };
        if (m_queued.size() - at < 4 || byte(0) != closeFrame)
            return;
        if ((byte(2) << 8 | byte(3)) < firstUndefined)
            return;
        m_queued[at + 2] = static_cast<char>(protocolError >> 8);
        m_queued[at + 3] = static_cast<char>(protocolError & 0xFF);
    }

    void written(const boost::system::error_code &error)
    {
        m_isWriting = false;
        m_writing = {};
        if (error)
            m_queued = {};
        flush();
        if (const auto done = backlog() == 0 ? std::exchange(m_whenFlushed, {}) : nullptr)
            done();
    }

    PeerSocket m_socket;
    std::weak_ptr<void> m_owner;
    std::string m_queued;
    std::string m_writing;
    std::function<void()> m_whenFlushed;
    bool m_isWriting = false;
};

// What the peer still sends is read and dropped until it ends, too: closing at once could take the
// close frame away from it (RFC 6455 section 7.1.1). The connection's deadline bounds it.
template <class Handler>
void dropUntilEnd(OutgoingStream &stream, std::shared_ptr<Handler> handler,
                  std::shared_ptr<std::array<char, 1024>> scratch)
{
    const auto into = boost::asio::buffer(*scratch);
    stream.async_read_some(
        into, [&stream, handler, scratch](const boost::system::error_code &error, std::size_t) {
            if (!error)
                return dropUntilEnd(stream, handler, scratch);
            stream.socket().close();
            (*handler)(boost::system::error_code());
        });
}

// Beast asks for these two by argument-dependent lookup (its websocket/teardown.hpp and
// core/stream_traits.hpp).
template <class Handler>
void async_teardown(boost::beast::role_type, OutgoingStream &stream, Handler &&handler)
{
    auto shared = std::make_shared<std::decay_t<Handler>>(std::forward<Handler>(handler));
    stream.whenFlushed([&stream, shared] {
        stream.socket().endSending();
        dropUntilEnd(stream, shared, std::make_shared<std::array<char, 1024>>());
    });
}

inline void beast_close_socket(OutgoingStream &stream) { stream.socket().close(); }

} // namespace tandem::gateway
