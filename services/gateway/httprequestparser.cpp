// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/httprequestparser.h"

#include "gateway/httpsyntax.h"

#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <limits>

namespace tandem::gateway {

namespace http = boost::beast::http;
namespace asio = boost::asio;

namespace {

// Path and query of origin-form or absolute-form (RFC 9112 section 3.2).
void setTarget(HttpRequest &request, std::string_view target)
{
    if (!target.starts_with('/') && target != "*") {
        const auto authority = target.find("//") + 2;
        const auto path = target.find_first_of("/?", authority);
        target = path == target.npos ? std::string_view() : target.substr(path);
    }
    const auto question = target.find('?');
    request.path = target.substr(0, question);
    if (question != target.npos)
        request.query = target.substr(question + 1);
    if (request.path.empty())
        request.path = "/";
}

} // namespace

std::optional<HttpRequest> parseRequest(std::string_view message)
{
    http::request_parser<http::string_body> parser;
    parser.eager(true);
    parser.header_limit(std::numeric_limits<std::uint32_t>::max()); // HeadCheck's matter
    parser.body_limit(boost::none);                                 // and ChunkCheck's
    boost::system::error_code error;
    std::size_t used = 0;
    while (used < message.size() && !parser.is_done()) {
        const auto part =
            parser.put(asio::buffer(message.data() + used, message.size() - used), error);
        used += part;
        if (error || part == 0)
            return std::nullopt;
    }
    if (!parser.is_done() || used != message.size())
        return std::nullopt;

    auto parsed = parser.release();
    HttpRequest request;
    request.method = std::string_view(parsed.method_string().data(), parsed.method_string().size());
    setTarget(request, {parsed.target().data(), parsed.target().size()});
    request.isHttp11 = parsed.version() == 11;
    request.keepAlive = parsed.keep_alive();
    for (const auto &field : parsed) {
        request.fields.push_back({std::string(field.name_string()), std::string(field.value())});
    }
    request.body = std::move(parsed.body());
    return request;
}

} // namespace tandem::gateway
