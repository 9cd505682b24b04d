// SPDX-License-Identifier: GPL-3.0-or-later
#include "site/calendars.h"

#include "site/objectchecks.h"

namespace tandem {

using sitechecks::fault;
using sitechecks::indexed;

namespace {

constexpr std::size_t mostSpans = 200;
constexpr std::size_t mostSpecialDays = 2000;

Result<BusinessHours::Span> spanOf(const std::string &from, const std::string &to,
                                   const std::string &field)
{
    const auto begin = BusinessHours::minuteFrom(from);
    const auto end = BusinessHours::minuteFrom(to);
    if (!begin || from == "24:00") {
        return fault("\"" + from + "\" is no time like 08:00, from 00:00 to 23:59.",
                     field + ".from");
    }
    if (!end)
        return fault("\"" + to + "\" is no time like 20:00, from 00:00 to 24:00.", field + ".to");
    return BusinessHours::Span{*begin, *end};
}

Result<void> addWeek(const std::vector<protocol::OpeningHours> &hours, BusinessHours::Plan &plan)
{
    for (std::size_t i = 0; i < hours.size(); ++i) {
        const auto field = indexed("hours", i);
        const auto span = spanOf(hours[i].from, hours[i].to, field);
        if (!span)
            return std::unexpected(span.error());
        if (hours[i].days.empty())
            return fault("Say the days of these hours.", field + ".days");
        for (const auto day : hours[i].days)
            plan.weekdays[static_cast<std::size_t>(day)].push_back(*span);
    }
    return {};
}

Result<void> addDays(const std::vector<protocol::SpecialDay> &days, BusinessHours::Plan &plan)
{
    for (std::size_t i = 0; i < days.size(); ++i) {
        const auto field = indexed("specialDays", i);
        if (plan.days.contains(days[i].date))
            return fault("The day " + days[i].date + " is there twice.", field + ".date");
        auto &spans = plan.days[days[i].date];
        for (std::size_t j = 0; j < days[i].hours.size(); ++j) {
            const auto &hours = days[i].hours[j];
            const auto span = spanOf(hours.from, hours.to, field + '.' + indexed("hours", j));
            if (!span)
                return std::unexpected(span.error());
            spans.push_back(*span);
        }
    }
    return {};
}

} // namespace

Result<BusinessHours> businessHoursFrom(const protocol::Calendar &calendar)
{
    BusinessHours::Plan plan;
    plan.timeZone = calendar.timeZone;
    auto filled = addWeek(calendar.hours, plan);
    if (filled)
        filled = addDays(calendar.specialDays, plan);
    if (!filled)
        return std::unexpected(filled.error());
    return BusinessHours::make(plan);
}

std::optional<BusinessHours> hoursOf(const protocol::Calendar &calendar)
{
    auto made = businessHoursFrom(calendar);
    return made ? std::optional(std::move(*made)) : std::nullopt;
}

namespace sitechecks {

Result<void> check(const protocol::Calendar &calendar, const Known &)
{
    if (calendar.hours.size() > mostSpans)
        return fault("There are more than " + std::to_string(mostSpans) + " hours.", "hours");
    if (calendar.specialDays.size() > mostSpecialDays) {
        return fault("There are more than " + std::to_string(mostSpecialDays) + " special days.",
                     "specialDays");
    }
    for (std::size_t i = 0; i < calendar.specialDays.size(); ++i) {
        const auto field = indexed("specialDays", i);
        const auto &day = calendar.specialDays[i];
        if (auto named = checkText(day.name, field + ".name"); !named)
            return named;
        if (day.hours.size() > mostSpans)
            return fault("There are too many hours of one day.", field + ".hours");
    }
    const auto made = businessHoursFrom(calendar);
    return made ? Result<void>() : std::unexpected(made.error());
}

} // namespace sitechecks

} // namespace tandem
