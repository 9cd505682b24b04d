// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/report.h"

#include "ctl/texttable.h"

#include <cstdio>

namespace tandem::ctl {

namespace {

std::string orDash(const std::optional<std::string> &text)
{
    return text && !text->empty() ? *text : "-";
}

std::string orDash(const std::optional<std::int64_t> &ms) { return ms ? durationText(*ms) : "-"; }

std::string loadText(const std::vector<protocol::Channel> &channels)
{
    std::string out;
    for (const auto &channel : channels) {
        out += (out.empty() ? "" : ", ") + channel.mediaType + ' ' + std::to_string(channel.active)
               + '/' + std::to_string(channel.capacity);
    }
    return out.empty() ? "-" : out;
}

std::string said(const protocol::ChatEvent &event)
{
    if (event.type == ChatEventType::Message)
        return event.text.value_or("");
    return '[' + std::string(nameOf(event.type)) + ']'
           + (event.text ? ' ' + *event.text : std::string());
}

} // namespace

std::string durationText(std::int64_t ms)
{
    const auto seconds = ms / 1000;
    char text[48];
    if (seconds >= 3600) {
        std::snprintf(
            text, sizeof text, "%lld:%02lld:%02lld", static_cast<long long>(seconds / 3600),
            static_cast<long long>(seconds / 60 % 60), static_cast<long long>(seconds % 60));
    } else {
        std::snprintf(text, sizeof text, "%lld:%02lld", static_cast<long long>(seconds / 60),
                      static_cast<long long>(seconds % 60));
    }
    return text;
}

std::string report(const protocol::ServerStatusReply &status)
{
    return "version               " + printable(status.version) + "\nup                    "
           + durationText(status.uptimeMs) + "\nstore                 "
           + (status.canCommit ? "takes commits" : "takes no commits") + "\nagents connected      "
           + std::to_string(status.agentsConnected) + "\nagents ready          "
           + std::to_string(status.agentsReady) + "\ninteractions open     "
           + std::to_string(status.interactionsOpen) + "\ninteractions waiting  "
           + std::to_string(status.interactionsWaiting) + '\n';
}

std::string report(const protocol::AgentListReply &list)
{
    TextTable table({"USER", "NAME", "STATE", "REASON", "SINCE", "CONNECTED", "LOAD", "ID"});
    for (const auto &agent : list.agents) {
        table.add({agent.userName, agent.name, std::string(nameOf(agent.state)),
                   orDash(agent.reason), toIso(agent.stateSince), agent.connected ? "yes" : "no",
                   loadText(agent.channels), agent.id.text()});
    }
    return table.text();
}

std::string report(const protocol::QueueListReply &list)
{
    TextTable table({"QUEUE", "NAME", "WAITING", "AGENTS READY", "LONGEST", "ESTIMATED"});
    for (const auto &queue : list.queues) {
        table.add({queue.id, queue.name, std::to_string(queue.waiting),
                   std::to_string(queue.agentsReady), orDash(queue.longestWaitMs),
                   orDash(queue.estimatedWaitMs)});
    }
    return table.text();
}

std::string report(const protocol::InteractionListReply &list)
{
    TextTable table(
        {"ID", "MEDIA", "STATE", "QUEUE", "CONTACT", "SUBJECT", "AGENT", "CREATED", "DISPOSITION"});
    for (const auto &interaction : list.interactions) {
        table.add({interaction.id.text(), interaction.mediaType,
                   std::string(nameOf(interaction.state)), interaction.queueId,
                   interaction.contact.name, interaction.subject,
                   interaction.agentId ? interaction.agentId->text() : "-",
                   toIso(interaction.createdAt), orDash(interaction.disposition)});
    }
    return table.text();
}

std::string report(const protocol::ChatTranscriptReply &transcript)
{
    TextTable table({"INDEX", "TIME", "FROM", "TEXT"});
    for (const auto &event : transcript.events) {
        const auto audience = event.audience == Audience::Agents ? " (agents only)" : "";
        table.add({event.index ? std::to_string(*event.index) : "-", toIso(event.time),
                   event.from.nickname + audience, said(event)});
    }
    return table.text();
}

} // namespace tandem::ctl
