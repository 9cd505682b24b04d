// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/chunkcheck.h"
#include "gateway/context.h"
#include "gateway/deadline.h"
#include "gateway/headcheck.h"
#include "gateway/httpmessage.h"
#include "gateway/peersocket.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace tandem::gateway {

class ConnectionExchange;

// One client's connection while it speaks HTTP: checks, reads and answers one request after the
// other, until it ends or becomes a WebSocket. Kept alive by its pending operations; all on its
// strand.
class HttpConnection final : public OpenConnection,
                             public std::enable_shared_from_this<HttpConnection>
{
public:
    HttpConnection(PeerSocket socket, std::shared_ptr<Context> context,
                   std::unique_ptr<Connections::Ticket> ticket, bool isLoopback);

    void start();
    void shutDown(Manner manner) override;

private:
    friend class ConnectionExchange;
    enum class Phase { Head, Body, Answering, Closing };

    void awaitBytes();
    void readBytes();
    void ended();
    void advance();
    void headComplete();
    std::size_t wholeLength(); // of the request at the front of m_in; 0: not there yet
    void dispatch(std::size_t length);
    void openWebSocket(HttpRequest request, Upgrade upgrade);
    void refuse(int status, std::string_view reason);
    void answer(HttpResponse response);
    void answered();
    void nextRequest();
    void closeGently();
    void abort();
    void timeReached();

    PeerSocket m_socket;
    std::shared_ptr<Context> m_context;
    std::unique_ptr<Connections::Ticket> m_ticket;
    bool m_isLoopback;
    Deadline m_deadline;

    Phase m_phase = Phase::Head;
    std::string m_in;
    std::size_t m_checked = 0; // bytes of m_in that a check has taken
    HeadCheck m_head;
    std::optional<ChunkCheck> m_chunks;
    std::shared_ptr<void> m_share;
    bool m_isReading = false;
    bool m_hasEnded = false; // the peer sends nothing more
    bool m_keepAlive = true;
    bool m_isHead = false;
    std::weak_ptr<ConnectionExchange> m_exchange;
    std::string m_outHead;
    HttpResponse m_out;
};

} // namespace tandem::gateway
