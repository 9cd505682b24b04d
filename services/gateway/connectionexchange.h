// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/httpexchange.h"

#include <atomic>

namespace tandem::gateway {

class HttpConnection;

// The exchange that a connection waits for. Holds the connection: it must live until the answer.
class ConnectionExchange final : public HttpExchange
{
public:
    ConnectionExchange(std::shared_ptr<HttpConnection> connection, HttpRequest request);
    ~ConnectionExchange() override;

    const HttpRequest &request() const override { return m_request; }
    void respond(HttpResponse response) override;
    void respondBy(Maker maker) override;
    bool isOpen() const override { return m_isOpen; }
    void whenGone(std::function<void()> gone) override { m_whenGone = std::move(gone); }

    // On the strand.
    void peerGone();

private:
    std::shared_ptr<HttpConnection> m_connection;
    HttpRequest m_request;
    std::function<void()> m_whenGone;
    std::atomic<bool> m_isAnswered = false;
    std::atomic<bool> m_isOpen = true;
};

} // namespace tandem::gateway
