// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/time.h"

#include <QObject>
#include <QTimer>

#include <string>

class QSslError;
class QWebSocket;

namespace tandem {

struct ServerAddress;

// One connection to a server's /agent socket, from opening to its loss; then it is of no further
// use. Notices by pings that the other side is gone. GUI thread; owned by RemoteLink.
class AgentSocket final : public QObject
{
    Q_OBJECT

public:
    struct Timing
    {
        Ms openWithin{10'000};
        Ms pingEvery{15'000};
        Ms pongWithin{10'000};
    };

    AgentSocket(const ServerAddress &address, const Timing &timing, QObject *parent);
    ~AgentSocket() override;

    void send(const std::string &frame);
    // Politely: what was sent goes out first. No further signals.
    void close();
    // At once, as if the network had broken.
    void drop(const Error &why);

signals:
    void opened();
    void received(const std::string &frame);
    void lost(const tandem::Error &why);

private:
    void onOpened();
    void onAlive();
    void onQuiet();
    Error lossReason() const;

    Timing m_timing;
    QWebSocket *m_socket;
    QTimer m_watch;
    bool m_isOpen = false;
    bool m_pinged = false;
    bool m_isOver = false;
};

} // namespace tandem
