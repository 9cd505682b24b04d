// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QElapsedTimer>
#include <QList>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>

#include <array>
#include <thread>

namespace tandem::test {

// A TCP client that writes and reads exactly the bytes it is told.
class RawClient
{
    using Tcp = boost::asio::ip::tcp;

public:
    explicit RawClient(quint16 port)
    {
        boost::system::error_code error;
        m_socket->connect({boost::asio::ip::address_v4::loopback(), port}, error);
        m_socket->set_option(Tcp::no_delay(true), error);
        m_isClosed = !!error;
    }

    // False where the server takes no more.
    bool send(const QByteArray &bytes)
    {
        boost::system::error_code error;
        boost::asio::write(*m_socket, boost::asio::buffer(bytes.data(), bytes.size()), error);
        return !error;
    }
    void endSending() { m_socket->shutdown(Tcp::socket::shutdown_send, m_ignored); }
    void abort() { m_socket->close(m_ignored); }

    // All that comes until the server closes, or `timeoutMs` are over.
    QByteArray readToEnd(int timeoutMs = 5000)
    {
        wait(timeoutMs, [] { return false; });
        return std::exchange(m_received, {});
    }
    // Until `mark` has come; returns everything up to and with it.
    QByteArray readUntil(const QByteArray &mark, int timeoutMs = 5000)
    {
        wait(timeoutMs, [&] { return m_received.contains(mark); });
        const auto at = m_received.indexOf(mark);
        return take(at < 0 ? m_received.size() : at + mark.size());
    }
    // Exactly `size` bytes, or fewer after the time.
    QByteArray readBytes(qsizetype size, int timeoutMs = 5000)
    {
        wait(timeoutMs, [&] { return m_received.size() >= size; });
        return take(size);
    }
    bool isClosed() const { return m_isClosed; }

    struct Answer
    {
        int status = 0;
        QByteArray head;
        QByteArray body;
        QByteArray field(const QByteArray &name) const
        {
            for (const auto &line : head.split('\n')) {
                if (line.toLower().startsWith(name.toLower() + ':'))
                    return line.mid(name.size() + 1).trimmed();
            }
            return {};
        }
    };
    // One whole response with Content-Length.
    Answer readAnswer(int timeoutMs = 5000)
    {
        Answer answer;
        answer.head = readUntil("\r\n\r\n", timeoutMs);
        answer.status = answer.head.mid(9, 3).toInt();
        const auto length = answer.field("Content-Length").toInt();
        answer.body = readBytes(length, timeoutMs);
        return answer;
    }

    Answer post(const QByteArray &path, const QByteArray &body, const QByteArray &fields = {},
                const QByteArray &type = "application/x-www-form-urlencoded")
    {
        send("POST " + path + " HTTP/1.1\r\nHost: shop.example\r\nContent-Type: " + type
             + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + fields + "\r\n"
             + body);
        return readAnswer();
    }
    Answer ask(const QByteArray &method, const QByteArray &path, const QByteArray &fields = {})
    {
        send(method + ' ' + path + " HTTP/1.1\r\nHost: shop.example\r\n" + fields + "\r\n");
        return readAnswer();
    }

private:
    QByteArray take(qsizetype size)
    {
        const auto part = m_received.left(size);
        m_received.remove(0, part.size());
        return part;
    }

    template <class Condition>
    void wait(int timeoutMs, Condition isMet)
    {
        QElapsedTimer timer;
        timer.start();
        std::array<char, 65536> buffer;
        m_socket->non_blocking(true, m_ignored);
        while (!m_isClosed && !isMet() && timer.elapsed() < timeoutMs) {
            boost::system::error_code error;
            const auto count = m_socket->read_some(boost::asio::buffer(buffer), error);
            m_received.append(buffer.data(), static_cast<qsizetype>(count));
            if (error == boost::asio::error::would_block)
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            else
                m_isClosed = !!error;
        }
        m_socket->non_blocking(false, m_ignored);
    }

    std::unique_ptr<boost::asio::io_context> m_io = std::make_unique<boost::asio::io_context>();
    std::unique_ptr<Tcp::socket> m_socket = std::make_unique<Tcp::socket>(*m_io);
    boost::system::error_code m_ignored;
    QByteArray m_received;
    bool m_isClosed = false;
};

} // namespace tandem::test
