// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/time.h"

#include <cstdio>

namespace tandem {

std::string toIso(UtcTime time)
{
    using namespace std::chrono;
    const auto day = floor<days>(time);
    const year_month_day date{day};
    const hh_mm_ss clock{time - day};
    char text[96];
    std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", int(date.year()),
                  unsigned(date.month()), unsigned(date.day()), int(clock.hours().count()),
                  int(clock.minutes().count()), int(clock.seconds().count()),
                  int(clock.subseconds().count()));
    return text;
}

std::optional<UtcTime> fromIso(std::string_view text)
{
    using namespace std::chrono;
    int y = 0;
    int ms = 0;
    unsigned mo = 0, d = 0, h = 0, mi = 0, s = 0;
    int used = 0;
    const std::string copy(text);
    const int fields = std::sscanf(copy.c_str(), "%4d-%2u-%2uT%2u:%2u:%2u.%3dZ%n", &y, &mo, &d, &h,
                                   &mi, &s, &ms, &used);
    const year_month_day date{year(y), month(mo), day(d)};
    if (fields != 7 || used != int(copy.size()) || !date.ok() || h > 23 || mi > 59 || s > 60)
        return std::nullopt;
    return sys_days(date) + hours(h) + minutes(mi) + seconds(s) + Ms(ms);
}

} // namespace tandem
