// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/waitroute.h"

#include "gateway/chatfault.h"
#include "gateway/chatfields.h"
#include "gateway/form.h"

namespace tandem::gateway {

using namespace protocol;

namespace {

constexpr auto keptFor = std::chrono::seconds(3);
constexpr std::string_view waitMethods = "GET, HEAD, OPTIONS";
constexpr auto noCredentials = OriginPolicy::Credentials::No;

HttpResponse waitResponse(const QueueWaitReply &reply)
{
    // -1: not known. Rounded up: a wait that is still there is not nothing.
    const auto ms = reply.estimatedWaitMs;
    std::string body = R"({"ewt":)";
    json::write(body, ms ? (std::max<std::int64_t>(0, *ms) + 999) / 1000 : std::int64_t(-1));
    body += ",\"waiting\":";
    json::write(body, reply.waiting);
    body += ",\"isOpen\":";
    json::write(body, reply.isOpen);
    body += ",\"name\":";
    json::write(body, reply.name);
    body += ",\"requiredFields\":";
    json::write(body, reply.requiredFields);
    auto response = jsonResponse(200, body + '}');
    response.set("Cache-Control", "max-age=" + std::to_string(keptFor.count()));
    return response;
}

HttpResponse waitFault(const Error &error)
{
    if (mayPassWithTime(error.reason)) {
        auto response = errorResponse(503, reasonName(error.reason), error.message);
        response.set("Retry-After", "1");
        return response;
    }
    const bool isUnknown = error.reason == Reason::NotFound;
    return errorResponse(isUnknown ? 404 : 400, reasonName(error.reason), error.message);
}

void handleWait(const std::shared_ptr<HttpExchange> &exchange, WaitingTimes &times,
                const OriginPolicy &origins)
{
    const auto &request = exchange->request();
    if (request.method == "OPTIONS")
        return exchange->respond(origins.preflight(request, waitMethods, noCredentials));
    const auto answer = [exchange, &origins](HttpResponse response) {
        origins.allow(exchange->request(), response, noCredentials);
        exchange->respond(std::move(response));
    };
    if (!origins.isAllowed(request)) {
        return answer(
            errorResponse(403, "not_permitted", "Pages of this origin may not ask for that."));
    }
    const auto form = decodeUrlEncoded(request.query);
    const auto name = form ? optionalField(*form, "name") : std::nullopt;
    if (!name) {
        return answer(waitFault(
            {Reason::InvalidParams,
             form ? "The parameter name is missing: the queue." : form.error().message, "name"}));
    }
    times.ask(*name, [answer](const Result<QueueWaitReply> &reply) {
        answer(reply ? waitResponse(*reply) : waitFault(reply.error()));
    });
}

} // namespace

void WaitingTimes::ask(const QueueId &queue, Done done)
{
    {
        std::unique_lock lock(m_mutex);
        const auto known = m_known.find(queue);
        if (known != m_known.end() && Clock::now() - known->second.known < keptFor) {
            const auto reply = known->second.reply;
            lock.unlock();
            return done(reply);
        }
        auto &asked = m_asked[queue];
        asked.push_back(std::move(done));
        if (asked.size() > 1)
            return;
    }
    m_core.ask(Caller::customer(), QueueWait{queue},
               [this, queue](const Result<QueueWaitReply> &reply) { answered(queue, reply); });
}

void WaitingTimes::answered(const QueueId &queue, const Result<QueueWaitReply> &reply)
{
    std::vector<Done> asked;
    {
        const std::lock_guard lock(m_mutex);
        asked = std::move(m_asked[queue]);
        m_asked.erase(queue);
        // Queues that there are: names that somebody makes up are not kept.
        if (reply)
            m_known[queue] = {*reply, Clock::now()};
        else
            m_known.erase(queue);
    }
    for (const auto &done : asked)
        done(reply);
}

void addWaitRoute(Router &router, WaitingTimes &times, const OriginPolicy &origins)
{
    router.add("/genesys/1/statistic/ewt", std::string(waitMethods),
               [&times, &origins](const std::shared_ptr<HttpExchange> &exchange) {
                   handleWait(exchange, times, origins);
               });
}

} // namespace tandem::gateway
