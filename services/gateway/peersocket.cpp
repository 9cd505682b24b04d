// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/peersocket.h"

#include <boost/asio/error.hpp>

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <algorithm>
#include <limits>

namespace tandem::gateway {

namespace asio = boost::asio;

PeerSocket::PeerSocket(Socket socket, std::shared_ptr<const Certificate> certificate)
    : m_socket(std::move(socket)), m_certificate(std::move(certificate))
{
    Code ignored;
    m_socket.non_blocking(true, ignored);
    m_socket.set_option(asio::ip::tcp::no_delay(true), ignored);
    if (m_certificate)
        m_session = m_certificate->session(static_cast<int>(m_socket.native_handle()));
}

std::size_t PeerSocket::outcome(int result, Code &error)
{
    error = {};
    if (result > 0)
        return static_cast<std::size_t>(result);
    switch (SSL_get_error(m_session.get(), result)) {
    case SSL_ERROR_WANT_READ:
        m_wants = Socket::wait_read;
        error = asio::error::would_block;
        break;
    case SSL_ERROR_WANT_WRITE:
        m_wants = Socket::wait_write;
        error = asio::error::would_block;
        break;
    case SSL_ERROR_ZERO_RETURN: error = asio::error::eof; break;
    default: error = asio::error::connection_reset; break;
    }
    return 0;
}

std::size_t PeerSocket::readSome(asio::mutable_buffer into, Code &error)
{
    if (!m_session)
        return m_socket.read_some(into, error);
    ERR_clear_error();
    const auto most = std::min<std::size_t>(into.size(), std::numeric_limits<int>::max());
    return outcome(SSL_read(m_session.get(), into.data(), static_cast<int>(most)), error);
}

std::size_t PeerSocket::writeSome(asio::const_buffer from, Code &error)
{
    if (!m_session)
        return m_socket.write_some(from, error);
    error = {};
    if (from.size() == 0)
        return 0;
    ERR_clear_error();
    const auto most = std::min<std::size_t>(from.size(), std::numeric_limits<int>::max());
    return outcome(SSL_write(m_session.get(), from.data(), static_cast<int>(most)), error);
}

bool PeerSocket::hasPending() const { return m_session && SSL_has_pending(m_session.get()) == 1; }

void PeerSocket::handshake(std::function<void(const Code &)> done)
{
    if (!m_session)
        return done(m_certificate ? Code(asio::error::no_memory) : Code());
    shakeHands(std::move(done));
}

void PeerSocket::shakeHands(std::function<void(const Code &)> done)
{
    ERR_clear_error();
    Code error;
    outcome(SSL_do_handshake(m_session.get()), error);
    if (error != asio::error::would_block)
        return done(error);
    m_socket.async_wait(m_wants, [this, done = std::move(done)](const Code &waited) mutable {
        if (waited)
            done(waited);
        else
            shakeHands(std::move(done));
    });
}

void PeerSocket::endSending()
{
    if (m_session && SSL_is_init_finished(m_session.get())) {
        ERR_clear_error();
        SSL_shutdown(m_session.get());
    }
    Code ignored;
    m_socket.shutdown(Socket::shutdown_send, ignored);
}

void PeerSocket::close()
{
    Code ignored;
    m_socket.close(ignored);
}

} // namespace tandem::gateway
