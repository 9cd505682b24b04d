// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/request.h"
#include "protocol/site.h"
#include "protocol/types.h"

namespace tandem::protocol {

// A figure of one object (a queue's id, a user name, a group's id, a media type); absent where
// there is nothing to tell (no service level without calls).
struct StatisticValue
{
    std::string statisticId;
    std::string objectId;
    std::optional<double> value;

    bool operator==(const StatisticValue &) const = default;
};
BOOST_DESCRIBE_STRUCT(StatisticValue, (), (statisticId, objectId, value))

struct StatisticListReply
{
    std::vector<StatisticDefinition> statistics;
};
BOOST_DESCRIBE_STRUCT(StatisticListReply, (), (statistics))

struct StatisticsList
{
    static constexpr std::string_view name = "statistics.list";
    static constexpr Policy policy = Policy::anyAgent();
    using Reply = StatisticListReply;
};
BOOST_DESCRIBE_STRUCT(StatisticsList, (), ())

struct SubscribeReply
{
    std::vector<StatisticValue> values; // as they are now
};
BOOST_DESCRIBE_STRUCT(SubscribeReply, (), (values))

// Replaces the session's subscription; all lists empty ends it. statistics: ids; none: all that fit
// the objects. Every intervalMs (1,000 to 3,600,000; default 5,000) the session hears
// statistics.update of the values that changed by more than minimumChange since they were told.
// Agents may subscribe to queues, groups and media, and of agents to themselves.
struct StatisticsSubscribe
{
    static constexpr std::string_view name = "statistics.subscribe";
    static constexpr Policy policy = Policy::anyAgent();
    using Reply = SubscribeReply;

    std::vector<std::string> statistics;
    std::vector<QueueId> queues;
    std::vector<std::string> agents; // user names
    std::vector<std::string> groups;
    std::vector<std::string> media;
    std::optional<std::int64_t> intervalMs;
    std::optional<double> minimumChange;
};
BOOST_DESCRIBE_STRUCT(StatisticsSubscribe, (),
                      (statistics, queues, agents, groups, media, intervalMs, minimumChange))

struct StatisticReply
{
    std::optional<double> value;
};
BOOST_DESCRIBE_STRUCT(StatisticReply, (), (value))

// One figure by its definition, for capture of figures from outside (/genesys/1/statistic).
struct StatisticQuery
{
    static constexpr std::string_view name = "statistics.query";
    static constexpr Policy policy = Policy::system();
    using Reply = StatisticReply;

    StatisticDefinition definition; // id and name are not looked at
    std::string objectId;
};
BOOST_DESCRIBE_STRUCT(StatisticQuery, (), (definition, objectId))

// What somebody who thinks of coming may know: how many wait, and how long it would take.
struct QueueWaitReply
{
    QueueId queueId;
    std::string name;
    int waiting = 0;
    bool isOpen = true;
    std::optional<std::int64_t> estimatedWaitMs;
    std::vector<StartField> requiredFields; // what a chat must bring
};
BOOST_DESCRIBE_STRUCT(QueueWaitReply, (),
                      (queueId, name, waiting, isOpen, estimatedWaitMs, requiredFields))

struct QueueWait
{
    static constexpr std::string_view name = "queue.wait";
    static constexpr Policy policy = Policy::customer();
    using Reply = QueueWaitReply;

    QueueId queueId;
};
BOOST_DESCRIBE_STRUCT(QueueWait, (), (queueId))

} // namespace tandem::protocol
