// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/metricsroute.h"

#include "base/platform/processfigures.h"
#include "gateway/metricstext.h"

#include <algorithm>

namespace tandem::gateway {

namespace {

using protocol::MetricFamily;
using protocol::MetricType;

constexpr char contentType[] = "text/plain; version=0.0.4; charset=utf-8";

template <class T>
void add(std::vector<MetricFamily> &families, const char *name, const char *help, MetricType type,
         const std::optional<T> &value)
{
    if (value)
        families.push_back({name, help, type, {{{}, double(*value)}}});
}

void addProcess(std::vector<MetricFamily> &families)
{
    using enum MetricType;
    const auto process = platform::processFigures();
    add(families, "process_cpu_seconds_total", "Processor time spent, in seconds.", Counter,
        process.cpuSeconds);
    add(families, "process_resident_memory_bytes", "Memory in use, in bytes.", Gauge,
        process.residentBytes);
    add(families, "process_virtual_memory_bytes", "Address space in use, in bytes.", Gauge,
        process.virtualBytes);
    add(families, "process_open_fds", "Open file descriptors.", Gauge, process.openFiles);
    add(families, "process_max_fds", "File descriptors that may be open.", Gauge,
        process.mostOpenFiles);
    add(families, "process_start_time_seconds", "When the process began, in seconds since 1970.",
        Gauge, process.startSeconds);
}

void addCore(std::vector<MetricFamily> &families, const CoreFigures &core, bool canCommit)
{
    using enum MetricType;
    families.push_back({"tandem_build_info",
                        "Always 1; the version is a label.",
                        Gauge,
                        {{{{"version", TANDEM_VERSION}}, 1}}});
    add(families, "tandem_store_healthy", "1 while the store takes commits.", Gauge,
        std::optional(canCommit ? 1 : 0));
    add(families, "tandem_core_jobs_total", "Requests that the core has handled.", Counter,
        std::optional(core.jobs));
    add(families, "tandem_core_queue_length", "Requests that wait for the core.", Gauge,
        std::optional(core.waiting));
    add(families, "tandem_store_backlog", "Units of work that wait for their commit.", Gauge,
        std::optional(core.backlog));
    add(families, "tandem_store_commits_total", "Transactions that were committed.", Counter,
        std::optional(core.commits));
    add(families, "tandem_store_units_total",
        "Units of work that were committed; several share a transaction.", Counter,
        std::optional(core.units));
}

void addDoor(std::vector<MetricFamily> &families, const Connections::Figures &door)
{
    using enum MetricType;
    add(families, "tandem_gateway_connections", "Connections that are open.", Gauge,
        std::optional(door.open));
    add(families, "tandem_gateway_connections_total", "Connections that were taken.", Counter,
        std::optional(door.admitted));
    add(families, "tandem_gateway_connections_refused_total",
        "Connections that were refused: too many.", Counter, std::optional(door.refused));
    add(families, "tandem_gateway_slow_readers_dropped_total",
        "Connections and sessions that were ended since their peer did not read.", Counter,
        std::optional(door.dropped));
    add(families, "tandem_gateway_requests_total",
        "HTTP requests and WebSocket messages that have come.", Counter,
        std::optional(door.requests));
}

} // namespace

bool mayReadMetrics(const HttpRequest &request, const std::vector<std::string> &allowed)
{
    // What a proxy of this machine passes on comes from elsewhere.
    for (const char *field : {"Forwarded", "X-Forwarded-For", "X-Real-IP", "Via"}) {
        if (request.has(field))
            return false;
    }
    return request.isLoopback || std::ranges::find(allowed, request.address) != allowed.end();
}

void addMetricsRoute(Router &router, CorePort &core, const Connections &connections,
                     std::vector<std::string> allowed)
{
    const auto answer = [&core, &connections, allowed = std::move(allowed)](
                            const std::shared_ptr<HttpExchange> &exchange) {
        if (!mayReadMetrics(exchange->request(), allowed)) {
            return exchange->respond(
                errorResponse(403, "not_permitted",
                              "Figures are told to this machine and to the addresses of "
                              "gateway.metricsFrom only."));
        }
        core.ask<protocol::ServerMetrics>(
            Caller::system(), {},
            [&core, &connections, exchange](const Result<protocol::ServerMetricsReply> &reply) {
                exchange->respondBy([&core, &connections, reply] {
                    std::vector<MetricFamily> families;
                    addProcess(families);
                    addCore(families, core.figures(), core.canCommit());
                    addDoor(families, connections.figures());
                    if (reply)
                        std::ranges::copy(reply->families, std::back_inserter(families));
                    HttpResponse response;
                    response.set("Content-Type", contentType);
                    response.set("Cache-Control", "no-store");
                    response.body = metricsText(families);
                    return response;
                });
            });
    };
    router.add("/metrics", "GET, HEAD", answer);
}

} // namespace tandem::gateway
