// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/bounds.h"

#include <QDateTime>

namespace tandem::statistics {

namespace {

using protocol::Window;

constexpr Ms longestDay = std::chrono::hours(26);

} // namespace

Windows::Windows(const std::string &timeZone) : m_zone(QByteArray::fromStdString(timeZone))
{
    if (!m_zone.isValid())
        m_zone = QTimeZone::utc();
}

std::int64_t Windows::midnight(std::int64_t now) const
{
    if (now < m_day.from || now >= m_day.to) {
        const auto date = QDateTime::fromMSecsSinceEpoch(now, m_zone).date();
        // Where midnight itself is left out by daylight saving, the day begins after it.
        m_day = {date.startOfDay(m_zone).toMSecsSinceEpoch(),
                 date.addDays(1).startOfDay(m_zone).toMSecsSinceEpoch()};
    }
    return m_day.from;
}

Bounds Windows::ofDurations(const protocol::StatisticDefinition &definition, UtcTime now) const
{
    const auto time = toMs(now);
    const auto length = definition.windowMs.value_or(0);
    if (definition.window == Window::Midnight)
        return {midnight(time), time};
    if (definition.window == Window::Current || length <= 0)
        return {time, time};
    if (definition.window == Window::Sliding)
        return {time - length, time};
    const auto begun = time / length * length;
    return {begun - length, begun};
}

Bounds Windows::ofMoments(const protocol::StatisticDefinition &definition, UtcTime now) const
{
    auto bounds = ofDurations(definition, now);
    if (bounds.from == bounds.to && definition.window != Window::Midnight)
        return bounds;
    if (definition.window == Window::Sliding)
        ++bounds.from;
    if (definition.window != Window::Interval)
        ++bounds.to;
    return bounds;
}

Ms Windows::reach(const protocol::StatisticDefinition &definition)
{
    const Ms length(definition.windowMs.value_or(0));
    switch (definition.window) {
    case Window::Current: return Ms(0);
    case Window::Midnight: return longestDay;
    case Window::Sliding: return length;
    case Window::Interval: return 2 * length;
    }
    return Ms(0);
}

} // namespace tandem::statistics
