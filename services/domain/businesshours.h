// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/time.h"
#include "domain/domain_export.h"

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tandem {

// When something is open, by the wall clock of a time zone (IANA name, through QTimeZone), with
// days of their own; spans may cross midnight, and days of 23 or 25 hours (daylight saving) are
// what they are. Value; cheap to copy. Any thread.
class TANDEM_DOMAIN_EXPORT BusinessHours
{
public:
    // Minutes after midnight, begin < 1,440; end at or before begin is on the next day; 1,440: end
    // of the day.
    struct Span
    {
        int beginMinute = 0;
        int endMinute = 0;

        bool operator==(const Span &) const = default;
    };
    struct Plan
    {
        std::string timeZone;
        std::array<std::vector<Span>, 7> weekdays;     // from Monday
        std::map<std::string, std::vector<Span>> days; // "2026-12-25"; empty: closed
    };

    // `invalid_params` where the zone, a date or a span is not one; the message says which.
    static Result<BusinessHours> make(const Plan &plan);
    // "08:00" .. "24:00" -> minutes.
    static std::optional<int> minuteFrom(std::string_view text);

    bool isOpen(UtcTime time) const;
    // When isOpen() changes next, within 400 days; nothing where it never does.
    std::optional<UtcTime> nextChange(UtcTime after) const;

private:
    struct Compiled;
    explicit BusinessHours(std::shared_ptr<const Compiled> compiled)
        : m_compiled(std::move(compiled))
    {
    }

    std::shared_ptr<const Compiled> m_compiled;
};

} // namespace tandem
