// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/context.h"
#include "gateway/httpmessage.h"
#include "gateway/peersocket.h"
#include "gateway/router.h"

#include <memory>

namespace tandem::gateway {

// A connection that has become a WebSocket (RFC 6455). Beast judges what comes in (masks, UTF-8,
// fragments, close codes, sizes); pings, limits and the queue out are here.
class WebSocketConnection
{
public:
    // Answers the handshake and lives until the socket is closed. On the socket's strand.
    static void open(PeerSocket socket, std::shared_ptr<Context> context,
                     std::unique_ptr<Connections::Ticket> ticket, const HttpRequest &request,
                     Upgrade upgrade);
};

} // namespace tandem::gateway
