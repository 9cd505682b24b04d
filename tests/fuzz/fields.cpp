// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of a request's head that decide who may do what: Host, Origin, X-Forwarded-For,
// Authorization, cookies, lists; and the path with its query.
#include "gateway/captureaccess.h"
#include "gateway/chatroutes.h"
#include "gateway/compression.h"
#include "gateway/form.h"
#include "gateway/httpsyntax.h"
#include "gateway/ipaddress.h"
#include "gateway/metricsroute.h"
#include "gateway/origin.h"
#include "gateway/pathparts.h"
#include "target.h"

using namespace tandem;
using namespace tandem::gateway;
using tandem::fuzz::demand;

namespace {

HttpRequest requestOf(std::string_view bytes)
{
    HttpRequest request;
    request.method = "GET";
    request.address = "10.1.2.3";
    const auto all = fuzz::lines(bytes, 20);
    if (!all.empty())
        request.path = all[0];
    for (std::size_t i = 1; i < all.size(); ++i) {
        const auto colon = all[i].find(':');
        if (colon != std::string_view::npos)
            request.fields.push_back({std::string(all[i].substr(0, colon)),
                                      std::string(trimmed(all[i].substr(colon + 1)))});
    }
    return request;
}

void checkAccess(HttpRequest request)
{
    static const CaptureAccess open(CaptureAccessSettings{});
    static const CaptureAccess listed({{"10.0.0.0/8", "fd00::/8"}, {}});
    static const CaptureAccess secret({{}, "a token of some length"});
    demand(open.refusal(request).has_value(), "who is no neighbour is refused");
    (void)listed.refusal(request);
    const bool isShown =
        request.field("Authorization").find("a token of some length") != std::string_view::npos;
    demand(isShown || secret.refusal(request).has_value(), "without the token all is refused");
    demand(!mayReadMetrics(request, {}), "figures are for this machine");
    request.isLoopback = true;
    request.address = "127.0.0.1";
    if (request.has("X-Forwarded-For"))
        demand(!CaptureAccess::isLocal(request), "whom a proxy speaks for is not local");
}

void checkOrigin(const HttpRequest &request)
{
    static const OriginPolicy policy({"https://shop.example"}, false);
    const auto origin = request.field("Origin");
    if (policy.isOwn(request) && request.has("Origin"))
        demand(origin.find(lowered(request.field("Host"))) != std::string_view::npos
                   || lowered(origin).find(lowered(request.field("Host"))) != std::string::npos,
               "the server's own page names the server");
    HttpResponse response;
    policy.allow(request, response, OriginPolicy::Credentials::Yes);
    const auto preflight =
        policy.preflight(request, "POST, OPTIONS", OriginPolicy::Credentials::No);
    (void)responseHead(preflight, Connection::Close);
}

} // namespace

static void fuzzFields(std::string_view bytes)
{
    const auto request = requestOf(bytes);
    checkAccess(request);
    checkOrigin(request);
    (void)request.wantsWebSocket();
    (void)acceptsGzip(request.field("Accept-Encoding"));
    (void)fieldParameter(request.field("Content-Type"), "boundary");
    (void)chatPath(request.path);
    (void)isHost(request.field("Host"));
    (void)isTarget(request.path, "GET");
    if (const auto parts = pathParts(request.path, "/")) {
        for (const auto &part : *parts)
            demand(!part.empty() && isUtf8(part), "parts of a path are texts");
    }
    for (const auto &field : request.fields) {
        if (const auto address = ipAddress(field.value))
            demand(ipAddress(*address) == address, "an address has one form");
    }
}

static const tandem::fuzz::Registered registeredFields("fields", fuzzFields);
