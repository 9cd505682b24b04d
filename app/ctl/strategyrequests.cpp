// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/strategyrequests.h"

#include "ctl/asking.h"
#include "ctl/strategyreport.h"

#include <QFile>

#include <charconv>

namespace tandem::ctl {

namespace {

Result<int> versionFrom(const std::string &text)
{
    int version = 0;
    const auto *end = text.data() + text.size();
    const auto [at, problem] = std::from_chars(text.data(), end, version);
    if (problem != std::errc() || at != end || version < 1)
        return failure(Reason::InvalidParams, "\"" + text + "\" is no number of a version.");
    return version;
}

Result<Command> install(const Options &options)
{
    QFile file(QString::fromStdString(options.words[3]));
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(Reason::InvalidParams,
                       "Cannot read " + options.words[3] + ": " + file.errorString().toStdString());
    }
    protocol::StrategyInstall params;
    params.strategyId = options.words[2];
    params.document = file.readAll().toStdString();
    params.activate = !options.inactive;
    if (!options.note.empty())
        params.note = options.note;
    return Command{false, [params, json = options.json](ServiceLink &link, const std::string &,
                                                        Command::Done done) {
                       link.ask(params, [=](Result<protocol::StrategyInstallReply> reply) {
                           if (!reply)
                               return done(std::unexpected(reply.error()));
                           if (json)
                               return done(json::toText(*reply) + '\n');
                           done("Version " + std::to_string(reply->version) + " of "
                                + reply->strategyId
                                + (*params.activate ? " is active.\n" : " is stored.\n"));
                       });
                   }};
}

Result<Command> show(const Options &options)
{
    protocol::StrategyFetch params{options.words[2], {}};
    if (options.words.size() > 3) {
        auto version = versionFrom(options.words[3]);
        if (!version)
            return std::unexpected(version.error());
        params.version = *version;
    }
    return Command{false, [params, json = options.json](ServiceLink &link, const std::string &,
                                                        Command::Done done) {
                       link.ask(params, [=](Result<protocol::StrategyDocumentReply> reply) {
                           if (!reply)
                               return done(std::unexpected(reply.error()));
                           done(json ? json::toText(*reply) + '\n' : reply->document);
                       });
                   }};
}

Result<Command> activate(const Options &options)
{
    const auto version = versionFrom(options.words[3]);
    if (!version)
        return std::unexpected(version.error());
    return asking(protocol::StrategyActivate{options.words[2], *version}, options.json,
                  "Version " + options.words[3] + " of " + options.words[2] + " is active.");
}

Command trace(const Options &options)
{
    protocol::StrategyTrace params;
    params.interactionId = InteractionId::fromText(options.words[2]).value_or(InteractionId{});
    return asking(params, options.json);
}

Command sessions(const Options &options)
{
    protocol::StrategySessions params;
    if (options.words.size() > 2)
        params.strategyId = options.words[2];
    params.running = !options.all;
    params.limit = options.limit.value_or(50);
    return asking(params, options.json);
}

} // namespace

std::optional<Result<Command>> strategyRequest(const Options &options)
{
    const auto &words = options.words;
    if (words.size() < 2 || words[0] != "strategy")
        return std::nullopt;
    const auto is = [&](const char *verb, std::size_t least, std::size_t most) {
        return words[1] == verb && words.size() >= least && words.size() <= most;
    };
    if (is("list", 2, 2))
        return asking(protocol::StrategyList{}, options.json);
    if (is("show", 3, 4))
        return show(options);
    if (is("install", 4, 4))
        return install(options);
    if (is("activate", 4, 4))
        return activate(options);
    if (is("remove", 3, 3)) {
        return asking(protocol::StrategyRemove{words[2]}, options.json, words[2] + " is removed.");
    }
    if (is("sessions", 2, 3))
        return sessions(options);
    if (is("trace", 3, 3))
        return trace(options);
    return std::nullopt;
}

} // namespace tandem::ctl
