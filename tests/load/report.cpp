// SPDX-License-Identifier: GPL-3.0-or-later
#include "load/report.h"

#include <fmt/format.h>

namespace tandem::load {

namespace {

constexpr double megabyte = 1e6;
constexpr std::array<std::pair<double, const char *>, 4> shares{
    {{0.5, "p50_ms"}, {0.9, "p90_ms"}, {0.99, "p99_ms"}, {0.999, "p999_ms"}}};

double share(const Histogram &of, double which) { return milliseconds(of.percentile(which)); }

std::string spanLine(const SpanName &name, const Histogram &times)
{
    std::string line = fmt::format("{:<34}{:>10}", name.text, times.count());
    for (const auto &[which, member] : shares)
        line += fmt::format("{:>10.2f}", share(times, which));
    return line + fmt::format("{:>10.2f}\n", milliseconds(times.most()));
}

std::string spansText(const Figures &figures)
{
    std::string text = fmt::format("{:<34}{:>10}{:>10}{:>10}{:>10}{:>10}{:>10}\n", "milliseconds",
                                   "count", "p50", "p90", "p99", "p99.9", "most");
    for (const auto &name : spanNames) {
        if (figures.of(name.span).count() > 0)
            text += spanLine(name, figures.of(name.span));
    }
    return text;
}

bool isAlwaysShown(Count count)
{
    return count == Count::Lost || count == Count::Doubled || count == Count::Reordered
           || count == Count::Refused || count == Count::Failed;
}

std::string countsText(const Outcome &outcome)
{
    std::string text;
    for (const auto &name : countNames) {
        const auto count = outcome.figures.of(name.count);
        if (count > 0 || isAlwaysShown(name.count)) {
            text += fmt::format("{:<34}{:>10}{:>10.1f}/s\n", name.text, count,
                                perSecond(outcome, name.count));
        }
    }
    return text;
}

std::string serverText(const Outcome &outcome)
{
    const auto cores = serverCores(outcome);
    if (!cores)
        return "the server does not show its /metrics to us\n";
    const double commits = outcome.after->commits - outcome.before->commits;
    const double units = outcome.after->units - outcome.before->units;
    return fmt::format("server: {:.2f} cores, {:.0f} MB, {:.1f} units of work a commit\n", *cores,
                       outcome.after->residentBytes / megabyte, commits > 0 ? units / commits : 0);
}

boost::json::object spanJson(const Histogram &times)
{
    boost::json::object json{{"count", times.count()}};
    for (const auto &[which, member] : shares)
        json[member] = share(times, which);
    json["max_ms"] = milliseconds(times.most());
    json["mean_ms"] = milliseconds(times.mean());
    return json;
}

} // namespace

double milliseconds(Histogram::Duration duration)
{
    return static_cast<double>(duration.count()) / 1000;
}

double perSecond(const Outcome &outcome, Count count)
{
    const auto number = static_cast<double>(outcome.figures.of(count));
    return outcome.seconds > 0 ? number / outcome.seconds : 0;
}

std::optional<double> serverCores(const Outcome &outcome)
{
    if (!outcome.before || !outcome.after || outcome.seconds <= 0)
        return std::nullopt;
    return (outcome.after->cpuSeconds - outcome.before->cpuSeconds) / outcome.seconds;
}

double generatorCores(const Outcome &outcome)
{
    return outcome.seconds > 0 ? outcome.generatorCpuSeconds / outcome.seconds : 0;
}

std::string progressText(const Progress &progress, const Figures &figures)
{
    if (progress.isSettling)
        return fmt::format("settling: {} chats are open", progress.open);
    if (progress.seconds <= 0)
        return fmt::format("{} agents are ready, {} chats are open", progress.agents,
                           progress.open);
    const auto &times = figures.of(Span::CustomerMessage);
    return fmt::format(
        "{:.0f} of {:.0f} s: {} open, {} acknowledged ({:.0f}/s), "
        "p50 {:.1f} p99 {:.1f} ms, {} refused, {} failed",
        progress.seconds, progress.of, progress.open, figures.of(Count::Acknowledged),
        static_cast<double>(figures.of(Count::Acknowledged)) / progress.seconds, share(times, 0.5),
        share(times, 0.99), figures.of(Count::Refused), figures.of(Count::Failed));
}

std::string loadText(const Options &options)
{
    const auto &chat = options.chat;
    if (options.kind == LoadKind::Saturate) {
        return fmt::format("{} customers who say the next thing at once, for {} s",
                           options.saturation.connections, options.length.count());
    }
    return fmt::format("{} open chats, {:.1f} messages/s, {:.1f} starts/s, {:.0f} % on a "
                       "WebSocket, for {} s",
                       chat.openChats, chat.messagesPerSecond, chat.startsPerSecond,
                       chat.socketShare * 100, options.length.count());
}

std::string reportText(const Options &options, const Outcome &outcome)
{
    return loadText(options) + "\n\n" + spansText(outcome.figures) + '\n' + countsText(outcome)
           + '\n' + serverText(outcome)
           + fmt::format("generator: {:.2f} cores, {} agents, {} open at the end\n",
                         generatorCores(outcome), outcome.agents, outcome.open);
}

boost::json::object reportJson(const Options &options, const Outcome &outcome)
{
    boost::json::object spans;
    for (const auto &name : spanNames)
        spans[name.name] = spanJson(outcome.figures.of(name.span));
    boost::json::object counts;
    for (const auto &name : countNames)
        counts[name.name] = outcome.figures.of(name.count);
    boost::json::object json{{"load", loadText(options)},  {"seed", options.seed},
                             {"seconds", outcome.seconds}, {"agents", outcome.agents},
                             {"open", outcome.open},       {"spans", std::move(spans)},
                             {"counts", std::move(counts)}};
    json["acknowledged_per_s"] = perSecond(outcome, Count::Acknowledged);
    json["generator_cores"] = generatorCores(outcome);
    if (const auto cores = serverCores(outcome)) {
        json["server_cores"] = *cores;
        json["server_resident_bytes"] = outcome.after->residentBytes;
        json["server_units"] = outcome.after->units - outcome.before->units;
        json["server_commits"] = outcome.after->commits - outcome.before->commits;
    }
    return json;
}

} // namespace tandem::load
