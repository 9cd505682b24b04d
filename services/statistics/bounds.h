// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"
#include "protocol/statisticdefinition.h"

#include <QTimeZone>

#include <cstdint>
#include <string>

namespace tandem::statistics {

// [from, to), ms since 1970.
struct Bounds
{
    std::int64_t from = 0;
    std::int64_t to = 0;

    bool operator==(const Bounds &) const = default;
};

// Which stretch of time a window is at a moment. Core thread.
class Windows
{
public:
    // IANA name; UTC where there is no such zone.
    explicit Windows(const std::string &timeZone);

    // In which what happens at a moment counts: sliding (now - length, now], midnight [midnight,
    // now], interval the last whole one. Of `current`, and without a length where one is needed:
    // empty.
    Bounds ofMoments(const protocol::StatisticDefinition &definition, UtcTime now) const;
    // In which what lasts counts: as above, up to now.
    Bounds ofDurations(const protocol::StatisticDefinition &definition, UtcTime now) const;
    // How far back it may ever look.
    static Ms reach(const protocol::StatisticDefinition &definition);

private:
    std::int64_t midnight(std::int64_t now) const;

    QTimeZone m_zone;
    mutable Bounds m_day;
};

} // namespace tandem::statistics
