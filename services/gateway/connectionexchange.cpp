// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/connectionexchange.h"

#include "gateway/httpconnection.h"

#include <boost/asio/dispatch.hpp>

namespace tandem::gateway {

ConnectionExchange::ConnectionExchange(std::shared_ptr<HttpConnection> connection,
                                       HttpRequest request)
    : m_connection(std::move(connection)), m_request(std::move(request))
{
}

ConnectionExchange::~ConnectionExchange()
{
    respond(errorResponse(500, "internal", "The request could not be answered."));
}

void ConnectionExchange::respond(HttpResponse response)
{
    respondBy([response = std::move(response)]() mutable { return std::move(response); });
}

void ConnectionExchange::respondBy(Maker maker)
{
    if (m_isAnswered.exchange(true) || m_connection->m_context->io.stopped())
        return;
    boost::asio::dispatch(
        m_connection->m_socket.get_executor(),
        [connection = m_connection, maker = std::move(maker)] { connection->answer(maker()); });
}

void ConnectionExchange::peerGone()
{
    m_isOpen = false;
    if (const auto gone = std::exchange(m_whenGone, {}); gone && !m_isAnswered)
        gone();
}

} // namespace tandem::gateway
