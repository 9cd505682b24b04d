// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/simulatecommand.h"

#include "base/platform/progressline.h"
#include "ctl/manual.h"
#include "ctl/simulateoptions.h"
#include "ctl/simulationreport.h"
#include "ctl/strictjson.h"
#include "ctl/texttable.h"
#include "host/democompany.h"
#include "simulation/recordedarrivals.h"
#include "simulation/syntheticarrivals.h"
#include "site/sitecheck.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <iostream>

namespace tandem::ctl {

using namespace Qt::StringLiterals;

namespace {

constexpr char noStrategy[] = "none";

Result<std::string> textOfFile(const std::string &name)
{
    QFile file(QString::fromStdString(name));
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(Reason::InvalidParams,
                       "Cannot read " + name + ": " + file.errorString().toStdString());
    }
    return file.readAll().toStdString();
}

Result<void> writeFile(const std::string &name, const std::string &text)
{
    QSaveFile file(QString::fromStdString(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text.data(), qint64(text.size())) < 0
        || !file.commit()) {
        return failure(Reason::InvalidParams,
                       "Cannot write " + name + ": " + file.errorString().toStdString());
    }
    return {};
}

Result<protocol::SiteDocument> siteFrom(const std::string &name)
{
    if (name.empty())
        return demoSite();
    const auto text = textOfFile(name);
    if (!text)
        return std::unexpected(text.error());
    const auto value = json::parse(*text);
    auto site = value ? json::fromValue<protocol::SiteDocument>(*value)
                      : Result<protocol::SiteDocument>(std::unexpected(value.error()));
    if (site) {
        if (auto known = checkMembers<protocol::SiteDocument>(*value); !known)
            site = std::unexpected(known.error());
    }
    if (site && !site->rules)
        site->rules.emplace();
    if (site) {
        if (auto checked = checkDocument(*site); !checked)
            site = std::unexpected(checked.error());
    }
    if (!site)
        return failure(Reason::InvalidParams, name + ": " + site.error().message);
    return site;
}

// An id that the library takes, of the file's name.
std::string idOfFile(const std::string &name)
{
    auto id = QFileInfo(QString::fromStdString(name)).completeBaseName().toStdString();
    std::ranges::replace_if(
        id, [](unsigned char c) { return std::isalnum(c) == 0 && c != '-' && c != '_'; }, '_');
    return id.empty() ? "strategy" : id.substr(0, 64);
}

struct NamedStrategy
{
    std::string name;
    std::optional<ShippedStrategy> strategy; // none: the queues' own rules
};

Result<NamedStrategy> strategyFrom(const std::string &name)
{
    if (name == noStrategy)
        return NamedStrategy{"the queues' own rules", {}};
    if (const auto ids = shippedStrategyIds(); std::ranges::find(ids, name) != ids.end())
        return NamedStrategy{name, shippedStrategy(name)};
    const auto text = textOfFile(name);
    if (!text) {
        return failure(Reason::InvalidParams,
                       text.error().message
                           + ". Strategies that come with Tandem are named by "
                             "their id (see tandemctl simulate --help).");
    }
    auto strategy = readSimulatedStrategy(idOfFile(name), *text);
    if (!strategy)
        return failure(Reason::Conflict, name + ": " + strategy.error().message);
    return NamedStrategy{QFileInfo(QString::fromStdString(name)).fileName().toStdString(),
                         std::move(*strategy)};
}

Result<std::vector<SimulatedCustomer>> customersOf(const protocol::SiteDocument &site,
                                                   const SimulateOptions &options)
{
    const auto queues = simulatedQueues(site, options.settings);
    if (!queues)
        return std::unexpected(queues.error());
    if (options.arrivalsFile.empty())
        return syntheticArrivals(site, *queues, options.settings);
    const auto text = textOfFile(options.arrivalsFile);
    if (!text)
        return std::unexpected(text.error());
    auto customers = recordedArrivals(*text, site, options.settings);
    if (!customers) {
        return failure(Reason::InvalidParams,
                       options.arrivalsFile + ", " + customers.error().message + ".");
    }
    return customers;
}

Result<std::vector<SimulatedResult>> simulate(const SimulateOptions &options)
{
    const auto site = siteFrom(options.siteFile);
    if (!site)
        return std::unexpected(site.error());
    std::vector<NamedStrategy> strategies;
    for (const auto &name : options.strategies) {
        auto strategy = strategyFrom(name);
        if (!strategy)
            return std::unexpected(strategy.error());
        strategies.push_back(std::move(*strategy));
    }
    const auto customers = customersOf(*site, options);
    if (!customers)
        return std::unexpected(customers.error());
    std::vector<SimulatedResult> results;
    for (const auto &[name, strategy] : strategies) {
        auto plan = planDay(*site, options.settings, strategy ? &*strategy : nullptr);
        if (!plan)
            return std::unexpected(plan.error());
        plan->customers = *customers;
        const platform::ProgressLine line;
        SimulatedDay day(*plan);
        auto figures = day.run([&, shown = printable(name)](double share) {
            line.show(shown + ' ' + std::to_string(static_cast<int>(share * 100)) + " %");
        });
        if (!figures)
            return std::unexpected(figures.error());
        results.push_back({name, std::move(*figures)});
    }
    return results;
}

Result<void> report(const SimulateOptions &options, const std::vector<SimulatedResult> &results)
{
    if (!options.csvFile.empty()) {
        if (auto written = writeFile(options.csvFile, csvOf(results)); !written)
            return written;
    }
    if (!options.svgFile.empty()) {
        if (auto written = writeFile(options.svgFile, chartOf(results)); !written)
            return written;
    }
    std::cout << (options.json ? jsonOf(results) : tableOf(results)) << std::flush;
    return {};
}

// A strategy with findings is refused; all else that is wrong is wrong usage.
Outcome refused(const Error &error)
{
    failed(error);
    return error.reason == Reason::InvalidParams ? Outcome::WrongUsage : Outcome::Refused;
}

} // namespace

std::optional<Outcome> simulateCommand(const QStringList &arguments)
{
    // "--json simulate" as the other commands take it.
    const auto word = arguments.indexOf(u"simulate"_s);
    if (word < 0 || word > 1 || (word == 1 && arguments.front() != u"--json"_s))
        return std::nullopt;
    const auto options = parseSimulateOptions(arguments.first(word) + arguments.mid(word + 1));
    if (!options)
        return refused(options.error());
    if (options->help) {
        std::cout << simulateManual;
        return Outcome::Done;
    }
    const auto results = simulate(*options);
    if (!results)
        return refused(results.error());
    const auto told = report(*options, *results);
    return told ? Outcome::Done : refused(told.error());
}

} // namespace tandem::ctl
