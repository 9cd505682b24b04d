// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/strategyreport.h"

#include "ctl/texttable.h"

namespace tandem::ctl {

namespace {

std::string joined(const std::vector<std::string> &words)
{
    std::string text;
    for (const auto &word : words)
        text += (text.empty() ? "" : ", ") + word;
    return text;
}

std::string outcomeOf(const protocol::StrategySession &session)
{
    return std::string(nameOf(session.outcome))
           + (session.failure ? ": " + *session.failure : std::string());
}

std::string stepText(const protocol::StrategyStep &step)
{
    auto text = toIso(step.time) + "  " + step.event;
    if (step.data && step.event != "start")
        text += ' ' + *step.data;
    text += "\n    -> " + joined(step.states) + '\n';
    for (const auto &action : step.actions) {
        text += "    " + action.name;
        for (const auto &[name, value] : action.attributes)
            text += ' ' + name + "=\"" + value + '"';
        text += (action.error ? "  refused: " + *action.error : std::string()) + '\n';
    }
    for (const auto &log : step.logs)
        text += "    log " + log.label + ": " + log.text + '\n';
    if (!step.cutOffs.empty())
        text += "    scripts cut off: " + std::to_string(step.cutOffs.size()) + '\n';
    if (step.failure)
        text += "    failed: " + *step.failure + '\n';
    return text;
}

// What documents and customers wrote, line by line.
std::string printableLines(const std::string &text)
{
    std::string shown;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = text.find('\n', at);
        shown += printable(std::string_view(text).substr(at, end - at)) + '\n';
        at = end + 1;
    }
    return shown;
}

} // namespace

std::string report(const protocol::StrategyListReply &list)
{
    TextTable table({"STRATEGY", "NAME", "ACTIVE", "VERSIONS", "RUNNING", "QUEUES"});
    for (const auto &strategy : list.strategies) {
        int running = 0;
        for (const auto &version : strategy.versions)
            running += version.openSessions;
        table.add({strategy.id, strategy.name,
                   strategy.activeVersion ? std::to_string(*strategy.activeVersion) : "none",
                   std::to_string(strategy.versions.size()), std::to_string(running),
                   joined(strategy.queues)});
    }
    return table.text();
}

std::string report(const protocol::StrategySessionsReply &list)
{
    TextTable table(
        {"SESSION", "INTERACTION", "STRATEGY", "VERSION", "STARTED", "STEPS", "STATES", "OUTCOME"});
    for (const auto &session : list.sessions) {
        table.add({session.sessionId.text(), session.interactionId.text(), session.strategyId,
                   std::to_string(session.version), toIso(session.startedAt),
                   std::to_string(session.steps), joined(session.states), outcomeOf(session)});
    }
    return table.text();
}

std::string report(const protocol::StrategyTraceReply &trace)
{
    std::string text;
    for (const auto &[session, steps] : trace.sessions) {
        text += session.strategyId + ' ' + std::to_string(session.version) + ", session "
                + session.sessionId.text() + ", queue " + session.queueId + ", "
                + outcomeOf(session) + '\n';
        for (const auto &step : steps)
            text += stepText(step);
    }
    return printableLines(text);
}

} // namespace tandem::ctl
