// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/objectlist.h"

#include "ctl/jsontext.h"
#include "ctl/report.h"
#include "ctl/texttable.h"
#include "protocol/admin.h"
#include "protocol/sitelists.h"

namespace tandem::ctl {

namespace {

using protocol::SiteDocument;
using protocol::SiteKind;
using Cells = std::vector<std::string>;

std::string joined(const std::vector<std::string> &parts, const char *between = ", ")
{
    std::string out;
    for (const auto &part : parts)
        out += (out.empty() ? "" : between) + part;
    return out.empty() ? "-" : out;
}

template <class List, class Text>
std::string joinedFrom(const List &list, Text text)
{
    std::vector<std::string> parts;
    for (const auto &entry : list)
        parts.push_back(text(entry));
    return joined(parts);
}

std::string named(const protocol::RoutingTarget &target)
{
    std::vector<std::string> parts;
    if (target.expression)
        parts.push_back(*target.expression);
    if (target.group)
        parts.push_back("group " + *target.group);
    if (target.agent)
        parts.push_back("agent " + *target.agent);
    return joined(parts, " and ");
}

std::string named(const protocol::RoutingStep &step)
{
    std::vector<std::string> parts;
    if (step.targetList)
        parts.push_back("list " + *step.targetList);
    for (const auto &target : step.targets)
        parts.push_back(named(target));
    const auto after = step.afterMs > 0 ? "after " + durationText(step.afterMs) + ": " : "";
    return after + joined(parts, " or ");
}

// What each kind shows besides id and name.
Cells headingOf(SiteKind kind)
{
    switch (kind) {
    case SiteKind::CapacityRule: return {"CHANNELS", "WEIGHT", "EXPRESSION"};
    case SiteKind::Calendar: return {"ZONE", "SPECIAL DAYS"};
    case SiteKind::Agent: return {"ROLES", "SKILLS", "CAPACITY", "SHIFT"};
    case SiteKind::Group: return {"AGENTS"};
    case SiteKind::Place: return {"MEDIA"};
    case SiteKind::TargetList: return {"TARGETS"};
    case SiteKind::Queue: return {"STEPS", "OVERFLOW", "CALENDAR"};
    case SiteKind::Statistic: return {"OBJECT", "MEASURE", "WINDOW"};
    default: return {};
    }
}

template <class Object>
Cells cellsOf(const Object &)
{
    return {};
}

Cells cellsOf(const protocol::CapacityRule &rule)
{
    return {joinedFrom(rule.channels,
                       [](const auto &channel) {
                           return channel.mediaType + ' ' + std::to_string(channel.most);
                       }),
            rule.totalWeight ? std::to_string(*rule.totalWeight) : "-",
            rule.expression.value_or("-")};
}

Cells cellsOf(const protocol::Calendar &calendar)
{
    return {calendar.timeZone, std::to_string(calendar.specialDays.size())};
}

Cells cellsOf(const protocol::AgentDefinition &agent)
{
    return {joinedFrom(agent.roles, [](Role role) { return std::string(nameOf(role)); }),
            joinedFrom(agent.skills,
                       [](const auto &skill) {
                           return skill.skillId + '=' + std::to_string(skill.level);
                       }),
            agent.capacityRule.value_or("-"), agent.calendar.value_or("-")};
}

Cells cellsOf(const protocol::GroupDefinition &group) { return {joined(group.agents)}; }

Cells cellsOf(const protocol::PlaceDefinition &place)
{
    return {place.mediaTypes.empty() ? "all" : joined(place.mediaTypes)};
}

Cells cellsOf(const protocol::TargetList &list)
{
    return {joinedFrom(list.targets, [](const auto &target) { return named(target); })};
}

Cells cellsOf(const protocol::QueueDefinition &queue)
{
    const auto steps = joinedFrom(queue.steps, [](const auto &step) { return named(step); });
    return {queue.steps.empty() ? "everyone" : steps,
            queue.overflow ? queue.overflow->queueId : "-", queue.calendar.value_or("-")};
}

Cells cellsOf(const protocol::StatisticDefinition &statistic)
{
    return {std::string(nameOf(statistic.object)), std::string(nameOf(statistic.measure)),
            std::string(nameOf(statistic.window))};
}

template <class Object>
std::string tableOf(SiteKind kind, const std::vector<Object> &list)
{
    Cells heading{"ID", "NAME"};
    for (const auto &title : headingOf(kind))
        heading.push_back(title);
    TextTable table(heading);
    for (const auto &object : list) {
        Cells cells{idOf(object), object.name};
        for (auto &cell : cellsOf(object))
            cells.push_back(std::move(cell));
        table.add(std::move(cells));
    }
    return table.text();
}

using Showing = std::function<Result<std::string>(const SiteDocument &)>;

Command askingSite(Showing show)
{
    return {false, [=](ServiceLink &link, const std::string &, Command::Done done) {
                link.ask(protocol::AdminSite{}, [=](Result<protocol::SiteReply> reply) {
                    done(reply ? show(reply->document) : std::unexpected(reply.error()));
                });
            }};
}

} // namespace

Command listing(SiteKind kind, bool json)
{
    return askingSite([=](const SiteDocument &site) -> Result<std::string> {
        if (kind == SiteKind::Rules)
            return indented(json::toText(site.rules.value_or(protocol::Rules{})));
        std::string out;
        protocol::forEachList([&](SiteKind listed, auto list) {
            if (listed != kind)
                return;
            if (json)
                json::write(out, site.*list);
            else
                out = tableOf(kind, site.*list);
        });
        return json ? out + '\n' : out;
    });
}

Command showing(SiteKind kind, const std::string &id, bool json)
{
    return askingSite([=](const SiteDocument &site) -> Result<std::string> {
        std::string text;
        if (kind == SiteKind::Rules)
            text = json::toText(site.rules.value_or(protocol::Rules{}));
        protocol::forEachList([&](SiteKind listed, auto list) {
            const auto *object = listed == kind ? findObject(site.*list, id) : nullptr;
            if (object)
                text = json::toText(*object);
        });
        if (text.empty())
            return failure(Reason::NotFound, "There is no " + titleOf(kind, id) + '.');
        return json ? text + '\n' : indented(text);
    });
}

} // namespace tandem::ctl
