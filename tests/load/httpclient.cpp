// SPDX-License-Identifier: GPL-3.0-or-later
#include "load/httpclient.h"

#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>

#include <utility>

namespace tandem::load {

namespace {

constexpr std::chrono::milliseconds pauseAfterFailure{200};

} // namespace

void HttpClient::get(const std::string &path, Handler answered)
{
    enqueue("GET " + path + " HTTP/1.1\r\nHost: " + m_target.host + "\r\n\r\n",
            std::move(answered));
}

void HttpClient::post(const std::string &path, const std::string &body, Handler answered)
{
    std::string bytes = "POST " + path + " HTTP/1.1\r\nHost: " + m_target.host
                        + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                        + std::to_string(body.size()) + "\r\n\r\n";
    enqueue(bytes += body, std::move(answered));
}

void HttpClient::enqueue(std::string bytes, Handler answered)
{
    m_requests.push_back({std::move(bytes), std::move(answered)});
    next();
}

void HttpClient::next()
{
    if (m_isBusy || m_requests.empty())
        return;
    m_isBusy = true;
    if (m_socket.is_open())
        return write();
    if (m_hasFailed)
        return pauseAndConnect();
    connect();
}

void HttpClient::pauseAndConnect()
{
    m_hasFailed = false;
    m_pause.expires_after(pauseAfterFailure);
    m_pause.async_wait([self = shared_from_this(), now = m_connection](const auto &error) {
        if (!error && now == self->m_connection)
            self->connect();
    });
}

void HttpClient::connect()
{
    m_socket.async_connect(
        m_target.address, [self = shared_from_this(), now = m_connection](const auto &error) {
            if (now != self->m_connection)
                return;
            if (error)
                return self->finish({});
            boost::system::error_code ignored;
            self->m_socket.set_option(boost::asio::ip::tcp::no_delay(true), ignored);
            self->write();
        });
}

void HttpClient::write()
{
    boost::asio::async_write(
        m_socket, boost::asio::buffer(m_requests.front().bytes),
        [self = shared_from_this(), now = m_connection](const auto &error, std::size_t) {
            if (now != self->m_connection)
                return;
            if (error)
                return self->finish({});
            self->read();
        });
}

void HttpClient::read()
{
    m_parser.emplace();
    m_parser->body_limit(16U << 20U);
    boost::beast::http::async_read(
        m_socket, m_buffer, *m_parser,
        [self = shared_from_this(), now = m_connection](const auto &error, std::size_t) {
            if (now != self->m_connection)
                return;
            if (error)
                return self->finish({});
            auto message = self->m_parser->release();
            const bool isKept = message.keep_alive();
            if (!isKept)
                self->close();
            self->finish({.status = message.result_int(), .body = std::move(message.body())});
        });
}

void HttpClient::finish(const HttpAnswer &answer)
{
    m_hasFailed = answer.status == 0;
    if (m_hasFailed)
        close();
    const auto request = std::move(m_requests.front());
    m_requests.pop_front();
    m_isBusy = false;
    request.answered(answer);
    next();
}

void HttpClient::close()
{
    ++m_connection;
    boost::system::error_code ignored;
    m_socket.close(ignored);
    m_buffer.consume(m_buffer.size());
}

void HttpClient::drop()
{
    close();
    m_isBusy = false;
    for (auto &request : std::exchange(m_requests, {})) {
        boost::asio::post(m_io,
                          [self = shared_from_this(), answered = std::move(request.answered)] {
                              if (!self->m_isAbandoned)
                                  answered({.isDropped = true});
                          });
    }
}

void HttpClient::abandon()
{
    m_isAbandoned = true;
    close();
    m_requests.clear();
}

} // namespace tandem::load
