// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/origin.h"

#include "gateway/httpsyntax.h"

#include <algorithm>

namespace tandem::gateway {

namespace {

// "https://shop.example:8443" -> "shop.example:8443"; empty for "null" and the like.
std::string_view hostOf(std::string_view origin)
{
    const auto slashes = origin.find("://");
    return slashes == origin.npos ? std::string_view() : origin.substr(slashes + 3);
}

bool isThisMachine(std::string_view origin)
{
    const auto host = hostOf(origin);
    for (const std::string_view name : {"localhost", "127.0.0.1", "[::1]"}) {
        if (host == name || (host.starts_with(name) && host.substr(name.size()).starts_with(':')))
            return true;
    }
    return false;
}

} // namespace

OriginPolicy::OriginPolicy(std::vector<std::string> allowed, bool isDemo) : m_isDemo(isDemo)
{
    for (auto &origin : allowed) {
        m_allowsAll |= origin == "*";
        while (origin.ends_with('/'))
            origin.pop_back();
        m_allowed.push_back(lowered(origin));
    }
}

bool OriginPolicy::isOwn(const HttpRequest &request) const
{
    if (!request.has("Origin"))
        return true;
    const auto host = hostOf(request.field("Origin"));
    return !host.empty() && equalIgnoringCase(host, request.field("Host"));
}

bool OriginPolicy::isAllowed(const HttpRequest &request) const
{
    return isOwn(request) || isListed(request.field("Origin"));
}

bool OriginPolicy::isListed(std::string_view origin) const
{
    return m_allowsAll || (m_isDemo && isThisMachine(origin))
           || std::ranges::find(m_allowed, lowered(origin)) != m_allowed.end();
}

void OriginPolicy::allow(const HttpRequest &request, HttpResponse &response,
                         Credentials credentials) const
{
    response.set("Vary", "Origin");
    if (!request.has("Origin") || !isAllowed(request))
        return;
    response.set("Access-Control-Allow-Origin", std::string(request.field("Origin")));
    if (credentials == Credentials::Yes)
        response.set("Access-Control-Allow-Credentials", "true");
}

HttpResponse OriginPolicy::preflight(const HttpRequest &request, std::string_view methods,
                                     Credentials credentials) const
{
    HttpResponse response;
    response.status = 204;
    response.set("Allow", std::string(methods));
    allow(request, response, credentials);
    if (request.has("Origin") && isAllowed(request)) {
        response.set("Access-Control-Allow-Methods", std::string(methods));
        response.set("Access-Control-Allow-Headers",
                     "Content-Type, apikey, x-api-key, ContactCenterId");
        response.set("Access-Control-Max-Age", "600");
    }
    return response;
}

} // namespace tandem::gateway
