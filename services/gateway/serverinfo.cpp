// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/serverinfo.h"

namespace tandem::gateway {

void addServerInfo(Router &router, const CorePort &core)
{
    static constexpr std::string_view methods = "GET, HEAD, OPTIONS";
    const auto answer = [&core](std::shared_ptr<HttpExchange> exchange) {
        if (exchange->request().method == "OPTIONS") {
            HttpResponse response;
            response.status = 204;
            response.set("Allow", std::string(methods));
            return exchange->respond(std::move(response));
        }
        const bool isWell = core.canCommit();
        std::string body = R"({"status":")";
        body += isWell ? "ok" : "unavailable";
        body += R"(","name":"Tandem","version":")" TANDEM_VERSION R"(","canCommit":)";
        body += isWell ? "true}" : "false}";
        auto response = jsonResponse(isWell ? 200 : 503, std::move(body));
        if (!isWell)
            response.set("Retry-After", "1");
        exchange->respond(std::move(response));
    };
    for (const char *path : {"/health", "/server/isAlive", "/server/about", "/cobrowse/health"})
        router.add(path, std::string(methods), answer);
}

} // namespace tandem::gateway
