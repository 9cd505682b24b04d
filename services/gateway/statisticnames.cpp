// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/statisticnames.h"

#include "gateway/chatfields.h"
#include "gateway/httpsyntax.h"

#include <charconv>

namespace tandem::gateway {

using namespace protocol;

namespace {

constexpr double toSeconds = 0.001;
constexpr double toPerCent = 100;
constexpr std::int64_t secondMs = 1000;
constexpr std::int64_t longestWindow = 7 * 24 * 3600; // seconds

struct VendorMetric
{
    std::string_view name;
    Measure measure;
    double factor;
};

// Our own names of measures are understood as well, with their own units.
constexpr VendorMetric vendorMetrics[] = {
    {"AverageWaitingTime", Measure::AverageWait, toSeconds},
    {"Current_In_Queue", Measure::Waiting, 1},
    {"CurrMaxCallWaitingTime", Measure::LongestWait, toSeconds},
    {"ServiceLevel", Measure::ServiceLevel, toPerCent},
    {"Total_Abandoned", Measure::Abandoned, 1},
    {"Total_Answered", Measure::Accepted, 1},
};

struct VendorObject
{
    std::string_view name; // lower case, without spaces and underscores
    StatisticObject object;
};

constexpr VendorObject vendorObjects[] = {
    {"queue", StatisticObject::Queue},        {"stagingarea", StatisticObject::Queue},
    {"virtualqueue", StatisticObject::Queue}, {"routepoint", StatisticObject::Queue},
    {"agent", StatisticObject::Agent},        {"group", StatisticObject::Group},
    {"agentgroup", StatisticObject::Group},   {"groupagents", StatisticObject::Group},
    {"medium", StatisticObject::Medium},      {"mediatype", StatisticObject::Medium},
};

std::unexpected<Error> unknown(std::string_view field, const std::string &value,
                               const std::string &known)
{
    return failure(Reason::InvalidParams,
                   std::string(field) + " \"" + value + "\" is not known; there are " + known + '.',
                   std::string(field));
}

std::unexpected<Error> missingField(const std::string &name)
{
    return failure(Reason::InvalidParams, "The field " + name + " is missing.", name);
}

bool isOfNow(Measure measure)
{
    return measure == Measure::Waiting || measure == Measure::LongestWait
           || measure == Measure::EstimatedWait || measure == Measure::AgentsReady
           || measure == Measure::Handling;
}

Result<StatisticObject> objectFrom(const Form &form)
{
    const auto given = optionalField(form, "objectType");
    if (!given)
        return missingField("objectType");
    auto plain = lowered(*given);
    std::erase_if(plain, [](char c) { return c == ' ' || c == '_'; });
    for (const auto &[name, object] : vendorObjects) {
        if (plain == name)
            return object;
    }
    return unknown("objectType", *given, "Queue, Agent, AgentGroup, Medium");
}

Result<std::pair<Measure, double>> measureFrom(const Form &form)
{
    const auto given =
        optionalField(form, "metric").or_else([&] { return optionalField(form, "statisticType"); });
    if (!given)
        return missingField("metric");
    std::string known;
    for (const auto &[name, measure, factor] : vendorMetrics) {
        if (*given == name)
            return std::pair(measure, factor);
        known += std::string(name) + ", ";
    }
    if (const auto own = fromName<Measure>(*given); own && *own != Measure::StateTime)
        return std::pair(*own, 1.0);
    return unknown("metric", *given, known + "and Tandem's own measures (waiting, done ...)");
}

std::optional<std::int64_t> secondsFrom(std::string_view text)
{
    std::int64_t value = 0;
    const auto *end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, value);
    const bool isGood = error == std::errc() && stopped == end && value >= 0;
    return isGood && value <= longestWindow ? std::optional(value) : std::nullopt;
}

// "Default", "LastHour", "Sliding=900", "Interval=1800".
Result<void> setWindow(const Form &form, StatisticDefinition &definition)
{
    if (isOfNow(definition.measure)) {
        definition.window = Window::Current;
        return {};
    }
    definition.window = Window::Midnight;
    const auto given = optionalField(form, "timeProfile");
    const auto plain = lowered(given.value_or("default"));
    if (plain == "default" || plain == "midnight" || plain == "currentday")
        return {};
    if (plain == "lasthour") {
        definition.window = Window::Sliding;
        definition.windowMs = 3600 * secondMs;
        return {};
    }
    const auto equals = plain.find('=');
    const auto kind = plain.substr(0, equals);
    const auto seconds =
        equals == std::string::npos ? std::nullopt : secondsFrom(plain.substr(equals + 1));
    if ((kind != "sliding" && kind != "interval") || seconds.value_or(0) < 1) {
        return unknown("timeProfile", *given,
                       "Default (since midnight), LastHour, Sliding=SECONDS, Interval=SECONDS");
    }
    definition.window = kind == "sliding" ? Window::Sliding : Window::Interval;
    definition.windowMs = *seconds * secondMs;
    return {};
}

// "0-20": answered within 20 seconds.
Result<void> setThreshold(const Form &form, StatisticDefinition &definition)
{
    const auto given = optionalField(form, "timeRange");
    if (!given || definition.measure != Measure::ServiceLevel)
        return {};
    const auto dash = given->find('-');
    const auto low = secondsFrom(given->substr(0, dash));
    const auto high =
        dash == std::string::npos ? std::nullopt : secondsFrom(given->substr(dash + 1));
    if (low != 0 || high.value_or(0) < 1)
        return unknown("timeRange", *given, "ranges of seconds from 0, like 0-20");
    definition.thresholdMs = *high * secondMs;
    return {};
}

} // namespace

Result<StatisticQuestion> statisticFrom(const Form &form)
{
    StatisticQuestion question;
    auto &definition = question.query.definition;
    auto objectId = optionalField(form, "objectId");
    if (!objectId)
        return missingField("objectId");
    question.query.objectId = *std::move(objectId);
    const auto object = objectFrom(form);
    if (!object)
        return std::unexpected(object.error());
    definition.object = *object;
    const auto measure = measureFrom(form);
    if (!measure)
        return std::unexpected(measure.error());
    std::tie(definition.measure, question.factor) = *measure;
    if (auto set = setWindow(form, definition); !set)
        return std::unexpected(set.error());
    if (auto set = setThreshold(form, definition); !set)
        return std::unexpected(set.error());
    definition.mediaType = optionalField(form, "filter");
    return question;
}

} // namespace tandem::gateway
