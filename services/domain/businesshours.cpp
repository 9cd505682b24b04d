// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/businesshours.h"

#include <QTimeZone>

#include <algorithm>
#include <charconv>
#include <set>

namespace tandem {

namespace {

using Date = std::chrono::sys_days; // of the wall clock
using WallTime = std::chrono::sys_time<Ms>;

constexpr int minutesADay = 24 * 60;
constexpr int furthestDays = 400;

std::unexpected<Error> fault(std::string message, std::string field)
{
    return failure(Reason::InvalidParams, std::move(message), std::move(field));
}

std::optional<Date> dateFrom(std::string_view text)
{
    // "2026-12-25" as the beginning of that day.
    if (text.size() != 10)
        return std::nullopt;
    const auto midnight = fromIso(std::string(text) + "T00:00:00.000Z");
    if (!midnight || toIso(*midnight).substr(0, 10) != text)
        return std::nullopt;
    return std::chrono::floor<std::chrono::days>(*midnight);
}

bool isZone(const std::string &name)
{
    const auto id = QByteArray::fromStdString(name);
    return !id.isEmpty() && QTimeZone::availableTimeZoneIds().contains(id);
}

Result<void> checkSpans(const std::vector<BusinessHours::Span> &spans, const std::string &field)
{
    for (const auto &span : spans) {
        if (span.beginMinute < 0 || span.beginMinute >= minutesADay || span.endMinute < 0
            || span.endMinute > minutesADay) {
            return fault("Hours begin at 00:00 to 23:59 and end at 00:00 to 24:00.", field);
        }
    }
    return {};
}

} // namespace

struct BusinessHours::Compiled
{
    QTimeZone zone;
    std::array<std::vector<Span>, 7> weekdays;
    std::map<Date, std::vector<Span>> days;

    Ms offsetAt(UtcTime time) const
    {
        const auto moment = QDateTime::fromMSecsSinceEpoch(toMs(time), Qt::UTC);
        return std::chrono::seconds(zone.offsetFromUtc(moment));
    }

    WallTime wallAt(UtcTime time) const { return time + offsetAt(time); }

    // The moments at which the wall clock shows this: none in an hour that is left out, two in an
    // hour that comes twice.
    std::vector<UtcTime> momentsOf(WallTime wall) const
    {
        std::vector<UtcTime> moments;
        for (const auto around : {wall - std::chrono::days(1), wall + std::chrono::days(1)}) {
            const auto moment = wall - offsetAt(around);
            if (wallAt(moment) == wall && std::ranges::find(moments, moment) == moments.end())
                moments.push_back(moment);
        }
        return moments;
    }

    const std::vector<Span> &spansOf(Date date) const
    {
        if (const auto special = days.find(date); special != days.end())
            return special->second;
        return weekdays[std::chrono::weekday(date).iso_encoding() - 1];
    }

    bool isOpen(UtcTime time) const
    {
        const auto wall = wallAt(time);
        const auto today = std::chrono::floor<std::chrono::days>(wall);
        const auto minute = std::chrono::floor<std::chrono::minutes>(wall - today).count();
        for (const auto &span : spansOf(today)) {
            const bool isToday = span.endMinute > span.beginMinute;
            if (minute >= span.beginMinute && (!isToday || minute < span.endMinute))
                return true;
        }
        for (const auto &span : spansOf(today - std::chrono::days(1))) {
            if (span.endMinute <= span.beginMinute && minute < span.endMinute)
                return true;
        }
        return false;
    }

    // Where isOpen() may change on that day or the next morning.
    void addBorders(Date date, std::set<UtcTime> &borders) const
    {
        for (const auto &span : spansOf(date)) {
            const bool isOver = span.endMinute <= span.beginMinute;
            const auto begin = date + std::chrono::minutes(span.beginMinute);
            const auto end =
                date + std::chrono::minutes(span.endMinute + (isOver ? minutesADay : 0));
            for (const WallTime wall : {WallTime(begin), WallTime(end)}) {
                for (const auto moment : momentsOf(wall))
                    borders.insert(moment);
            }
        }
        // Without this, hours that run into a day whose clock is moved would be missed.
        const WallTime noon = date + std::chrono::hours(12);
        const auto before = QDateTime::fromMSecsSinceEpoch(
            toMs(noon - offsetAt(noon) - std::chrono::hours(24)), Qt::UTC);
        const auto move = zone.nextTransition(before);
        if (move.atUtc.isValid())
            borders.insert(utcFromMs(move.atUtc.toMSecsSinceEpoch()));
    }
};

Result<BusinessHours> BusinessHours::make(const Plan &plan)
{
    auto compiled = std::make_shared<Compiled>();
    if (!isZone(plan.timeZone)) {
        return fault("There is no time zone \"" + plan.timeZone
                         + "\"; zones are named like \"Europe/Berlin\".",
                     "timeZone");
    }
    compiled->zone = QTimeZone(QByteArray::fromStdString(plan.timeZone));
    for (const auto &spans : plan.weekdays) {
        if (auto checked = checkSpans(spans, "hours"); !checked)
            return std::unexpected(checked.error());
    }
    compiled->weekdays = plan.weekdays;
    for (const auto &[text, spans] : plan.days) {
        const auto date = dateFrom(text);
        if (!date)
            return fault("\"" + text + "\" is no date like 2026-12-25.", "specialDays");
        if (auto checked = checkSpans(spans, "specialDays"); !checked)
            return std::unexpected(checked.error());
        compiled->days[*date] = spans;
    }
    return BusinessHours(std::move(compiled));
}

std::optional<int> BusinessHours::minuteFrom(std::string_view text)
{
    int hour = 0;
    int minute = 0;
    const auto number = [](std::string_view digits, int &value) {
        const auto *end = digits.data() + digits.size();
        const bool isDigits =
            std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
        return isDigits && std::from_chars(digits.data(), end, value).ec == std::errc();
    };
    if (text.size() != 5 || text[2] != ':' || !number(text.substr(0, 2), hour)
        || !number(text.substr(3), minute) || minute > 59 || hour * 60 + minute > minutesADay)
        return std::nullopt;
    return hour * 60 + minute;
}

bool BusinessHours::isOpen(UtcTime time) const { return m_compiled->isOpen(time); }

std::optional<UtcTime> BusinessHours::nextChange(UtcTime after) const
{
    const bool isOpen = m_compiled->isOpen(after);
    const auto today = std::chrono::floor<std::chrono::days>(m_compiled->wallAt(after));
    std::set<UtcTime> borders;
    m_compiled->addBorders(today - std::chrono::days(1), borders);
    m_compiled->addBorders(today, borders);
    for (int day = 0; day <= furthestDays; ++day) {
        m_compiled->addBorders(today + std::chrono::days(day + 1), borders);
        const auto limit = WallTime(today + std::chrono::days(day + 1));
        while (!borders.empty() && *borders.begin() < limit - m_compiled->offsetAt(limit)) {
            const auto border = *borders.begin();
            borders.erase(borders.begin());
            if (border > after && m_compiled->isOpen(border) != isOpen)
                return border;
        }
    }
    return std::nullopt;
}

} // namespace tandem
