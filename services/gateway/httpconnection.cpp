// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/httpconnection.h"

#include "gateway/connectionexchange.h"
#include "gateway/filedoor.h"
#include "gateway/httprequestparser.h"
#include "gateway/websocketconnection.h"

#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>

#include <array>

namespace tandem::gateway {

namespace asio = boost::asio;
using boost::system::error_code;

namespace {

constexpr Ms closingTime{1'000};
constexpr std::size_t readSize = 64 * 1024;

// Large bodies have longer: 64 KB a second is little for either side.
Ms timeFor(std::uint64_t bytes) { return Ms(bytes / 64); }

} // namespace

HttpConnection::HttpConnection(PeerSocket socket, std::shared_ptr<Context> context,
                               std::unique_ptr<Connections::Ticket> ticket, bool isLoopback)
    : m_socket(std::move(socket)),
      m_context(std::move(context)),
      m_ticket(std::move(ticket)),
      m_isLoopback(isLoopback),
      m_deadline(m_socket.get_executor(), [this] { timeReached(); }),
      m_head(m_context->limits.requestHead)
{
}

void HttpConnection::start()
{
    asio::dispatch(m_socket.get_executor(), [self = shared_from_this()] {
        self->m_deadline.setOwner(self);
        self->m_ticket->setConnection(self);
        self->m_deadline.set(self->m_context->limits.headRead);
        self->m_socket.handshake([self](const error_code &error) {
            if (error)
                self->abort();
            else
                self->awaitBytes();
        });
    });
}

void HttpConnection::shutDown(Manner manner)
{
    asio::post(m_socket.get_executor(), [self = shared_from_this(), manner] {
        self->m_keepAlive = false;
        const bool isIdle = self->m_phase == Phase::Head || self->m_phase == Phase::Body;
        if (isIdle || manner == Manner::AtOnce)
            self->abort();
    });
}

void HttpConnection::awaitBytes()
{
    // Read into a buffer that all connections share, so that a quiet one has none.
    // Ahead of an answer only as much as tells that the peer is still there.
    const auto ahead = m_context->limits.requestHead;
    if (m_isReading || m_hasEnded || !m_socket.isOpen()
        || (m_phase == Phase::Answering && m_in.size() >= ahead))
        return;
    m_isReading = true;
    m_socket.whenReadable([self = shared_from_this()](const error_code &error) {
        self->m_isReading = false;
        if (error)
            self->ended();
        else
            self->readBytes();
    });
}

void HttpConnection::readBytes()
{
    static thread_local std::array<char, readSize> scratch;
    error_code error;
    const auto count = m_socket.readSome(asio::buffer(scratch), error);
    if (error == asio::error::would_block)
        return awaitBytes();
    if (error)
        return ended();
    if (m_phase != Phase::Closing)
        m_in.append(scratch.data(), count);
    if (m_phase == Phase::Head || m_phase == Phase::Body)
        advance();
    awaitBytes();
}

void HttpConnection::ended()
{
    m_hasEnded = true;
    m_keepAlive = false;
    if (m_phase == Phase::Closing)
        return abort();
    if (m_phase == Phase::Answering) {
        if (const auto exchange = m_exchange.lock())
            exchange->peerGone();
    } else if (m_in.size() > m_head.leading()) {
        refuse(400, "The request ended in the middle.");
    } else {
        abort();
    }
}

void HttpConnection::advance()
{
    if (m_phase == Phase::Head) {
        if (m_checked == 0 && !m_in.empty())
            m_deadline.set(m_context->limits.headRead);
        const auto before = m_head.size();
        const auto state = m_head.feed(std::string_view(m_in).substr(m_checked));
        m_checked += m_head.size() - before;
        if (state == HeadCheck::State::Refused)
            return refuse(m_head.status(), m_head.reason());
        if (state == HeadCheck::State::Incomplete)
            return;
        headComplete();
    }
    if (m_phase == Phase::Body) {
        if (const auto length = wholeLength())
            dispatch(length);
    }
}

void HttpConnection::headComplete()
{
    const auto &limits = m_context->limits;
    const auto most = takesFiles(m_head.target()) ? limits.uploadBody : limits.requestBody;
    const auto length = m_head.body() == HeadCheck::Body::Chunked ? most : m_head.contentLength();
    if (!m_context->connections.mayRequest(*m_ticket))
        return refuse(429, "Too many requests from this address.");
    if (m_head.body() == HeadCheck::Body::Sized && m_head.contentLength() > most)
        return refuse(413, "The body of the request is too large.");
    if (length > limits.requestBody) {
        m_share = m_context->uploads.take(length);
        if (!m_share)
            return refuse(503, "Too many files are on their way; please try again.");
    }
    if (m_head.body() == HeadCheck::Body::Chunked)
        m_chunks.emplace(most);
    m_phase = Phase::Body;
    m_deadline.set(limits.bodyRead + (m_share ? timeFor(length) : Ms(0)));
    if (m_head.expectsContinue() && m_head.body() != HeadCheck::Body::None
        && m_in.size() == m_head.size()) {
        static constexpr std::string_view goOn = "HTTP/1.1 100 Continue\r\n\r\n";
        error_code ignored; // a client that does not see it sends its body all the same
        m_socket.writeSome(asio::buffer(goOn), ignored);
    }
}

std::size_t HttpConnection::wholeLength()
{
    if (!m_chunks) {
        const auto length = m_head.size() + m_head.contentLength();
        return m_in.size() >= length ? length : 0;
    }
    const auto before = m_chunks->size();
    const auto state = m_chunks->feed(std::string_view(m_in).substr(m_checked));
    m_checked += m_chunks->size() - before;
    if (state == ChunkCheck::State::Refused)
        refuse(m_chunks->status(), "The chunks of the body are not well formed or too large.");
    return state == ChunkCheck::State::Complete ? m_head.size() + m_chunks->size() : 0;
}

void HttpConnection::dispatch(std::size_t length)
{
    auto request =
        parseRequest(std::string_view(m_in).substr(m_head.leading(), length - m_head.leading()));
    if (!request)
        return refuse(400, "The request is not valid.");
    m_in.erase(0, length);
    if (m_in.empty())
        m_in.shrink_to_fit();
    request->address = m_ticket->address();
    request->isLoopback = m_isLoopback;
    request->isEncrypted = m_socket.isEncrypted();
    request->share = std::move(m_share);
    m_keepAlive = request->keepAlive && !m_context->isStopping;
    m_isHead = request->method == "HEAD";
    m_phase = Phase::Answering;
    m_deadline.clear();
    if (!request->wantsWebSocket()) {
        const auto exchange =
            std::make_shared<ConnectionExchange>(shared_from_this(), *std::move(request));
        m_exchange = exchange;
        return m_context->router.handle(exchange);
    }
    auto upgrade = m_context->router.upgrade(*request);
    if (!m_in.empty())
        upgrade =
            errorResponse(400, "bad_handshake", "Frames must wait for the handshake's answer.");
    if (auto *refusal = std::get_if<HttpResponse>(&upgrade)) {
        m_keepAlive = false;
        return answer(std::move(*refusal));
    }
    openWebSocket(*std::move(request), std::get<Upgrade>(std::move(upgrade)));
}

void HttpConnection::openWebSocket(HttpRequest request, Upgrade upgrade)
{
    m_deadline.stop();
    WebSocketConnection::open(std::move(m_socket), m_context, std::move(m_ticket), request,
                              std::move(upgrade));
}

void HttpConnection::refuse(int status, std::string_view reason)
{
    m_keepAlive = false;
    m_phase = Phase::Answering;
    const auto code = status == 408                                     ? "timeout"
                      : status == 413 || status == 414 || status == 431 ? "too_large"
                      : status == 429                                   ? "rate_limited"
                      : status == 503                                   ? "busy"
                                                                        : "bad_request";
    auto response = errorResponse(status, code, reason);
    if (status == 429 || status == 503)
        response.set("Retry-After", "1");
    answer(std::move(response));
}

void HttpConnection::answer(HttpResponse response)
{
    if (m_phase != Phase::Answering || !m_socket.isOpen())
        return;
    if (m_context->isStopping)
        m_keepAlive = false;
    m_out = std::move(response);
    m_outHead = responseHead(m_out, m_keepAlive ? Connection::KeepAlive : Connection::Close);
    const auto body = m_isHead ? std::string_view() : m_out.content();
    m_deadline.set(m_context->limits.idle + timeFor(body.size()));
    const std::array<asio::const_buffer, 2> buffers{asio::buffer(m_outHead), asio::buffer(body)};
    asio::async_write(m_socket, buffers,
                      [self = shared_from_this()](const error_code &error, std::size_t) {
                          if (error)
                              self->abort();
                          else
                              self->answered();
                      });
}

void HttpConnection::answered()
{
    m_out = {};
    m_outHead = {};
    if (!m_keepAlive)
        return closeGently();
    nextRequest();
}

void HttpConnection::nextRequest()
{
    m_phase = Phase::Head;
    m_checked = 0;
    m_isHead = false;
    m_head = HeadCheck(m_context->limits.requestHead);
    m_chunks.reset();
    m_deadline.set(m_context->limits.idle);
    if (!m_in.empty())
        advance();
    awaitBytes();
}

void HttpConnection::closeGently()
{
    // What the peer still sends is read and dropped: closing at once could take the answer away
    // from it (RFC 9112 section 9.6).
    m_phase = Phase::Closing;
    m_in = {};
    m_socket.endSending();
    if (m_hasEnded)
        return abort();
    m_deadline.set(closingTime);
    awaitBytes();
}

void HttpConnection::abort()
{
    m_deadline.stop();
    m_socket.close();
    m_ticket.reset();
}

void HttpConnection::timeReached()
{
    if (m_phase == Phase::Body || (m_phase == Phase::Head && m_in.size() > m_head.leading()))
        refuse(408, "The request did not arrive in time.");
    else
        abort();
}

} // namespace tandem::gateway
