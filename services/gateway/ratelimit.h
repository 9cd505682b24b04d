// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <unordered_map>

namespace tandem::gateway {

// A token bucket for each address. Not thread-safe: its owner locks.
class RateLimit
{
public:
    using Time = std::chrono::steady_clock::time_point;

    RateLimit(double perSecond, double burst) : m_perSecond(perSecond), m_burst(burst) {}

    // True where the address may have one more at `now`.
    bool take(const std::string &address, Time now);
    std::size_t size() const { return m_buckets.size(); }

private:
    struct Bucket
    {
        double tokens;
        Time filled;
    };

    // Forgets addresses whose bucket is full again.
    void forgetIdle(Time now);

    double m_perSecond;
    double m_burst;
    std::size_t m_forgetAt = 1024;
    std::unordered_map<std::string, Bucket> m_buckets;
};

} // namespace tandem::gateway
