// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "load/io.h"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace tandem::load {

struct HttpAnswer
{
    unsigned status = 0;    // 0: the connection broke before there was an answer
    bool isDropped = false; // ... on purpose
    std::string body;
};

// One connection that is kept, and requests one after the other on it, as a page has it. A broken
// connection is opened anew by the next request.
class HttpClient : public std::enable_shared_from_this<HttpClient>
{
public:
    using Handler = std::function<void(const HttpAnswer &)>;

    HttpClient(IoContext &io, const Target &target)
        : m_io(io), m_target(target), m_socket(io), m_pause(io)
    {
    }
    void get(const std::string &path, Handler answered);
    // A form (application/x-www-form-urlencoded).
    void post(const std::string &path, const std::string &body, Handler answered);
    // Closes the connection; requests under way are answered with status 0.
    void drop();
    // Closes it and answers nothing any more.
    void abandon();

private:
    struct Request
    {
        std::string bytes;
        Handler answered;
    };
    using Parser = boost::beast::http::response_parser<boost::beast::http::string_body>;

    void enqueue(std::string bytes, Handler answered);
    void next();
    void connect();
    void pauseAndConnect();
    void write();
    void read();
    void finish(const HttpAnswer &answer);
    void close();

    IoContext &m_io;
    const Target &m_target;
    boost::asio::ip::tcp::socket m_socket;
    Timer m_pause;
    boost::beast::flat_buffer m_buffer;
    std::optional<Parser> m_parser;
    std::deque<Request> m_requests;
    unsigned m_connection = 0; // counts them: what belongs to an old one is not heeded
    bool m_isBusy = false;
    bool m_hasFailed = false;
    bool m_isAbandoned = false;
};

} // namespace tandem::load
