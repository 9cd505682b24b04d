// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "link/link_export.h"

#include <QString>
#include <QUrl>

namespace tandem {

// Where a server's agent socket is. Value; any thread.
struct ServerAddress
{
    QUrl socket; // ws:// or wss://, path /agent

    bool isEncrypted() const { return socket.scheme() == QLatin1String("wss"); }
    bool operator==(const ServerAddress &) const = default;
};

// Reads what a person types: "host", "host:port", "http(s)://...", "ws(s)://...". Without a
// scheme it is encrypted, but for this very computer; without a port 443, here 8765.
// `invalid_params` where the text names no server.
TANDEM_LINK_EXPORT Result<ServerAddress> parseServerAddress(const QString &text);

} // namespace tandem
