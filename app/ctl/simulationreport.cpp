// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/simulationreport.h"

#include "ctl/report.h"
#include "ctl/texttable.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <functional>

namespace tandem::ctl {

using namespace Qt::StringLiterals;

namespace {

double secondsOf(Ms time) { return static_cast<double>(time.count()) / 1000; }

std::string decimal(double value, int digits)
{
    return QString::number(value, 'f', digits).toStdString();
}

std::string waitText(std::optional<Ms> time)
{
    if (!time)
        return "-";
    return *time < Ms(60'000) ? decimal(secondsOf(*time), 1) + " s" : durationText(time->count());
}

std::string percent(std::optional<double> share)
{
    return share ? decimal(*share * 100, 1) + " %" : "-";
}

// RFC 4180.
std::string csvField(const std::string &text)
{
    if (text.find_first_of(",\"\r\n") == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char c : text) {
        quoted += c;
        if (c == '"')
            quoted += c;
    }
    return quoted + '"';
}

struct FigureRow
{
    const char *title;
    std::function<std::string(const DayFigures &)> text;
};

const std::vector<FigureRow> &rows()
{
    const auto number = [](auto member) {
        return [member](const DayFigures &day) { return std::to_string(day.*member); };
    };
    static const std::vector<FigureRow> all{
        {"offered", [](const auto &day) { return std::to_string(day.all.offered); }},
        {"answered", [](const auto &day) { return std::to_string(day.all.answered); }},
        {"abandoned", [](const auto &day) { return std::to_string(day.all.abandoned); }},
        {"closed or other", [](const auto &day) { return std::to_string(day.all.other); }},
        {"service level", [](const auto &day) { return percent(day.all.serviceLevel()); }},
        {"average wait", [](const auto &day) { return waitText(day.all.averageWait()); }},
        {"wait of 9 in 10", [](const auto &day) { return waitText(day.wait90); }},
        {"longest wait", [](const auto &day) { return waitText(day.all.longestWait); }},
        {"occupancy", [](const auto &day) { return percent(day.occupancy); }},
        {"average handling", [](const auto &day) { return waitText(day.averageHandling); }},
        {"callbacks", number(&DayFigures::callbacks)},
        {"messages of the company", number(&DayFigures::strategyMessages)},
        {"sessions of the strategy", number(&DayFigures::strategySessions)},
        {"sessions that failed", number(&DayFigures::failedSessions)},
        {"took", [](const auto &day) { return decimal(day.wallSeconds, 2) + " s"; }},
        {"trace", [](const auto &day) { return day.traceHash; }},
    };
    return all;
}

QJsonValue orNull(std::optional<double> value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

std::optional<double> secondsOf(std::optional<Ms> time)
{
    return time ? std::optional(secondsOf(*time)) : std::nullopt;
}

QJsonObject objectOf(const HalfHourFigures &figures)
{
    return {{u"offered"_s, figures.offered},
            {u"answered"_s, figures.answered},
            {u"abandoned"_s, figures.abandoned},
            {u"other"_s, figures.other},
            {u"serviceLevel"_s, orNull(figures.serviceLevel())},
            {u"averageWaitS"_s, orNull(secondsOf(figures.averageWait()))},
            {u"longestWaitS"_s, secondsOf(figures.longestWait)}};
}

QJsonObject objectOf(const SimulatedResult &result)
{
    const auto &day = result.figures;
    auto object = objectOf(day.all);
    object[u"strategy"_s] = QString::fromStdString(result.name);
    object[u"wait90S"_s] = secondsOf(day.wait90);
    object[u"occupancy"_s] = orNull(day.occupancy);
    object[u"averageHandlingS"_s] = orNull(secondsOf(day.averageHandling));
    object[u"callbacks"_s] = day.callbacks;
    object[u"messages"_s] = day.strategyMessages;
    object[u"sessions"_s] = day.strategySessions;
    object[u"failedSessions"_s] = day.failedSessions;
    object[u"wallS"_s] = day.wallSeconds;
    object[u"trace"_s] = QString::fromStdString(day.traceHash);
    QJsonArray halfHours;
    for (std::size_t i = 0; i < day.halfHours.size(); ++i) {
        auto slot = objectOf(day.halfHours[i]);
        slot[u"from"_s] = QString::fromStdString(halfHourText(i));
        halfHours += slot;
    }
    object[u"halfHours"_s] = halfHours;
    return object;
}

} // namespace

std::string halfHourText(std::size_t number)
{
    char text[16];
    std::snprintf(text, sizeof text, "%02zu:%02zu", number / 2 % 24, number % 2 * 30);
    return text;
}

std::string tableOf(const std::vector<SimulatedResult> &results)
{
    std::vector<std::string> heading{""};
    for (const auto &result : results)
        heading.push_back(printable(result.name));
    TextTable table(std::move(heading));
    for (const auto &row : rows()) {
        std::vector<std::string> cells{row.title};
        for (const auto &result : results)
            cells.push_back(row.text(result.figures));
        table.add(std::move(cells));
    }
    return table.text();
}

std::string csvOf(const std::vector<SimulatedResult> &results)
{
    std::string text = "strategy,from,offered,answered,abandoned,other,service_level,"
                       "average_wait_s,longest_wait_s\r\n";
    for (const auto &result : results) {
        const auto &halfHours = result.figures.halfHours;
        for (std::size_t i = 0; i < halfHours.size(); ++i) {
            const auto &slot = halfHours[i];
            const auto level = slot.serviceLevel();
            const auto wait = slot.averageWait();
            text += csvField(result.name) + ',' + halfHourText(i) + ','
                    + std::to_string(slot.offered) + ',' + std::to_string(slot.answered) + ','
                    + std::to_string(slot.abandoned) + ',' + std::to_string(slot.other) + ','
                    + (level ? decimal(*level, 4) : "") + ','
                    + (wait ? decimal(secondsOf(*wait), 3) : "") + ','
                    + decimal(secondsOf(slot.longestWait), 3) + "\r\n";
        }
    }
    return text;
}

std::string jsonOf(const std::vector<SimulatedResult> &results)
{
    QJsonArray list;
    for (const auto &result : results)
        list += objectOf(result);
    return QJsonDocument(list).toJson(QJsonDocument::Compact).toStdString() + '\n';
}

} // namespace tandem::ctl
