// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/command.h"

#include "base/platform/process.h"
#include "ctl/asking.h"
#include "ctl/contactcommands.h"
#include "ctl/objectcommands.h"
#include "ctl/sitecommands.h"
#include "ctl/strategyrequests.h"
#include "ctl/transcriptcommands.h"
#include "ctl/usercommands.h"

#include <QFile>

namespace tandem::ctl {

namespace {

Command interactions(const Options &options)
{
    protocol::InteractionList params;
    params.scope = protocol::Scope::All;
    params.limit = 500;
    return askingPages<protocol::InteractionList>(
        params, options.json, [all = options.all](auto &list, auto &&page, auto &next) {
            for (auto &interaction : page.interactions) {
                if (all || interaction.state != InteractionState::Done)
                    list.interactions.push_back(std::move(interaction));
            }
            next.after = page.next;
            return page.next.has_value();
        });
}

Command transcript(const Options &options)
{
    protocol::ChatTranscript params;
    // An id of no known form names nothing; the server says so like of any other.
    params.interactionId = InteractionId::fromText(options.words[1]).value_or(InteractionId{});
    return askingPages<protocol::ChatTranscript>(
        params, options.json, [](auto &whole, auto &&page, auto &next) {
            const bool isLast = page.events.empty();
            whole.events.insert(whole.events.end(), page.events.begin(), page.events.end());
            whole.nextPosition = page.nextPosition;
            next.from = page.nextPosition;
            return !isLast;
        });
}

Result<std::string> firstLine(const std::string &name)
{
    QFile file(QString::fromStdString(name));
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(Reason::InvalidParams,
                       "Cannot read " + name + ": " + file.errorString().toStdString());
    }
    auto line = file.readLine().toStdString();
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r'))
        line.pop_back();
    return line;
}

} // namespace

Result<std::string> passwordFrom(const std::string &file, const char *variable,
                                 const std::string &prompt, const std::string &repeatPrompt)
{
    Result<std::string> password;
    if (!file.empty())
        password = firstLine(file);
    else if (qEnvironmentVariableIsSet(variable))
        password = qEnvironmentVariable(variable).toStdString();
    else
        password = platform::readPassword(prompt);
    if (!password)
        return password;
    if (password->empty())
        return failure(Reason::InvalidParams, "A password may not be empty.");
    const bool wasAsked = file.empty() && !qEnvironmentVariableIsSet(variable);
    if (wasAsked && !repeatPrompt.empty() && platform::readPassword(repeatPrompt) != *password)
        return failure(Reason::InvalidParams, "The two passwords differ; nothing is changed.");
    return password;
}

Result<Command> commandOf(const Options &options)
{
    const auto &words = options.words;
    const auto is = [&](std::initializer_list<const char *> start, std::size_t count) {
        return words.size() == count && std::equal(start.begin(), start.end(), words.begin());
    };
    if (is({"status"}, 1))
        return asking(protocol::ServerStatus{}, options.json);
    if (is({"agents"}, 1))
        return asking(protocol::AgentList{}, options.json);
    if (is({"queues"}, 1))
        return asking(protocol::QueueList{}, options.json);
    if (is({"interactions"}, 1))
        return interactions(options);
    for (const auto commandsOf : {siteCommand, userCommand, strategyRequest, objectCommand,
                                  transcriptCommand, contactCommand}) {
        if (auto found = commandsOf(options))
            return *found;
    }
    if (is({"transcript"}, 2))
        return transcript(options);
    return failure(Reason::InvalidParams,
                   words.empty() ? "Say a command; tandemctl --help lists them."
                                 : "There is no such command, or it takes other arguments; "
                                   "tandemctl --help lists them.");
}

} // namespace tandem::ctl
