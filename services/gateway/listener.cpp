// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/listener.h"

#include "base/log.h"
#include "gateway/httpconnection.h"

#include <boost/asio/post.hpp>

namespace tandem::gateway {

namespace asio = boost::asio;
using boost::system::error_code;
using Tcp = asio::ip::tcp;

namespace {

constexpr int backlog = 4096;
constexpr Ms pauseTime{100};
constexpr std::chrono::seconds warnAgain{10};

std::string placeOf(const GatewaySettings &settings)
{
    return settings.address + ":" + std::to_string(settings.port);
}

Error listenError(const GatewaySettings &settings, const error_code &error)
{
    const auto place = placeOf(settings);
    if (error == asio::error::address_in_use) {
        return {Reason::Conflict,
                place
                    + " is in use by another program. Stop that program or choose another port "
                      "with --listen ADDRESS:PORT (port 0 takes a free one).",
                {}};
    }
    if (error == asio::error::access_denied) {
        return {Reason::NotPermitted,
                place + " may not be listened at by this user. Choose a port above 1023.",
                {}};
    }
    return {Reason::InvalidParams, "Cannot listen at " + place + ": " + error.message() + ".", {}};
}

} // namespace

Listener::Listener(std::shared_ptr<Context> context)
    : m_context(std::move(context)),
      m_acceptor(m_context->io.get_executor()),
      m_pause(m_context->io)
{
}

Result<void> Listener::open(const GatewaySettings &settings)
{
    error_code error;
    const auto address = asio::ip::make_address(settings.address, error);
    const Tcp::endpoint endpoint(address, settings.port);
    if (!error)
        m_acceptor.open(endpoint.protocol(), error);
    if (!error)
        m_acceptor.set_option(Acceptor::reuse_address(true), error);
    if (!error)
        m_acceptor.bind(endpoint, error);
    if (!error)
        m_acceptor.listen(backlog, error);
    if (error)
        return std::unexpected(listenError(settings, error));
    m_port = m_acceptor.local_endpoint(error).port();
    return {};
}

void Listener::start()
{
    asio::post(m_acceptor.get_executor(), [self = shared_from_this()] { self->accept(); });
}

void Listener::stop()
{
    asio::post(m_acceptor.get_executor(), [self = shared_from_this()] {
        error_code ignored;
        self->m_acceptor.close(ignored);
        self->m_pause.cancel();
    });
}

void Listener::accept()
{
    m_acceptor.async_accept(asio::make_strand(m_context->io),
                            [self = shared_from_this()](const error_code &error, Socket socket) {
                                if (!self->m_acceptor.is_open())
                                    return;
                                if (!error) {
                                    self->admit(std::move(socket));
                                    return self->accept();
                                }
                                self->backOff(error);
                            });
}

void Listener::admit(Socket socket)
{
    error_code error;
    auto address = socket.remote_endpoint(error).address();
    if (error)
        return;
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        address = asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
    const bool isLoopback = address.is_loopback();
    auto ticket = m_context->connections.admit(address.to_string(), isLoopback);
    if (!ticket)
        return; // the socket is closed with its last owner
    PeerSocket peer(std::move(socket), m_context->certificate.load());
    std::make_shared<HttpConnection>(std::move(peer), m_context, std::move(ticket), isLoopback)
        ->start();
}

void Listener::backOff(const error_code &error)
{
    const auto now = std::chrono::steady_clock::now();
    if (now - m_warned > warnAgain) {
        m_warned = now;
        logger("gateway").warn("No new connections for now: {}", error.message());
    }
    m_pause.expires_after(pauseTime);
    m_pause.async_wait([self = shared_from_this()](const error_code &cancelled) {
        if (!cancelled)
            self->accept();
    });
}

} // namespace tandem::gateway
