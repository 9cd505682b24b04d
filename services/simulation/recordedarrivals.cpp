// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/recordedarrivals.h"

#include "simulation/dice.h"
#include "simulation/syntheticarrivals.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>

namespace tandem {

namespace {

constexpr double secondsOfDay = 86'400;

std::string trimmed(const std::string &text)
{
    const auto begin = text.find_first_not_of(" \t");
    return begin == std::string::npos
               ? std::string()
               : text.substr(begin, text.find_last_not_of(" \t") + 1 - begin);
}

// Fields of a line; nothing where a quote is not closed.
std::optional<std::vector<std::string>> fieldsOf(std::string_view line)
{
    std::vector<std::string> fields(1);
    bool isQuoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (c == '"' && isQuoted && i + 1 < line.size() && line[i + 1] == '"')
            fields.back() += line[i++];
        else if (c == '"')
            isQuoted = !isQuoted;
        else if (c == ',' && !isQuoted)
            fields.emplace_back();
        else
            fields.back() += c;
    }
    if (isQuoted)
        return std::nullopt;
    for (auto &field : fields)
        field = trimmed(field);
    return fields;
}

std::optional<double> secondsFrom(const std::string &text)
{
    double seconds = 0;
    const auto *end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, seconds);
    if (read.ec != std::errc() || read.ptr != end || !std::isfinite(seconds) || seconds < 0
        || seconds > 10 * secondsOfDay)
        return std::nullopt;
    return seconds;
}

Ms msOf(double seconds) { return Ms(std::llround(seconds * 1000)); }

class ArrivalReader
{
public:
    ArrivalReader(const protocol::SiteDocument &site, const SimulationSettings &settings)
        : m_site(site), m_settings(settings), m_dice(settings.seed)
    {
        const auto name = site.rules ? site.rules->timeZone : protocol::Rules{}.timeZone;
        m_zone = QTimeZone(QByteArray::fromStdString(name));
    }

    Result<SimulatedCustomer> read(const std::vector<std::string> &fields)
    {
        const auto at = timeFrom(fields[0]);
        if (!at)
            return std::unexpected(at.error());
        if (fields.size() < 2 || !protocol::findObject(m_site.queues, fields[1])) {
            return failure(Reason::InvalidParams,
                           fields.size() < 2 ? "after the time comes a queue"
                                             : "the site has no queue \"" + fields[1] + "\"");
        }
        // What is given takes no chance away from those who come later: all is drawn.
        auto customer = drawCustomer(m_dice, m_settings, *at);
        customer.queue = fields[1];
        const auto given = [&](std::size_t field) {
            return fields.size() > field && !fields[field].empty();
        };
        for (const std::size_t field : {2u, 3u}) {
            if (!given(field))
                continue;
            const auto seconds = secondsFrom(fields[field]);
            if (!seconds) {
                return failure(Reason::InvalidParams,
                               "\"" + fields[field] + "\" is no number of seconds");
            }
            if (field == 2)
                customer.handling = msOf(*seconds);
            else
                customer.patience = msOf(*seconds);
        }
        for (std::size_t field = 4; field < fields.size(); ++field) {
            if (auto attached = attach(customer, fields[field]); !attached)
                return std::unexpected(attached.error());
        }
        return customer;
    }

private:
    static Result<void> attach(SimulatedCustomer &customer, const std::string &text)
    {
        const auto sign = text.find('=');
        if (text.empty())
            return {};
        if (sign == std::string::npos || sign == 0) {
            return failure(Reason::InvalidParams,
                           "attached data is written NAME=VALUE; not \"" + text + "\"");
        }
        customer.data[text.substr(0, sign)] = text.substr(sign + 1);
        return Interactions::checkData(customer.data, 1);
    }

    Result<Ms> timeFrom(const std::string &text)
    {
        if (const auto seconds = secondsFrom(text)) {
            if (*seconds >= secondsOfDay)
                return failure(Reason::InvalidParams, "a day has 86,400 seconds");
            return msOf(*seconds);
        }
        auto time = QDateTime::fromString(QString::fromStdString(text), Qt::ISODateWithMs);
        if (!time.isValid()) {
            return failure(Reason::InvalidParams,
                           "\"" + text
                               + "\" is neither seconds since midnight nor a time like "
                                 "2026-03-03T09:15:00");
        }
        if (time.timeSpec() != Qt::LocalTime)
            time = time.toTimeZone(m_zone);
        if (m_day.isValid() && m_day != time.date()) {
            return failure(Reason::InvalidParams,
                           "all arrivals are of one day; those before are of "
                               + m_day.toString(Qt::ISODate).toStdString());
        }
        m_day = time.date();
        return Ms(time.time().msecsSinceStartOfDay());
    }

    const protocol::SiteDocument &m_site;
    const SimulationSettings &m_settings;
    Dice m_dice;
    QTimeZone m_zone;
    QDate m_day;
};

} // namespace

Result<std::vector<SimulatedCustomer>> recordedArrivals(const std::string &text,
                                                        const protocol::SiteDocument &site,
                                                        const SimulationSettings &settings)
{
    ArrivalReader reader(site, settings);
    std::vector<SimulatedCustomer> customers;
    std::size_t number = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = std::min(text.find('\n', begin), text.size());
        auto line = trimmed(text.substr(begin, end - begin));
        begin = end + 1;
        ++number;
        if (line.ends_with('\r'))
            line.pop_back();
        if (line.empty() || line.front() == '#' || (number == 1 && line.starts_with("time")))
            continue;
        const auto fields = fieldsOf(line);
        auto customer =
            fields ? reader.read(*fields) : failure(Reason::InvalidParams, "a quote is not closed");
        if (!customer) {
            return failure(Reason::InvalidParams,
                           "line " + std::to_string(number) + ": " + customer.error().message,
                           "arrivals");
        }
        customers.push_back(std::move(*customer));
    }
    if (customers.empty())
        return failure(Reason::InvalidParams, "there is no arrival in it", "arrivals");
    std::ranges::stable_sort(customers, {}, &SimulatedCustomer::at);
    return customers;
}

} // namespace tandem
