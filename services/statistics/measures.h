// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/statisticdefinition.h"
#include "statistics/arc.h"

namespace tandem::statistics {

// What one arc, or many, add to a figure.
struct Share
{
    std::int64_t numerator = 0;
    std::int64_t denominator = 0;

    void add(const Share &other, int sign)
    {
        numerator += sign * other.numerator;
        denominator += sign * other.denominator;
    }
    bool operator==(const Share &) const = default;
};

// What a measure means, as one row of a table.
struct MeasureRow
{
    // Now: as things are. Count: the sum. Mean: the sum by the number. Time: of agents.
    enum class Kind { Now, Count, Mean, Time };

    protocol::Measure measure;
    Kind kind;
    std::string_view objects; // of which it can be told: "qagm"
    // Count and Mean: whether an arc counts for an object of that kind, and what it adds.
    bool (*counts)(const Arc &arc, protocol::StatisticObject object) = nullptr;
    Share (*share)(const Arc &arc, std::int64_t thresholdMs) = nullptr;
    std::uint32_t Arc::*queue = &Arc::queue; // for which queue it counts

    bool isToldOf(protocol::StatisticObject object) const;
};

const MeasureRow &rowOf(protocol::Measure measure);

// Answered within: of service level where neither the definition nor the queue says.
inline constexpr std::int64_t defaultThresholdMs = 20'000;

} // namespace tandem::statistics
