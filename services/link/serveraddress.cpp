// SPDX-License-Identifier: GPL-3.0-or-later
#include "link/serveraddress.h"

#include <QHostAddress>

namespace tandem {

namespace {

constexpr int ownPort = 8765;

bool isThisComputer(const QString &host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

std::unexpected<Error> notAnAddress()
{
    return failure(Reason::InvalidParams,
                   "This is not the address of a server; write for example care.example.com.",
                   "server");
}

// The scheme of the socket, or empty where the one given has none.
QString socketScheme(const QString &scheme)
{
    if (scheme == QLatin1String("https") || scheme == QLatin1String("wss"))
        return QStringLiteral("wss");
    if (scheme == QLatin1String("http") || scheme == QLatin1String("ws"))
        return QStringLiteral("ws");
    return {};
}

} // namespace

Result<ServerAddress> parseServerAddress(const QString &text)
{
    const QString trimmed = text.trimmed();
    const bool hasScheme = trimmed.contains(QLatin1String("://"));
    QUrl url(hasScheme ? trimmed : QLatin1String("tandem://") + trimmed, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasQuery()
        || url.hasFragment() || url.port() == 0)
        return notAnAddress();
    if (hasScheme) {
        url.setScheme(socketScheme(url.scheme()));
        if (url.scheme().isEmpty())
            return notAnAddress();
    } else {
        const bool here = isThisComputer(url.host());
        url.setScheme(here ? QStringLiteral("ws") : QStringLiteral("wss"));
        if (here && url.port() < 0)
            url.setPort(ownPort);
    }
    url.setPath(QStringLiteral("/agent"));
    return ServerAddress{url};
}

} // namespace tandem
