// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <chrono>
#include <cstdint>

namespace tandem::load {

// Durations by count, each kept within 1.6 % of what it was, from 1 us to 12 days: the scheme of
// HdrHistogram (64 steps for each power of two), without memory for single values.
class Histogram
{
public:
    using Duration = std::chrono::microseconds;

    void add(Duration duration);
    std::uint64_t count() const { return m_count; }
    // The duration that `share` (0 to 1) of all do not exceed; zero where there is none.
    Duration percentile(double share) const;
    Duration most() const { return m_most; }
    Duration mean() const;

private:
    static constexpr int stepBits = 6;
    static constexpr std::size_t steps = 1U << stepBits;
    static constexpr std::size_t powers = 35;

    static std::size_t cellOf(std::uint64_t value);
    static std::uint64_t topOf(std::size_t cell);

    std::array<std::uint64_t, steps * powers> m_cells{};
    std::uint64_t m_count = 0;
    std::uint64_t m_sum = 0;
    Duration m_most{0};
};

} // namespace tandem::load
