// SPDX-License-Identifier: GPL-3.0-or-later
#include "load/websocket.h"

namespace tandem::load {

namespace beast = boost::beast;

namespace {

constexpr std::size_t mostOfMessage = 16U << 20U;

} // namespace

std::shared_ptr<WebSocket> WebSocket::open(IoContext &io, const Target &target, std::string path,
                                           std::string subprotocol, Handlers handlers)
{
    auto socket = std::make_shared<WebSocket>(io, std::move(handlers));
    socket->connect(target, path, subprotocol);
    return socket;
}

WebSocket::WebSocket(IoContext &io, Handlers handlers)
    : m_stream(io), m_handlers(std::move(handlers))
{
    m_stream.auto_fragment(false);
    m_stream.secure_prng(false);
    m_stream.read_message_max(mostOfMessage);
    m_stream.text(true);
}

void WebSocket::connect(const Target &target, const std::string &path,
                        const std::string &subprotocol)
{
    if (!subprotocol.empty()) {
        m_stream.set_option(beast::websocket::stream_base::decorator(
            [subprotocol](beast::websocket::request_type &request) {
                request.set(beast::http::field::sec_websocket_protocol, subprotocol);
            }));
    }
    m_stream.next_layer().async_connect(
        target.address, [self = shared_from_this(), host = target.host, path](const auto &error) {
            if (error)
                return self->fail();
            self->shakeHands(host, path);
        });
}

void WebSocket::shakeHands(const std::string &host, const std::string &path)
{
    if (m_isOver)
        return;
    boost::system::error_code ignored;
    m_stream.next_layer().set_option(boost::asio::ip::tcp::no_delay(true), ignored);
    m_stream.async_handshake(host, path, [self = shared_from_this()](const auto &error) {
        if (error)
            return self->fail();
        self->opened();
    });
}

void WebSocket::opened()
{
    if (m_isOver)
        return;
    m_isOpen = true;
    m_handlers.opened();
    write();
    read();
}

void WebSocket::read()
{
    if (m_isOver)
        return;
    m_stream.async_read(m_buffer, [self = shared_from_this()](const auto &error, std::size_t) {
        if (error)
            return self->fail();
        if (self->m_isOver)
            return;
        const auto bytes = self->m_buffer.cdata();
        self->m_handlers.heard({static_cast<const char *>(bytes.data()), bytes.size()});
        self->m_buffer.consume(self->m_buffer.size());
        self->read();
    });
}

void WebSocket::send(std::string message)
{
    if (m_isOver)
        return;
    m_outgoing.push_back(std::move(message));
    write();
}

void WebSocket::write()
{
    if (!m_isOpen || m_isOver || m_isWriting || m_outgoing.empty())
        return;
    m_isWriting = true;
    m_stream.async_write(boost::asio::buffer(m_outgoing.front()),
                         [self = shared_from_this()](const auto &error, std::size_t) {
                             self->m_isWriting = false;
                             if (error)
                                 return self->fail();
                             self->m_outgoing.pop_front();
                             self->write();
                         });
}

void WebSocket::drop()
{
    m_isOver = true;
    boost::system::error_code ignored;
    m_stream.next_layer().close(ignored);
}

void WebSocket::fail()
{
    if (m_isOver)
        return;
    drop();
    m_handlers.lost();
}

} // namespace tandem::load
