// SPDX-License-Identifier: GPL-3.0-or-later
#include "load/options.h"

#include "base/optionnumbers.h"

namespace tandem::load {

namespace {

constexpr double mostTimes = 200;

void declare(QCommandLineParser &parser)
{
    const auto value = QStringLiteral("value");
    for (const char *name :
         {"server",     "service",      "user",        "password-file", "seconds",
          "warm-up",    "times",        "open",        "messages",      "starts",
          "sockets",    "poll",         "agents",      "capacity",      "typing",
          "drop-every", "reload-every", "drop-all-at", "connections",   "outstanding",
          "dialogues",  "seed",         "json",        "compare",       "rounds"})
        parser.addOption(QCommandLineOption(QLatin1String(name), {}, value));
    parser.addOption(QCommandLineOption(QStringLiteral("version")));
    parser.addOption(QCommandLineOption(QStringList{QStringLiteral("h"), QStringLiteral("help")}));
}

void readSeconds(OptionNumbers &numbers, const char *name, Seconds &into, double least)
{
    if (const auto given = numbers.read<double>(name, least, 604'800, "a number of seconds"))
        into = Seconds(*given);
}

void readT8(OptionNumbers &numbers, ChatLoadOptions &chat)
{
    const double times = numbers.read<double>("times", 0.01, mostTimes, "a number").value_or(1);
    chat.openChats = static_cast<int>(chat.openChats * times + 0.5);
    chat.messagesPerSecond *= times;
    chat.startsPerSecond *= times;
}

void readChat(OptionNumbers &numbers, ChatLoadOptions &chat)
{
    readT8(numbers, chat);
    chat.openChats = numbers.read("open", 1, 1'000'000, "a number").value_or(chat.openChats);
    const auto rate = [&](const char *name, double &into) {
        into = numbers.read<double>(name, 0, 1'000'000, "a number a second").value_or(into);
    };
    rate("messages", chat.messagesPerSecond);
    rate("starts", chat.startsPerSecond);
    const auto share = [&](const char *name, double &into) {
        into = numbers.read<double>(name, 0, 1, "a share").value_or(into);
    };
    share("sockets", chat.socketShare);
    share("typing", chat.typingShare);
    if (const auto poll = numbers.read<double>("poll", 0.01, 40, "a number of seconds"))
        chat.pollInterval = std::chrono::milliseconds(static_cast<int>(*poll * 1000));
    chat.capacity = numbers.read("capacity", 1, 1000, "a number").value_or(chat.capacity);
    readSeconds(numbers, "drop-every", chat.dropInterval, 1);
    readSeconds(numbers, "reload-every", chat.reloadInterval, 1);
    Seconds dropAllAt{-1};
    readSeconds(numbers, "drop-all-at", dropAllAt, 0);
    if (dropAllAt.count() >= 0)
        chat.dropAllAt = dropAllAt;
}

Result<void> readNumbers(const QCommandLineParser &parser, Options &options)
{
    OptionNumbers numbers(parser);
    readChat(numbers, options.chat);
    readSeconds(numbers, "seconds", options.length, 1);
    readSeconds(numbers, "warm-up", options.warmUp, 0);
    auto &saturation = options.saturation;
    saturation.connections =
        numbers.read("connections", 1, 100'000, "a number").value_or(saturation.connections);
    saturation.outstanding =
        numbers.read("outstanding", 1, 10'000, "a number").value_or(saturation.outstanding);
    options.chat.agents = numbers.read("agents", 0, 100'000, "a number");
    saturation.agents = options.chat.agents.value_or(0);
    options.rounds = numbers.read("rounds", 1, 100, "a number").value_or(options.rounds);
    options.seed =
        numbers.read<std::uint64_t>("seed", 0, UINT64_MAX, "a number").value_or(options.seed);
    return numbers.problem();
}

Result<LoadKind> kindOf(const QStringList &words)
{
    if (words.size() == 1 && words.front() == QLatin1String("chat"))
        return LoadKind::Chat;
    if (words.size() == 1 && words.front() == QLatin1String("saturate"))
        return LoadKind::Saturate;
    return failure(Reason::InvalidParams, "Say what to do: tandem-load chat, or saturate.");
}

void readTexts(const QCommandLineParser &parser, Options &options)
{
    const auto text = [&](const char *name, std::string &into) {
        if (parser.isSet(QLatin1String(name)))
            into = parser.value(QLatin1String(name)).toStdString();
    };
    text("server", options.server);
    text("service", options.service);
    text("user", options.user);
    text("password-file", options.passwordFile);
    text("dialogues", options.dialogues);
    text("json", options.json);
    for (const auto &command : parser.values(QStringLiteral("compare")))
        options.compared.push_back(command.toStdString());
}

} // namespace

Result<Options> parseOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    declare(parser);
    if (!parser.parse(QStringList(QStringLiteral("tandem-load")) + arguments))
        return failure(Reason::InvalidParams, parser.errorText().toStdString());
    Options options;
    options.help = parser.isSet(QStringLiteral("help"));
    options.version = parser.isSet(QStringLiteral("version"));
    if (options.help || options.version)
        return options;
    const auto kind = kindOf(parser.positionalArguments());
    if (!kind)
        return std::unexpected(kind.error());
    options.kind = *kind;
    readTexts(parser, options);
    if (!options.compared.empty() && options.compared.size() != 2)
        return failure(Reason::InvalidParams, "Say --compare twice: two commands.", "compare");
    if (auto read = readNumbers(parser, options); !read)
        return std::unexpected(read.error());
    return options;
}

} // namespace tandem::load
