// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/websocketconnection.h"

#include "base/log.h"
#include "gateway/deadline.h"
#include "gateway/outgoingstream.h"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <deque>
#include <mutex>
#include <optional>

namespace tandem::gateway {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
namespace websocket = beast::websocket;
using boost::system::error_code;

namespace {

constexpr Ms closeHandshakeTime{1'000};
constexpr std::size_t maxWaitingMessages = 20'000;
constexpr std::size_t quietReadBuffer = 512;
constexpr std::size_t busyReadBuffer = 64 * 1024;
constexpr std::size_t flushAt = 32 * 1024;

class Connected final : public MessageChannel,
                        public OpenConnection,
                        public std::enable_shared_from_this<Connected>
{
public:
    Connected(PeerSocket socket, std::shared_ptr<Context> context,
              std::unique_ptr<Connections::Ticket> ticket, Upgrade upgrade)
        : m_context(std::move(context)),
          m_ticket(std::move(ticket)),
          m_address(m_ticket->address()),
          m_upgrade(std::move(upgrade)),
          m_stream(OutgoingStream(std::move(socket))),
          m_deadline(m_stream.get_executor(), [this] { timeReached(); })
    {
    }

    void open(const HttpRequest &request);

    void send(Maker maker) override { enqueue({std::move(maker), CloseCode::Normal, {}}); }
    void close(CloseCode code, std::string reason) override
    {
        enqueue({{}, code, std::move(reason)});
    }
    void closeAfter(Ms time, std::string reason) override
    {
        m_limit = Deadline::Clock::now() + time;
        m_limitReason = std::move(reason);
        m_deadline.set(std::min(*m_limit, m_nextPing));
    }
    void cancelCloseAfter() override { m_limit.reset(); }
    const std::string &address() const override { return m_address; }
    void shutDown(Manner manner) override
    {
        if (manner == Manner::Politely)
            return close(CloseCode::GoingAway, "The server stops.");
        asio::post(m_stream.get_executor(), [self = shared_from_this()] { self->abort(); });
    }

private:
    struct Order
    {
        Maker maker; // empty: close
        CloseCode code;
        std::string reason;
    };

    void enqueue(Order order);
    void drain();
    bool isTooMuch(std::size_t bytes);
    void read();
    void received(const error_code &error);
    void startClosing(CloseCode code, const std::string &reason);
    void abort();
    void finish();
    void timeReached();

    std::shared_ptr<Context> m_context;
    std::unique_ptr<Connections::Ticket> m_ticket;
    std::string m_address;
    Upgrade m_upgrade;
    websocket::stream<OutgoingStream, false> m_stream;
    Deadline m_deadline;
    beast::flat_buffer m_in;
    Deadline::Clock::time_point m_nextPing;
    std::optional<Deadline::Clock::time_point> m_limit;
    std::string m_limitReason;
    bool m_wasHeard = true; // since the last ping
    bool m_isClosing = false;
    bool m_isFinished = false;
    std::size_t m_largeMessage = 0; // bytes of one that may still wait

    std::mutex m_mutex;
    std::vector<Order> m_orders;
    bool m_isScheduled = false;
};

void Connected::open(const HttpRequest &request)
{
    http::request<http::empty_body> handshake;
    handshake.method(http::verb::get);
    handshake.target(request.path);
    handshake.version(11);
    for (const auto &field : request.fields)
        handshake.insert(field.name, field.value);

    m_stream.next_layer().setOwner(shared_from_this());
    m_deadline.setOwner(weak_from_this());
    m_ticket->setConnection(weak_from_this());
    m_stream.set_option(websocket::stream_base::timeout{websocket::stream_base::none(),
                                                        websocket::stream_base::none(), false});
    m_stream.set_option(websocket::stream_base::decorator([this](websocket::response_type &answer) {
        if (!m_upgrade.subprotocol.empty())
            answer.set(http::field::sec_websocket_protocol, m_upgrade.subprotocol);
        if (!m_upgrade.cookie.empty())
            answer.set(http::field::set_cookie, m_upgrade.cookie);
    }));
    m_stream.control_callback(
        [this](websocket::frame_type, beast::string_view) { m_wasHeard = true; });
    m_stream.auto_fragment(false);
    m_stream.write_buffer_bytes(64);
    m_stream.read_message_max(m_context->limits.webSocketMessage);
    m_stream.async_accept(handshake, [self = shared_from_this()](const error_code &error) {
        if (error)
            return self->finish();
        self->m_nextPing = Deadline::Clock::now() + self->m_context->limits.ping;
        self->m_deadline.set(self->m_nextPing);
        self->m_upgrade.cookie = {};
        self->m_upgrade.handler->opened(self);
        self->read();
    });
}

void Connected::enqueue(Order order)
{
    const std::lock_guard lock(m_mutex);
    if (m_orders.size() >= maxWaitingMessages)
        return; // drain() finds the queue full and closes
    m_orders.push_back(std::move(order));
    if (m_isScheduled || m_context->io.stopped())
        return;
    m_isScheduled = true;
    asio::post(m_stream.get_executor(), [self = shared_from_this()] { self->drain(); });
}

void Connected::drain()
{
    std::vector<Order> orders;
    {
        const std::lock_guard lock(m_mutex);
        orders.swap(m_orders);
        m_isScheduled = false;
    }
    auto &out = m_stream.next_layer();
    bool isTooSlow = orders.size() >= maxWaitingMessages;
    for (const auto &order : orders) {
        if (m_isClosing || isTooSlow || !m_stream.is_open())
            break;
        if (!order.maker) {
            startClosing(order.code, order.reason);
            break;
        }
        const auto text = order.maker();
        isTooSlow = isTooMuch(text.size());
        if (!isTooSlow) {
            out.appendFrame(0x1, text);
            if (out.backlog() > flushAt)
                out.flush();
        }
    }
    out.flush();
    if (isTooSlow && !m_isFinished) {
        m_context->connections.countDropped();
        logger("gateway").warn("A WebSocket was closed: its peer does not read what it is sent.");
        abort();
    }
}

// One message may be large (a whole site), also right behind others: what a peer may leave waiting
// is more by it until it is taken.
bool Connected::isTooMuch(std::size_t bytes)
{
    const auto backlog = m_stream.next_layer().backlog();
    const auto limit = m_context->limits.socketBacklog;
    if (backlog <= limit)
        m_largeMessage = bytes > limit / 4 ? bytes : 0;
    return backlog + bytes > limit + m_largeMessage;
}

void Connected::read()
{
    // A quiet socket holds no more than this ready; a long message gets more as it comes.
    const auto most = m_in.size() == 0 ? quietReadBuffer : busyReadBuffer;
    m_stream.async_read_some(m_in, most,
                             [self = shared_from_this()](const error_code &error, std::size_t) {
                                 self->received(error);
                             });
}

void Connected::received(const error_code &error)
{
    if (error)
        return finish();
    m_wasHeard = true;
    if (!m_stream.is_message_done())
        return read();
    if (!m_isClosing) {
        if (!m_context->connections.mayRequest(*m_ticket))
            startClosing(CloseCode::Policy, "Too many messages from this address.");
        else if (m_stream.got_text()) {
            const auto data = m_in.data();
            m_upgrade.handler->received({static_cast<const char *>(data.data()), data.size()});
        } else {
            startClosing(CloseCode::WrongData, "Only text is spoken here.");
        }
    }
    m_in.consume(m_in.size());
    if (m_in.capacity() > quietReadBuffer)
        m_in.shrink_to_fit();
    if (m_stream.is_open())
        read();
    else
        finish();
}

void Connected::startClosing(CloseCode code, const std::string &reason)
{
    if (std::exchange(m_isClosing, true))
        return;
    m_limit.reset();
    m_deadline.set(closeHandshakeTime);
    const websocket::close_reason why(static_cast<websocket::close_code>(code), reason);
    m_stream.async_close(why, [self = shared_from_this()](const error_code &) { self->finish(); });
}

void Connected::abort()
{
    m_isClosing = true;
    m_stream.next_layer().socket().close();
}

void Connected::finish()
{
    if (std::exchange(m_isFinished, true))
        return;
    abort();
    m_deadline.stop();
    m_ticket.reset();
    m_upgrade.handler->closed();
    m_upgrade.handler.reset();
}

void Connected::timeReached()
{
    const auto now = Deadline::Clock::now();
    if (m_isClosing)
        return abort();
    if (m_limit && now >= *m_limit) {
        m_limit.reset();
        return startClosing(CloseCode::Policy, m_limitReason);
    }
    if (now >= m_nextPing) {
        if (!m_wasHeard)
            return abort();
        m_wasHeard = false;
        m_stream.next_layer().appendFrame(0x9, {});
        m_stream.next_layer().flush();
        m_nextPing = now + m_context->limits.ping;
    }
    m_deadline.set(m_limit ? std::min(*m_limit, m_nextPing) : m_nextPing);
}

} // namespace

void WebSocketConnection::open(PeerSocket socket, std::shared_ptr<Context> context,
                               std::unique_ptr<Connections::Ticket> ticket,
                               const HttpRequest &request, Upgrade upgrade)
{
    std::make_shared<Connected>(std::move(socket), std::move(context), std::move(ticket),
                                std::move(upgrade))
        ->open(request);
}

} // namespace tandem::gateway
