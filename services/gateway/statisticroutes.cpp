// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/statisticroutes.h"

#include "gateway/chatfault.h"
#include "gateway/statisticnames.h"

#include <cmath>

namespace tandem::gateway {

using namespace protocol;

namespace {

HttpResponse statisticFault(int status, std::string_view phrase, std::string_view message)
{
    std::string body = R"({"message":)";
    json::write(body, message);
    body += R"(,"exception":"StatisticException","phrase":)";
    json::write(body, phrase);
    body += '}';
    auto response = jsonResponse(status, std::move(body));
    if (status == 503)
        response.set("Retry-After", "1");
    return response;
}

HttpResponse statisticFault(const Error &error)
{
    if (mayPassWithTime(error.reason))
        return statisticFault(503, "UNAVAILABLE", error.message);
    if (error.reason == Reason::NotFound)
        return statisticFault(404, "NOT_FOUND", error.message);
    return statisticFault(400, "BAD_PARAMETER", error.message);
}

HttpResponse valueResponse(const std::optional<double> &value, double factor)
{
    std::string body = R"({"value":)";
    // Three digits: a thousandth of a second is what there is.
    if (value && std::isfinite(*value))
        json::write(body, std::round(*value * factor * 1000) / 1000);
    else
        body += "null";
    auto response = jsonResponse(200, body + '}');
    response.set("Age", "0");
    return response;
}

void answerStatistic(const std::shared_ptr<HttpExchange> &exchange, CorePort &core)
{
    const auto form = decodeForm(exchange->request());
    if (!form) {
        const bool isOtherType = form.error().reason == Reason::NotPermitted;
        return exchange->respond(
            statisticFault(isOtherType ? 415 : 400, "BAD_PARAMETER", form.error().message));
    }
    auto question = statisticFrom(*form);
    if (!question)
        return exchange->respond(statisticFault(question.error()));
    core.ask(Caller::system(), std::move(question->query),
             [exchange, factor = question->factor](Result<StatisticReply> reply) {
                 exchange->respond(reply ? valueResponse(reply->value, factor)
                                         : statisticFault(reply.error()));
             });
}

} // namespace

void addStatisticRoutes(Router &router, CorePort &core, const CaptureAccess &access)
{
    router.add("/genesys/1/statistic", "POST",
               [&core, &access](std::shared_ptr<HttpExchange> exchange) {
                   if (auto refusal = access.refusal(exchange->request()))
                       return exchange->respond(*std::move(refusal));
                   answerStatistic(exchange, core);
               });
    router.add("/genesys/1/internal_statistic", "POST",
               [&core](std::shared_ptr<HttpExchange> exchange) {
                   const auto &request = exchange->request();
                   if (CaptureAccess::isLocal(request) && !request.has("Origin"))
                       return answerStatistic(exchange, core);
                   exchange->respond(errorResponse(
                       403, "not_permitted",
                       "This address is for programs on this machine; use /genesys/1/statistic."));
               });
}

} // namespace tandem::gateway
