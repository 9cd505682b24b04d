// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/capturepoint.h"
#include "gateway/capturewsdl.h"
#include "gateway/form.h"
#include "gateway/httpsyntax.h"
#include "gateway/pathparts.h"

namespace tandem::gateway {

namespace {

constexpr std::string_view pointPrefix = "/Genesys/Interaction/";
constexpr std::string_view serviceName = "WebServiceCapturePoint";

std::optional<std::string> pointName(std::string_view path)
{
    auto parts = pathParts(path, pointPrefix);
    if (!parts || parts->size() != 2 || parts->back() != serviceName)
        return std::nullopt;
    return std::move(parts->front());
}

// text/xml, application/soap+xml and what is near it, in UTF-8.
bool isXml(const HttpRequest &request)
{
    const auto field = request.field("Content-Type");
    const auto type = lowered(trimmed(field.substr(0, field.find(';'))));
    const auto charset = lowered(fieldParameter(field, "charset"));
    return (type == "text/xml" || type == "application/xml" || type == "application/soap+xml")
           && (charset.empty() || charset == "utf-8" || charset == "us-ascii");
}

HttpResponse wsdlResponse(const HttpRequest &request)
{
    HttpResponse response;
    response.fields = {{"Content-Type", "text/xml; charset=utf-8"},
                       {"Cache-Control", "no-store"},
                       {"X-Content-Type-Options", "nosniff"}};
    const auto host = request.field("Host");
    response.body =
        captureWsdl("http://" + std::string(host.empty() ? "localhost" : host) + request.path);
    return response;
}

void handlePoint(std::shared_ptr<HttpExchange> exchange, CapturePoint &point,
                 const CaptureAccess &access)
{
    const auto &request = exchange->request();
    if (auto refusal = access.refusal(request))
        return exchange->respond(*std::move(refusal));
    const auto name = pointName(request.path);
    if (!name)
        return exchange->respond(
            errorResponse(404, "not_found", "There is no capture point at this address."));
    if (request.method != "POST") {
        if (lowered(request.query) == "wsdl")
            return exchange->respond(wsdlResponse(request));
        return exchange->respond(errorResponse(
            400, "bad_request", "Ask with POST, or with GET and ?wsdl for the description."));
    }
    if (!isXml(request))
        return exchange->respond(
            errorResponse(415, "unsupported_media_type",
                          "The body must be text/xml or application/soap+xml, in UTF-8."));
    const auto message = readSoap(request.body);
    if (!message)
        return exchange->respond(soapResponse(message.error().version, message.error().fault));
    point.call(*name, *message,
               [exchange](HttpResponse response) { exchange->respond(std::move(response)); });
}

} // namespace

void addCapturePointRoutes(Router &router, CapturePoint &point, const CaptureAccess &access)
{
    router.add(std::string(pointPrefix), "GET, HEAD, POST",
               [&point, &access](std::shared_ptr<HttpExchange> exchange) {
                   handlePoint(std::move(exchange), point, access);
               });
}

} // namespace tandem::gateway
