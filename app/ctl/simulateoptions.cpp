// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/simulateoptions.h"

#include <QCommandLineParser>

#include <charconv>

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

// Reads the options that are numbers and remembers the first that is none.
class NumberReader
{
public:
    explicit NumberReader(const QCommandLineParser &parser) : m_parser(parser) {}

    template <class Number>
    std::optional<Number> read(const char *name, Number least, Number most, const char *unit)
    {
        if (!m_parser.isSet(QLatin1String(name)))
            return std::nullopt;
        const auto text = m_parser.value(QLatin1String(name)).toStdString();
        Number number{};
        const auto *end = text.data() + text.size();
        const auto result = std::from_chars(text.data(), end, number);
        if (result.ec == std::errc() && result.ptr == end && number >= least && number <= most)
            return number;
        if (m_problem) {
            m_problem =
                failure(Reason::InvalidParams,
                        "--" + std::string(name) + " is " + unit + ", "
                            + QString::number(least).toStdString() + " to "
                            + QString::number(most).toStdString() + "; not \"" + text + "\".",
                        name);
        }
        return std::nullopt;
    }
    void seconds(const char *name, Ms &into, double least = 0, double most = 86'400)
    {
        if (const auto given = read<double>(name, least, most, "a number of seconds"))
            into = Ms(static_cast<std::int64_t>(*given * 1000 + 0.5));
    }
    const Result<void> &problem() const { return m_problem; }

private:
    const QCommandLineParser &m_parser;
    Result<void> m_problem;
};

Result<void> readNumbers(const QCommandLineParser &parser, SimulationSettings &settings)
{
    NumberReader reader(parser);
    reader.seconds("handling", settings.handling, 1);
    reader.seconds("accept", settings.accept, 0, 20);
    reader.seconds("patience", settings.patience);
    reader.seconds("reply", settings.reply);
    reader.seconds("after-work", settings.afterWork);
    settings.chats = reader.read("chats", 1, mostChats, "a number").value_or(settings.chats);
    settings.agents = reader.read("agents", 1, mostSimulatedAgents, "a number");
    settings.seed =
        reader.read<std::uint64_t>("seed", 0, UINT64_MAX, "a whole number").value_or(settings.seed);
    if (const auto hours = reader.read<double>("shift", 0.5, 24, "a number of hours"))
        settings.shift = Ms(static_cast<std::int64_t>(*hours * 3'600'000));
    if (const auto percent = reader.read<double>("callbacks", 0, 100, "a number of percent"))
        settings.callbackShare = *percent / 100;
    return reader.problem();
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
