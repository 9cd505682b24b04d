// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/subscriptions.h"

#include "interactions/notices.h"
#include "statistics/measures.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>

namespace tandem::statistics {

namespace {

using protocol::StatisticDefinition;
using protocol::StatisticObject;
using protocol::StatisticsSubscribe;
using protocol::StatisticValue;

constexpr std::int64_t shortest = 1'000;
constexpr std::int64_t longest = 3'600'000;
constexpr std::int64_t usual = 5'000;
constexpr std::size_t valuesPerSignal = 1'000;
constexpr int namesInMessage = 10;
constexpr std::size_t longestName = 64;

const std::vector<std::string> &objectsOf(const StatisticsSubscribe &request, StatisticObject kind)
{
    switch (kind) {
    case StatisticObject::Queue: return request.queues;
    case StatisticObject::Agent: return request.agents;
    case StatisticObject::Group: return request.groups;
    case StatisticObject::Medium: break;
    }
    return request.media;
}

bool isEmpty(const StatisticsSubscribe &request)
{
    return request.queues.empty() && request.agents.empty() && request.groups.empty()
           && request.media.empty();
}

// Whole characters of UTF-8.
std::string shortened(const std::string &name)
{
    auto length = std::min(name.size(), longestName);
    while (length < name.size() && length > 0 && (name[length] & 0xc0) == 0x80)
        --length;
    return name.substr(0, length);
}

// An error that names those for which `isKnown` does not hold.
template <class IsKnown>
Result<void> checkAll(const std::vector<std::string> &names, const std::string &field,
                      const std::string &what, IsKnown isKnown)
{
    std::string unknown;
    int count = 0;
    for (const auto &name : names) {
        if (isKnown(name))
            continue;
        if (++count <= namesInMessage)
            unknown += (count > 1 ? ", \"" : "\"") + shortened(name) + '"';
    }
    if (count == 0)
        return {};
    if (count > namesInMessage)
        unknown += " ...";
    return failure(Reason::InvalidParams, "There is no " + what + ' ' + unknown + '.', field);
}

bool hasChanged(std::optional<double> from, std::optional<double> to, double minimumChange)
{
    if (from.has_value() != to.has_value())
        return true;
    return from && std::abs(*to - *from) > minimumChange;
}

} // namespace

Subscriptions::Subscriptions(Engine &engine, const Site &site, const Agents &agents,
                             Figures &figures)
    : m_engine(engine), m_site(site), m_agents(agents), m_figures(figures)
{
    engine.hear<AgentGone>([this](const AgentGone &notice) { end(notice.agent); });
}

const StatisticDefinition *Subscriptions::definition(const std::string &id) const
{
    const auto &all = m_site.document().statistics;
    const auto found = std::ranges::find(all, id, &StatisticDefinition::id);
    return found == all.end() ? nullptr : &*found;
}

Result<void> Subscriptions::check(const Caller &caller, const StatisticsSubscribe &request) const
{
    const auto interval = request.intervalMs.value_or(usual);
    if (interval < shortest || interval > longest)
        return failure(Reason::InvalidParams, "The interval is 1000 to 3600000 ms.", "intervalMs");
    if (!(request.minimumChange.value_or(0) >= 0))
        return failure(Reason::InvalidParams, "The least change is 0 or more.", "minimumChange");
    if (!request.statistics.empty() && isEmpty(request)) {
        return failure(Reason::InvalidParams,
                       "Name queues, agents, groups or media of which the figures are.",
                       "statistics");
    }
    if (auto known = checkAll(request.statistics, "statistics", "statistic",
                              [this](const auto &id) { return definition(id) != nullptr; });
        !known)
        return known;
    return checkObjects(caller, request);
}

Result<void> Subscriptions::checkObjects(const Caller &caller,
                                         const StatisticsSubscribe &request) const
{
    const bool seesAll =
        caller.roles.intersects({Role::Supervisor, Role::Administrator, Role::Auditor});
    const auto *self = m_agents.find(caller.agent);
    const auto &setup = m_figures.setup();
    auto checked = checkAll(request.queues, "queues", "queue",
                            [&](const auto &id) { return setup.queues.contains(id); });
    // Who is not theirs to see is answered like who is not there.
    if (checked) {
        checked = checkAll(
            request.agents, "agents", "agent whose figures you may see:", [&](const auto &name) {
                return setup.agents.contains(name) && (seesAll || (self && self->userName == name));
            });
    }
    if (checked)
        checked = checkAll(request.groups, "groups", "group",
                           [&](const auto &id) { return setup.groups.contains(id); });
    if (checked)
        checked = checkAll(request.media, "media", "media type", [&](const auto &id) {
            return std::ranges::find(setup.media, id) != setup.media.end();
        });
    return checked;
}

Result<std::vector<Subscriptions::Part>>
Subscriptions::partsOf(const StatisticsSubscribe &request) const
{
    std::vector<Part> parts;
    std::size_t count = 0;
    const std::set<std::string> wanted(request.statistics.begin(), request.statistics.end());
    for (const auto &definition : m_site.document().statistics) {
        if (!wanted.empty() && !wanted.contains(definition.id))
            continue;
        const auto &named = objectsOf(request, definition.object);
        if (named.empty() && wanted.contains(definition.id)) {
            return failure(Reason::InvalidParams,
                           "The statistic \"" + definition.id + "\" is of a "
                               + std::string(nameOf(definition.object)) + "; name one.",
                           "statistics");
        }
        Part part{definition.id, {}};
        if (rowOf(definition.measure).isToldOf(definition.object)) {
            for (const auto &id : std::set<std::string>(named.begin(), named.end()))
                part.objects.push_back({id, {}});
        }
        count += part.objects.size();
        if (count > mostValues) {
            return failure(Reason::InvalidParams,
                           "That is more than 10000 figures. Name fewer statistics or objects.",
                           "statistics");
        }
        if (!part.objects.empty())
            parts.push_back(std::move(part));
    }
    return parts;
}

Result<protocol::SubscribeReply> Subscriptions::subscribe(const Caller &caller,
                                                          const StatisticsSubscribe &request)
{
    const auto *agent = m_agents.find(caller.agent);
    if (!agent || agent->session != caller.session)
        return failure(Reason::SessionExpired, "This session is over. Sign in again.");
    if (auto checked = check(caller, request); !checked)
        return std::unexpected(checked.error());
    auto parts = partsOf(request);
    if (!parts)
        return std::unexpected(parts.error());
    end(caller.agent);
    if (isEmpty(request))
        return protocol::SubscribeReply{};
    auto &begun = m_subscriptions[caller.agent];
    begun = {caller.session, Ms(request.intervalMs.value_or(usual)),
             request.minimumChange.value_or(0), std::move(*parts), TimerId::None};
    begin(caller.agent);
    return protocol::SubscribeReply{news(begun, true)};
}

std::vector<StatisticValue> Subscriptions::news(Subscription &subscription, bool isFirst)
{
    std::vector<StatisticValue> values;
    const auto now = m_engine.now().utc;
    for (auto &part : subscription.parts) {
        const auto *known = definition(part.statisticId);
        std::optional<Figures::Reading> reading;
        if (known)
            reading = m_figures.at(*known, now);
        for (auto &told : part.objects) {
            const auto value = reading ? reading->of(told.objectId) : std::nullopt;
            if (!isFirst && !hasChanged(told.value, value, subscription.minimumChange))
                continue;
            told.value = value;
            values.push_back({part.statisticId, told.objectId, value});
        }
    }
    return values;
}

void Subscriptions::begin(AgentId agent)
{
    auto &subscription = m_subscriptions.at(agent);
    subscription.timer = m_engine.after(subscription.interval, [this, agent] { tell(agent); });
}

void Subscriptions::tell(AgentId agent)
{
    const auto found = m_subscriptions.find(agent);
    if (found == m_subscriptions.end())
        return;
    const auto *subscriber = m_agents.find(agent);
    if (!subscriber || subscriber->session != found->second.session) {
        m_subscriptions.erase(found);
        return;
    }
    begin(agent);
    // What is told to nobody would push real facts out of what a resumed session is given.
    if (!subscriber->connected)
        return;
    const auto values = news(found->second, false);
    for (std::size_t at = 0; at < values.size(); at += valuesPerSignal) {
        const auto count = std::min(valuesPerSignal, values.size() - at);
        const auto first = values.begin() + static_cast<std::ptrdiff_t>(at);
        m_engine.signal(
            protocol::StatisticsUpdate{{first, first + static_cast<std::ptrdiff_t>(count)}},
            {agent});
    }
}

void Subscriptions::end(AgentId agent)
{
    const auto found = m_subscriptions.find(agent);
    if (found == m_subscriptions.end())
        return;
    m_engine.cancel(found->second.timer);
    m_subscriptions.erase(found);
}

void Subscriptions::goOn()
{
    for (const auto &[agent, subscription] : m_subscriptions)
        begin(agent);
}

} // namespace tandem::statistics
