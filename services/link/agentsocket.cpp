// SPDX-License-Identifier: GPL-3.0-or-later
#include "link/agentsocket.h"

#include "link/serveraddress.h"

#include <QSslError>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>

namespace tandem {

namespace {

constexpr quint64 frameAtMost = 16 * 1024 * 1024;

Error notConnected(const char *message, const char *field)
{
    return Error{Reason::NotConnected, message, field};
}

} // namespace

AgentSocket::AgentSocket(const ServerAddress &address, const Timing &timing, QObject *parent)
    : QObject(parent),
      m_timing(timing),
      m_socket(new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, this))
{
    m_socket->setMaxAllowedIncomingFrameSize(frameAtMost);
    m_socket->setMaxAllowedIncomingMessageSize(frameAtMost);
    connect(m_socket, &QWebSocket::connected, this, &AgentSocket::onOpened);
    connect(m_socket, &QWebSocket::disconnected, this, [this] { drop(lossReason()); });
    connect(m_socket, &QWebSocket::pong, this, &AgentSocket::onAlive);
    connect(m_socket, &QWebSocket::textMessageReceived, this, [this](const QString &text) {
        if (m_isOver)
            return;
        onAlive();
        emit received(text.toStdString());
    });
    m_watch.setSingleShot(true);
    connect(&m_watch, &QTimer::timeout, this, &AgentSocket::onQuiet);
    m_watch.start(m_timing.openWithin);
    QWebSocketHandshakeOptions options;
    options.setSubprotocols({QStringLiteral("tandem.agent.v1")});
    m_socket->open(address.socket, options);
}

AgentSocket::~AgentSocket() { m_socket->disconnect(this); }

void AgentSocket::send(const std::string &frame)
{
    m_socket->sendTextMessage(QString::fromStdString(frame));
}

void AgentSocket::close()
{
    if (m_isOver)
        return;
    m_isOver = true;
    m_watch.stop();
    m_socket->disconnect(this);
    m_socket->flush();
    m_socket->close();
}

void AgentSocket::drop(const Error &why)
{
    if (m_isOver)
        return;
    m_isOver = true;
    m_watch.stop();
    m_socket->disconnect(this);
    m_socket->abort();
    emit lost(why);
}

void AgentSocket::onOpened()
{
    m_isOpen = true;
    onAlive();
    emit opened();
}

void AgentSocket::onAlive()
{
    m_pinged = false;
    m_watch.start(m_timing.pingEvery);
}

void AgentSocket::onQuiet()
{
    if (!m_isOpen || m_pinged) {
        drop(notConnected("The server does not answer.", "time"));
        return;
    }
    m_pinged = true;
    m_socket->ping();
    m_watch.start(m_timing.pongWithin);
}

Error AgentSocket::lossReason() const
{
    switch (m_socket->error()) {
    case QAbstractSocket::HostNotFoundError:
        return notConnected("There is no server of this name.", "host");
    case QAbstractSocket::ConnectionRefusedError:
        return notConnected("The server refuses the connection.", "refused");
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        return notConnected("The server's certificate cannot be trusted.", "tls");
    default:
        return m_isOpen ? notConnected("The connection to the server is lost.", "lost")
                        : notConnected("The server cannot be reached.", "unreachable");
    }
}

} // namespace tandem
