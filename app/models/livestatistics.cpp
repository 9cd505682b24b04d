// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/livestatistics.h"

#include <algorithm>

namespace tandem {

namespace {

constexpr std::int64_t intervalMs = 2000;

template <class T>
void join(std::vector<T> &into, const std::vector<T> &more)
{
    for (const auto &entry : more) {
        if (std::ranges::find(into, entry) == into.end())
            into.push_back(entry);
    }
}

} // namespace

LiveStatistics::LiveStatistics(ServiceLink &link, QObject *parent) : QObject(parent), m_link(link)
{
    connect(&link, &ServiceLink::factArrived, this, &LiveStatistics::hear);
    // A session that is new or was away may have no subscription any more.
    connect(&link, &ServiceLink::snapshotArrived, this, &LiveStatistics::subscribe);
    connect(&link, &ServiceLink::stateChanged, this, [this](ServiceLink::State state) {
        if (state == ServiceLink::State::Connected)
            subscribe();
    });
}

void LiveStatistics::want(const QString &who, const Wish &wish)
{
    if (wish == Wish())
        m_wishes.erase(who);
    else if (auto &known = m_wishes[who]; known == wish)
        return;
    else
        known = wish;
    subscribe();
}

std::optional<double> LiveStatistics::value(const Figure &figure, const std::string &objectId) const
{
    const auto definition = m_definitions.find(figure);
    if (definition == m_definitions.end())
        return {};
    const auto found = m_values.find({definition->second, objectId});
    return found == m_values.end() ? std::nullopt : found->second;
}

void LiveStatistics::hear(const protocol::Fact &fact)
{
    if (const auto *update = std::get_if<protocol::StatisticsUpdate>(&fact)) {
        take(update->values);
    } else if (std::holds_alternative<protocol::SiteChanged>(fact)) {
        m_isLearnt = false;
        subscribe();
    }
}

void LiveStatistics::learn()
{
    m_link.ask(protocol::StatisticsList{}, [this](Result<protocol::StatisticListReply> reply) {
        // Without an answer: asked again with the next wish or connection.
        if (!reply)
            return;
        m_definitions.clear();
        for (const auto &definition : reply->statistics) {
            const bool isWhole = !definition.mediaType && !definition.queueId && !definition.state;
            if (isWhole) {
                m_definitions.try_emplace(
                    {definition.object, definition.measure, definition.window}, definition.id);
            }
        }
        m_isLearnt = true;
        subscribe();
    });
}

void LiveStatistics::subscribe()
{
    if (m_wishes.empty() && !m_isSubscribed)
        return;
    if (!m_wishes.empty() && !m_isLearnt) {
        learn();
        return;
    }
    const auto request = joined();
    m_isSubscribed = !request.statistics.empty();
    m_link.ask(request, [this](Result<protocol::SubscribeReply> reply) {
        if (reply)
            take(reply->values);
    });
}

protocol::StatisticsSubscribe LiveStatistics::joined() const
{
    protocol::StatisticsSubscribe request;
    for (const auto &[who, wish] : m_wishes) {
        for (const auto &figure : wish.figures) {
            if (const auto known = m_definitions.find(figure); known != m_definitions.end())
                join(request.statistics, {known->second});
        }
        join(request.queues, wish.queues);
        join(request.agents, wish.agents);
    }
    // No ids would mean all of them.
    if (request.statistics.empty())
        return {};
    request.intervalMs = intervalMs;
    return request;
}

void LiveStatistics::take(const std::vector<protocol::StatisticValue> &values)
{
    for (const auto &value : values)
        m_values[{value.statisticId, value.objectId}] = value.value;
    emit changed();
}

} // namespace tandem
