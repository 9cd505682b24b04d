// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/simulateoptions.h"

#include "base/optionnumbers.h"

#include <QCommandLineParser>

namespace tandem::ctl {

namespace {

constexpr int mostChats = 1'000'000;

void declareSimulation(QCommandLineParser &parser)
{
    const auto value = QStringLiteral("value");
    const auto withValue = {"strategy",  "site",     "arrivals", "queue",    "chats", "agents",
                            "shift",     "handling", "accept",   "patience", "reply", "after-work",
                            "callbacks", "seed",     "date",     "csv",      "svg"};
    for (const char *name : withValue)
        parser.addOption(QCommandLineOption(QLatin1String(name), {}, value));
    parser.addOption(QCommandLineOption(QStringLiteral("json")));
    parser.addOption(QCommandLineOption(QStringList{QStringLiteral("h"), QStringLiteral("help")}));
}

void readSeconds(OptionNumbers &numbers, const char *name, Ms &into, double least = 0,
                 double most = 86'400)
{
    if (const auto given = numbers.read<double>(name, least, most, "a number of seconds"))
        into = Ms(static_cast<std::int64_t>(*given * 1000 + 0.5));
}

Result<void> readNumbers(const QCommandLineParser &parser, SimulationSettings &settings)
{
    OptionNumbers numbers(parser);
    readSeconds(numbers, "handling", settings.handling, 1);
    readSeconds(numbers, "accept", settings.accept, 0, 20);
    readSeconds(numbers, "patience", settings.patience);
    readSeconds(numbers, "reply", settings.reply);
    readSeconds(numbers, "after-work", settings.afterWork);
    settings.chats = numbers.read("chats", 1, mostChats, "a number").value_or(settings.chats);
    settings.agents = numbers.read("agents", 1, mostSimulatedAgents, "a number");
    settings.seed = numbers.read<std::uint64_t>("seed", 0, UINT64_MAX, "a whole number")
                        .value_or(settings.seed);
    if (const auto hours = numbers.read<double>("shift", 0.5, 24, "a number of hours"))
        settings.shift = Ms(static_cast<std::int64_t>(*hours * 3'600'000));
    if (const auto percent = numbers.read<double>("callbacks", 0, 100, "a number of percent"))
        settings.callbackShare = *percent / 100;
    return numbers.problem();
}

} // namespace

Result<SimulateOptions> parseSimulateOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    declareSimulation(parser);
    if (!parser.parse(QStringList(QStringLiteral("tandemctl")) + arguments))
        return failure(Reason::InvalidParams, parser.errorText().toStdString());
    const auto text = [&](const char *name) {
        return parser.value(QLatin1String(name)).toStdString();
    };
    SimulateOptions options;
    options.json = parser.isSet(QStringLiteral("json"));
    options.help = parser.isSet(QStringLiteral("help"));
    if (options.help)
        return options;
    if (!parser.positionalArguments().isEmpty()) {
        return failure(Reason::InvalidParams,
                       "\"" + parser.positionalArguments().front().toStdString()
                           + "\" is not understood; see tandemctl simulate --help.");
    }
    for (const auto &strategy : parser.values(QStringLiteral("strategy")))
        options.strategies.push_back(strategy.toStdString());
    if (options.strategies.empty() || options.strategies.size() > 2) {
        return failure(Reason::InvalidParams,
                       "Say --strategy FILE once, or twice to compare two; \"none\" are the "
                       "queues' own rules.",
                       "strategy");
    }
    for (const auto &queue : parser.values(QStringLiteral("queue")))
        options.settings.queues.push_back(queue.toStdString());
    options.siteFile = text("site");
    options.csvFile = text("csv");
    options.svgFile = text("svg");
    if (const auto arrivals = text("arrivals"); arrivals != "synthetic")
        options.arrivalsFile = arrivals;
    if (const auto date = text("date"); !date.empty())
        options.settings.date = date;
    if (auto read = readNumbers(parser, options.settings); !read)
        return std::unexpected(read.error());
    return options;
}

} // namespace tandem::ctl
