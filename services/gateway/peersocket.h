// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/certificate.h"
#include "gateway/iotypes.h"

#include <boost/asio/async_result.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/core/bind_handler.hpp>

#include <functional>

namespace tandem::gateway {

// The socket of a client, with TLS where it has a session. A stream of Asio that does not wait
// either: OpenSSL works on the non-blocking socket, so a quiet connection has no buffers. On the
// strand of the connection.
class PeerSocket
{
public:
    using executor_type = Strand;
    using Code = boost::system::error_code;

    // `certificate` null: without TLS.
    PeerSocket(Socket socket, std::shared_ptr<const Certificate> certificate);

    executor_type get_executor() { return m_socket.get_executor(); }
    bool isOpen() const { return m_socket.is_open(); }
    bool isEncrypted() const { return m_session != nullptr; }

    // Where there is TLS, before anything else.
    void handshake(std::function<void(const Code &)> done);
    // Both give would_block where they cannot go on at once.
    std::size_t readSome(boost::asio::mutable_buffer into, Code &error);
    std::size_t writeSome(boost::asio::const_buffer from, Code &error);
    // When readSome() may give something.
    template <class Handler>
    void whenReadable(Handler handler)
    {
        if (hasPending())
            boost::asio::post(get_executor(),
                              boost::beast::bind_handler(std::move(handler), Code()));
        else
            m_socket.async_wait(Socket::wait_read, std::move(handler));
    }
    // Says that nothing more is sent.
    void endSending();
    void close();

    template <class Buffers, class Token>
    auto async_read_some(const Buffers &buffers, Token &&token)
    {
        return start(
            buffers,
            [this](const auto &into, auto done) {
                m_socket.async_read_some(into, std::move(done));
            },
            [this](const auto &into, Code &error) {
                return readSome(firstOf<boost::asio::mutable_buffer>(into), error);
            },
            std::forward<Token>(token));
    }
    template <class Buffers, class Token>
    auto async_write_some(const Buffers &buffers, Token &&token)
    {
        return start(
            buffers,
            [this](const auto &from, auto done) {
                m_socket.async_write_some(from, std::move(done));
            },
            [this](const auto &from, Code &error) {
                return writeSome(firstOf<boost::asio::const_buffer>(from), error);
            },
            std::forward<Token>(token));
    }

private:
    template <class Buffer, class Buffers>
    static Buffer firstOf(const Buffers &buffers)
    {
        for (auto at = boost::asio::buffer_sequence_begin(buffers);
             at != boost::asio::buffer_sequence_end(buffers); ++at) {
            const Buffer buffer(*at);
            if (buffer.size() > 0)
                return buffer;
        }
        return {};
    }

    template <class Buffers, class Plain, class Try, class Token>
    auto start(const Buffers &buffers, Plain plain, Try attempt, Token &&token)
    {
        return boost::asio::async_initiate<Token, void(Code, std::size_t)>(
            [this](auto handler, const Buffers &all, Plain without, Try once) {
                if (!m_session)
                    return without(all, std::move(handler));
                Code error;
                const auto count = once(all, error);
                if (error == boost::asio::error::would_block)
                    return goOn(all, std::move(once), std::move(handler));
                boost::asio::post(get_executor(),
                                  boost::beast::bind_handler(std::move(handler), error, count));
            },
            token, buffers, std::move(plain), std::move(attempt));
    }

    // Again when the socket is as OpenSSL wants it.
    template <class Buffers, class Try, class Handler>
    void goOn(const Buffers &buffers, Try attempt, Handler handler)
    {
        m_socket.async_wait(m_wants, [this, buffers, attempt = std::move(attempt),
                                      handler = std::move(handler)](Code error) mutable {
            std::size_t count = 0;
            if (!error)
                count = attempt(buffers, error);
            if (error == boost::asio::error::would_block)
                goOn(buffers, std::move(attempt), std::move(handler));
            else
                handler(error, count);
        });
    }

    bool hasPending() const;
    void shakeHands(std::function<void(const Code &)> done);
    // What became of a call of OpenSSL that gave `result`.
    std::size_t outcome(int result, Code &error);

    Socket m_socket;
    std::shared_ptr<const Certificate> m_certificate;
    SslSession m_session;
    Socket::wait_type m_wants = Socket::wait_read;
};

} // namespace tandem::gateway
