// SPDX-License-Identifier: GPL-3.0-or-later
#include "site/calendars.h"

namespace tandem {

namespace {

Result<BusinessHours::Span> spanFrom(const std::string &from, const std::string &to)
{
    const auto begin = BusinessHours::minuteFrom(from);
    const auto end = BusinessHours::minuteFrom(to);
    if (!begin || !end) {
        return failure(Reason::InvalidParams,
                       "\"" + (begin ? to : from) + "\" is no time of day. Write it like 08:00.");
    }
    return BusinessHours::Span{*begin, *end};
}

} // namespace

Result<BusinessHours> businessHoursFrom(const protocol::Calendar &calendar)
{
    BusinessHours::Plan plan;
    plan.timeZone = calendar.timeZone;
    for (const auto &hours : calendar.hours) {
        auto span = spanFrom(hours.from, hours.to);
        if (!span)
            return std::unexpected(span.error());
        for (const auto day : hours.days)
            plan.weekdays.at(static_cast<std::size_t>(day)).push_back(*span);
    }
    for (const auto &day : calendar.specialDays) {
        auto &spans = plan.days[day.date];
        for (const auto &hours : day.hours) {
            auto span = spanFrom(hours.from, hours.to);
            if (!span)
                return std::unexpected(span.error());
            spans.push_back(*span);
        }
    }
    return BusinessHours::make(plan);
}

std::optional<BusinessHours> hoursOf(const protocol::Calendar &calendar)
{
    auto made = businessHoursFrom(calendar);
    return made ? std::optional(std::move(*made)) : std::nullopt;
}

} // namespace tandem
