// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"

#include <cstdint>
#include <deque>
#include <optional>
#include <unordered_map>

namespace tandem::statistics {

// How long it will take in a queue, from how it went lately: the last 20 acceptances and handlings
// of each. Queues by number, times in ms. Core thread.
class WaitEstimate
{
public:
    static constexpr std::size_t remembered = 20;
    static constexpr std::int64_t acceptedWithin = 30 * 60'000;
    static constexpr std::int64_t handledWithin = 24 * 3'600'000;

    void clear() { m_queues.clear(); }
    void accepted(std::uint32_t queue, std::int64_t time);
    void handled(std::uint32_t queue, std::int64_t time, std::int64_t handleMs);

    // Between two acceptances of late, on the average; nothing where there were not two.
    std::optional<double> between(std::uint32_t queue, std::int64_t now) const;
    std::optional<double> averageHandle(std::uint32_t queue, std::int64_t now) const;

private:
    struct Handled
    {
        std::int64_t time;
        std::int64_t handleMs;
        auto operator<=>(const Handled &) const = default;
    };
    struct Queue
    {
        std::deque<std::int64_t> accepted;
        std::deque<Handled> handled;
    };

    std::unordered_map<std::uint32_t, Queue> m_queues;
};

} // namespace tandem::statistics
