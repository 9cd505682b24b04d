// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/cometdroutes.h"

#include "gateway/cometdsocket.h"
#include "gateway/httpsyntax.h"

namespace tandem::gateway {

namespace {

constexpr std::string_view cometdPath = "/genesys/cometd";
constexpr std::string_view cometdMethods = "POST, OPTIONS";
// The reference client sends its long polls with credentials; nothing here is decided by
// them.
constexpr auto cometdCredentials = OriginPolicy::Credentials::Yes;

class PollPeer final : public BayeuxPeer
{
public:
    PollPeer(std::shared_ptr<HttpExchange> exchange, std::string cookie,
             const OriginPolicy &origins)
        : m_exchange(std::move(exchange)), m_cookie(std::move(cookie)), m_origins(origins)
    {
    }

    bool isSocket() const override { return false; }
    const std::string &address() const override { return m_exchange->request().address; }
    bool isOpen() const override { return m_exchange->isOpen(); }
    void send(std::string list) override
    {
        auto response = jsonResponse(200, std::move(list));
        if (!m_cookie.empty())
            response.set("Set-Cookie", m_cookie);
        m_origins.allow(m_exchange->request(), response, cometdCredentials);
        m_exchange->respond(std::move(response));
    }

private:
    std::shared_ptr<HttpExchange> m_exchange;
    std::string m_cookie;
    const OriginPolicy &m_origins;
};

// The cookie that the request lacks; empty where it has one.
std::string cookieFor(const HttpRequest &request, Random &random)
{
    if (request.field("Cookie").find("BAYEUX_BROWSER=") != std::string_view::npos)
        return {};
    return "BAYEUX_BROWSER=" + random.secret(16) + "; Path=/; HttpOnly; SameSite=Lax"
           + (request.isEncrypted ? "; Secure" : "");
}

void poll(std::shared_ptr<HttpExchange> exchange, const std::shared_ptr<BayeuxServer> &server,
          const OriginPolicy &origins, Random &random)
{
    const auto &request = exchange->request();
    if (request.method == "OPTIONS")
        return exchange->respond(origins.preflight(request, cometdMethods, cometdCredentials));
    const auto fail = [&](int status, std::string_view code, std::string_view message) {
        auto response = errorResponse(status, code, message);
        origins.allow(request, response, cometdCredentials);
        exchange->respond(std::move(response));
    };
    if (!origins.isAllowed(request))
        return fail(403, "not_permitted", "Pages of this origin may not connect here.");
    const auto type = lowered(request.field("Content-Type"));
    if (!type.starts_with("application/json") && !type.starts_with("text/json"))
        return fail(415, "wrong_type", "The body must be JSON.");
    auto messages = parseBayeux(request.body);
    if (!messages)
        return fail(400, "bad_request", messages.error().message);
    auto peer = std::make_shared<PollPeer>(exchange, cookieFor(request, random), origins);
    exchange->whenGone([server, weak = std::weak_ptr(peer)] {
        if (const auto gone = weak.lock())
            server->peerGone(gone);
    });
    server->receive(*std::move(messages), std::move(peer));
}

} // namespace

void addCometdRoutes(Router &router, std::shared_ptr<BayeuxServer> server,
                     const OriginPolicy &origins, Random &random)
{
    const auto handler = [server, &origins, &random](std::shared_ptr<HttpExchange> exchange) {
        poll(std::move(exchange), server, origins, random);
    };
    const auto upgrader = [server, &origins, &random](
                              const HttpRequest &request) -> std::variant<HttpResponse, Upgrade> {
        if (!origins.isAllowed(request)) {
            return errorResponse(403, "not_permitted",
                                 "Pages of this origin may not connect here.");
        }
        return Upgrade{std::make_shared<CometdSocket>(server), {}, cookieFor(request, random)};
    };
    for (const auto &place : {std::string(cometdPath), std::string(cometdPath) + '/'}) {
        router.add(place, std::string(cometdMethods), handler);
        router.addUpgrade(place, upgrader);
    }
}

} // namespace tandem::gateway
