// SPDX-License-Identifier: GPL-3.0-or-later
#include "load/comparison.h"

#include "load/report.h"
#include "load/startedserver.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <iostream>

namespace tandem::load {

namespace {

struct Compared
{
    const char *text;
    std::function<double(const Outcome &)> value;
};

double spanOf(const Outcome &outcome, Span span, double share)
{
    return milliseconds(outcome.figures.of(span).percentile(share));
}

std::vector<Compared> compared()
{
    return {
        {"acknowledged/s", [](const Outcome &of) { return perSecond(of, Count::Acknowledged); }},
        {"customer's message acknowledged, p50 ms",
         [](const Outcome &of) { return spanOf(of, Span::CustomerMessage, 0.5); }},
        {"the same, p99 ms",
         [](const Outcome &of) { return spanOf(of, Span::CustomerMessage, 0.99); }},
        {"customer's message at the agent, p99 ms",
         [](const Outcome &of) { return spanOf(of, Span::ShownToAgent, 0.99); }},
        {"cores of the server", [](const Outcome &of) { return serverCores(of).value_or(0); }},
        {"memory of the server, MB",
         [](const Outcome &of) { return of.after ? of.after->residentBytes / 1e6 : 0; }},
    };
}

struct Spread
{
    double least, median, most;
};

Spread spreadOf(const std::vector<Outcome> &outcomes, const Compared &what)
{
    std::vector<double> values;
    values.reserve(outcomes.size());
    for (const auto &outcome : outcomes)
        values.push_back(what.value(outcome));
    std::ranges::sort(values);
    const auto half = values.size() / 2;
    const double median = (values[(values.size() - 1) / 2] + values[half]) / 2;
    return {values.front(), median, values.back()};
}

std::string shown(const Spread &spread)
{
    return fmt::format("{:.2f} ({:.2f} - {:.2f})", spread.median, spread.least, spread.most);
}

} // namespace

Result<Comparison> compare(const Options &options, const std::string &password, const Stop &stop)
{
    Comparison comparison;
    for (int round = 1; round <= options.rounds && !stop.isRequested(); ++round) {
        for (std::size_t which = 0; which < 2; ++which) {
            std::cerr << fmt::format("round {} of {}: {}\n", round, options.rounds,
                                     options.compared[which]);
            const auto server = StartedServer::start(options.compared[which]);
            if (!server)
                return std::unexpected(server.error());
            auto outcome = runOnce(options, (*server)->url(), password, stop);
            if (!outcome)
                return std::unexpected(outcome.error());
            comparison.outcomes[which].push_back(*std::move(outcome));
        }
    }
    return comparison;
}

std::string comparisonText(const Options &options, const Comparison &comparison)
{
    const auto &[first, second] = comparison.outcomes;
    std::string text =
        fmt::format("{}\nA: {}\nB: {}\n\n{:<42}{:>34}{:>34}{:>8}\n", loadText(options),
                    options.compared[0], options.compared[1],
                    fmt::format("median (least - most) of {}", first.size()), "A", "B", "B/A");
    for (const auto &what : compared()) {
        const auto a = spreadOf(first, what);
        const auto b = spreadOf(second, what);
        text += fmt::format("{:<42}{:>34}{:>34}{:>8.2f}\n", what.text, shown(a), shown(b),
                            a.median > 0 ? b.median / a.median : 0);
    }
    return text;
}

} // namespace tandem::load
