// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "websocketclient.h"

#include <QJsonArray>

#include <deque>

namespace tandem::test {

// A Bayeux client over a WebSocket that does what it is told and keeps what comes.
class BayeuxClient
{
public:
    explicit BayeuxClient(quint16 port, bool usesAck = true, const QByteArray &fields = {})
        : m_socket(port, "/genesys/cometd", fields)
    {
        QJsonObject handshake{{QStringLiteral("channel"), QStringLiteral("/meta/handshake")},
                              {QStringLiteral("id"), QStringLiteral("h")},
                              {QStringLiteral("version"), QStringLiteral("1.0")}};
        if (usesAck)
            handshake.insert(QStringLiteral("ext"), QJsonObject{{QStringLiteral("ack"), true}});
        send(handshake);
        m_welcome = next("/meta/handshake");
        m_id = m_welcome[u"clientId"].toString();
    }

    WebSocketClient &socket() { return m_socket; }
    const QJsonObject &welcome() const { return m_welcome; }
    const QString &id() const { return m_id; }
    void become(const QString &id) { m_id = id; }

    void send(QJsonObject message)
    {
        if (!m_id.isEmpty())
            message.insert(QStringLiteral("clientId"), m_id);
        m_socket.sendText(QJsonDocument(QJsonArray{message}).toJson(QJsonDocument::Compact));
    }
    void connect(int ack)
    {
        send({{QStringLiteral("channel"), QStringLiteral("/meta/connect")},
              {QStringLiteral("id"), QStringLiteral("c")},
              {QStringLiteral("ext"), QJsonObject{{QStringLiteral("ack"), ack}}}});
    }
    void publish(const QJsonObject &data)
    {
        send({{QStringLiteral("channel"), QStringLiteral("/service/chatV2/support")},
              {QStringLiteral("id"), QStringLiteral("p")},
              {QStringLiteral("data"), data}});
    }

    // The next message of that channel; connect replies that come are answered with a connect.
    QJsonObject next(const char *channel, int timeoutMs = 5000)
    {
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < timeoutMs) {
            while (!m_come.empty()) {
                const auto message = m_come.front();
                m_come.pop_front();
                const auto name = message[u"channel"].toString();
                if (name == QLatin1String("/meta/connect") && m_reconnects)
                    connect(message[u"ext"][u"ack"].toInt());
                if (name == QLatin1String(channel))
                    return message;
            }
            const auto frame = m_socket.read(timeoutMs);
            for (const auto &message : QJsonDocument::fromJson(frame.payload).array())
                m_come.push_back(message.toObject());
            if (frame.opcode == -1)
                break;
        }
        return {};
    }
    // The data of the next message that has some.
    QJsonObject nextData(int timeoutMs = 5000)
    {
        while (true) {
            const auto message = next("/service/chatV2/support", timeoutMs);
            if (message.isEmpty() || message.contains(u"data"))
                return message[u"data"].toObject();
        }
    }
    void setReconnects(bool reconnects) { m_reconnects = reconnects; }

private:
    WebSocketClient m_socket;
    QString m_id;
    QJsonObject m_welcome;
    std::deque<QJsonObject> m_come;
    bool m_reconnects = true;
};

} // namespace tandem::test
