// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/request.h"
#include "protocol/types.h"

// What the operator's monitoring reads. Names and units as Prometheus has them.
namespace tandem::protocol {

enum class MetricType { Counter, Gauge };
constexpr std::array<std::string_view, 2> namesOf(MetricType) { return {"counter", "gauge"}; }

struct MetricSample
{
    Data labels;
    double value = 0;

    bool operator==(const MetricSample &) const = default;
};
BOOST_DESCRIBE_STRUCT(MetricSample, (), (labels, value))

// name: a letter or _, then letters, digits and _; the same for names of labels.
struct MetricFamily
{
    std::string name;
    std::string help;
    MetricType type = MetricType::Gauge;
    std::vector<MetricSample> samples;

    bool operator==(const MetricFamily &) const = default;
};
BOOST_DESCRIBE_STRUCT(MetricFamily, (), (name, help, type, samples))

struct ServerMetricsReply
{
    std::vector<MetricFamily> families;
};
BOOST_DESCRIBE_STRUCT(ServerMetricsReply, (), (families))

// Of the services; the front door adds its own, the core's and the process's.
struct ServerMetrics
{
    static constexpr std::string_view name = "server.metrics";
    static constexpr Policy policy = Policy::system();
    using Reply = ServerMetricsReply;
};
BOOST_DESCRIBE_STRUCT(ServerMetrics, (), ())

} // namespace tandem::protocol
