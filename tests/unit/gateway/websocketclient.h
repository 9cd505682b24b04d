// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rawclient.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace tandem::test {

// A WebSocket client that sends exactly the frames it is told, good or bad.
class WebSocketClient
{
public:
    struct Frame
    {
        int opcode = -1; // -1: nothing came
        bool isFinal = false;
        QByteArray payload;
        int closeCode() const
        {
            return opcode == 8 && payload.size() >= 2
                       ? (quint8(payload[0]) << 8 | quint8(payload[1]))
                       : -1;
        }
    };

    WebSocketClient(quint16 port, const QByteArray &path, const QByteArray &fields = {})
        : m_raw(port)
    {
        m_raw.send("GET " + path
                   + " HTTP/1.1\r\nHost: shop.example\r\nUpgrade: websocket\r\n"
                     "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                     "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                   + fields + "\r\n");
        const auto head = m_raw.readUntil("\r\n\r\n");
        m_status = head.mid(9, 3).toInt();
        m_head = head;
    }

    int status() const { return m_status; }
    const QByteArray &head() const { return m_head; }
    RawClient &raw() { return m_raw; }

    void sendText(const QByteArray &text) { sendFrame(0x81, text); }
    // `first`: FIN, reserved bits and opcode.
    void sendFrame(int first, const QByteArray &payload, bool isMasked = true)
    {
        QByteArray frame(1, static_cast<char>(first));
        const auto size = payload.size();
        const int mask = isMasked ? 0x80 : 0;
        if (size < 126) {
            frame += static_cast<char>(mask | size);
        } else {
            frame += static_cast<char>(mask | (size <= 0xFFFF ? 126 : 127));
            for (int shift = size <= 0xFFFF ? 8 : 56; shift >= 0; shift -= 8)
                frame += static_cast<char>(quint64(size) >> shift);
        }
        if (isMasked)
            frame += QByteArray("\x01\x02\x03\x04", 4);
        for (qsizetype i = 0; i < size; ++i)
            frame += isMasked ? static_cast<char>(payload[i] ^ (i % 4 + 1)) : payload[i];
        m_raw.send(frame);
    }

    Frame read(int timeoutMs = 5000)
    {
        Frame frame;
        const auto head = m_raw.readBytes(2, timeoutMs);
        if (head.size() < 2)
            return frame;
        quint64 size = quint8(head[1]) & 0x7F;
        if (size >= 126) {
            const auto more = m_raw.readBytes(size == 126 ? 2 : 8);
            size = 0;
            for (const char byte : more)
                size = size << 8 | quint8(byte);
        }
        frame.isFinal = head[0] & 0x80;
        frame.payload = m_raw.readBytes(static_cast<qsizetype>(size));
        frame.opcode = head[0] & 0x0F;
        return frame;
    }
    QJsonObject readJson(int timeoutMs = 5000)
    {
        return QJsonDocument::fromJson(read(timeoutMs).payload).object();
    }

private:
    RawClient m_raw;
    int m_status = 0;
    QByteArray m_head;
};

} // namespace tandem::test
