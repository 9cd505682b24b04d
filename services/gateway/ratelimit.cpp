// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/ratelimit.h"

#include <algorithm>

namespace tandem::gateway {

namespace {

double seconds(RateLimit::Time::duration time)
{
    return std::chrono::duration<double>(time).count();
}

} // namespace

bool RateLimit::take(const std::string &address, Time now)
{
    if (m_buckets.size() >= m_forgetAt)
        forgetIdle(now);
    auto &bucket = m_buckets.try_emplace(address, Bucket{m_burst, now}).first->second;
    bucket.tokens = std::min(m_burst, bucket.tokens + seconds(now - bucket.filled) * m_perSecond);
    bucket.filled = now;
    if (bucket.tokens < 1)
        return false;
    bucket.tokens -= 1;
    return true;
}

void RateLimit::forgetIdle(Time now)
{
    std::erase_if(m_buckets, [&](const auto &entry) {
        const auto &bucket = entry.second;
        return bucket.tokens + seconds(now - bucket.filled) * m_perSecond >= m_burst;
    });
    m_forgetAt = std::max<std::size_t>(1024, 2 * m_buckets.size());
}

} // namespace tandem::gateway
