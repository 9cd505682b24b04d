// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/router.h"

#include "gateway/httpsyntax.h"

#include <algorithm>
#include <optional>

namespace tandem::gateway {

namespace {

HttpResponse notFound()
{
    return errorResponse(404, "not_found", "There is nothing at this address.");
}

// 16 bytes in base64 (RFC 6455 section 4.2.1, RFC 4648 section 4).
bool isHandshakeKey(std::string_view key)
{
    static constexpr std::size_t digits = 22;
    const auto isDigit = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')
               || c == '+' || c == '/';
    };
    return key.size() == digits + 2 && key.ends_with("==")
           && std::ranges::all_of(key.substr(0, digits), isDigit);
}

// RFC 6455 section 4.2.1, beyond what HeadCheck has seen to.
std::optional<HttpResponse> handshakeFault(const HttpRequest &request)
{
    if (request.method != "GET" || !request.isHttp11
        || !isHandshakeKey(request.field("Sec-WebSocket-Key")))
        return errorResponse(400, "bad_handshake", "This is not a WebSocket handshake.");
    if (request.field("Sec-WebSocket-Version") != "13") {
        auto response =
            errorResponse(426, "upgrade_required", "Only WebSocket version 13 is spoken.");
        response.set("Sec-WebSocket-Version", "13");
        return response;
    }
    return std::nullopt;
}

} // namespace

bool Router::Route::fits(std::string_view wanted) const
{
    return path.ends_with('/') ? wanted.starts_with(path) : wanted == path;
}

void Router::add(std::string path, std::string methods, Handler handler)
{
    m_routes.push_back({std::move(path), std::move(methods), std::move(handler), {}});
}

void Router::addUpgrade(std::string path, Upgrader upgrader)
{
    m_routes.push_back({std::move(path), {}, {}, std::move(upgrader)});
}

void Router::handle(std::shared_ptr<HttpExchange> exchange) const
{
    const auto &request = exchange->request();
    bool onlyUpgrade = false;
    for (const auto &route : m_routes) {
        if (!route.fits(request.path))
            continue;
        if (!route.handler) {
            onlyUpgrade = true;
            continue;
        }
        if (listHas(route.methods, request.method))
            return route.handler(std::move(exchange));
        auto response =
            errorResponse(405, "method_not_allowed", "This address does not know that method.");
        response.set("Allow", route.methods);
        return exchange->respond(std::move(response));
    }
    if (!onlyUpgrade)
        return exchange->respond(notFound());
    auto response = errorResponse(426, "upgrade_required", "This address speaks WebSocket only.");
    response.set("Upgrade", "websocket");
    exchange->respond(std::move(response));
}

std::variant<HttpResponse, Upgrade> Router::upgrade(const HttpRequest &request) const
{
    if (auto fault = handshakeFault(request))
        return *std::move(fault);
    for (const auto &route : m_routes) {
        if (route.upgrader && route.fits(request.path))
            return route.upgrader(request);
    }
    return notFound();
}

} // namespace tandem::gateway
