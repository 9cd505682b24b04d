// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/httpexchange.h"
#include "gateway/messagechannel.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace tandem::gateway {

// Handler and handshake of a WebSocket that is to be opened.
struct Upgrade
{
    std::shared_ptr<MessageHandler> handler;
    std::string subprotocol; // empty: none
    std::string cookie;      // Set-Cookie, empty: none
};

// Finds what answers a request by method and path. Filled once, before the first request; then any
// thread.
class Router
{
public:
    using Handler = std::function<void(std::shared_ptr<HttpExchange>)>;
    using Upgrader = std::function<std::variant<HttpResponse, Upgrade>(const HttpRequest &)>;

    // `path` ending in '/' stands for all below it, otherwise for exactly itself. `methods` are
    // the ones that the handler takes, as they stand in Allow; others are answered 405.
    void add(std::string path, std::string methods, Handler handler);
    void addUpgrade(std::string path, Upgrader upgrader);

    void handle(std::shared_ptr<HttpExchange> exchange) const;
    // For a request with wantsWebSocket(): the upgrade, or the answer that refuses it.
    std::variant<HttpResponse, Upgrade> upgrade(const HttpRequest &request) const;

private:
    struct Route
    {
        std::string path;
        std::string methods;
        Handler handler;
        Upgrader upgrader;
        bool fits(std::string_view path) const;
    };

    std::vector<Route> m_routes;
};

} // namespace tandem::gateway
