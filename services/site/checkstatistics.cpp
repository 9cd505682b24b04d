// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/businesshours.h"
#include "domain/filerules.h"
#include "site/objectchecks.h"

#include <algorithm>

namespace tandem::sitechecks {

namespace {

using protocol::Measure;
using protocol::StatisticDefinition;
using protocol::StatisticObject;
using protocol::Window;

constexpr std::int64_t shortestWindowMs = 10'000;
constexpr std::int64_t longestKeptDays = 36'600;
constexpr std::int64_t longestKeptMs = 3660 * dayMs;

enum class Time { Now, Past, Either };

// What a measure can be of, and whether it is of now or of a time that has passed.
struct Sense
{
    std::vector<StatisticObject> objects;
    Time time = Time::Past;
};

Sense senseOf(Measure measure)
{
    constexpr auto queue = StatisticObject::Queue;
    constexpr auto agent = StatisticObject::Agent;
    constexpr auto group = StatisticObject::Group;
    constexpr auto medium = StatisticObject::Medium;
    switch (measure) {
    case Measure::Waiting:
    case Measure::LongestWait: return {{queue, medium}, Time::Now};
    case Measure::EstimatedWait: return {{queue}, Time::Now};
    case Measure::AgentsReady: return {{queue, agent, group}, Time::Now};
    case Measure::Handling: return {{queue, agent, group, medium}, Time::Now};
    case Measure::Entered:
    case Measure::Abandoned:
    case Measure::ServiceLevel: return {{queue, medium}};
    case Measure::Offered:
    case Measure::Accepted:
    case Measure::Missed:
    case Measure::Done:
    case Measure::AverageWait:
    case Measure::AverageHandle: return {{queue, agent, group, medium}};
    case Measure::Occupancy: return {{agent, group}};
    case Measure::StateTime: return {{agent, group}, Time::Either};
    }
    return {};
}

Result<void> checkWindow(const StatisticDefinition &statistic)
{
    const auto time = senseOf(statistic.measure).time;
    const bool isNow = statistic.window == Window::Current;
    const std::string measure(nameOf(statistic.measure));
    if (time == Time::Now && !isNow)
        return fault(measure + " is a figure of now: its window is current.", "window");
    if (time == Time::Past && isNow) {
        return fault(measure + " needs a time to look back on: midnight, sliding or interval.",
                     "window");
    }
    const bool hasLength =
        statistic.window == Window::Sliding || statistic.window == Window::Interval;
    if (hasLength && !statistic.windowMs)
        return fault("Say how long the window is, 10 seconds to 24 hours.", "windowMs");
    if (!hasLength && statistic.windowMs)
        return fault("Only sliding windows and intervals have a length.", "windowMs");
    return checkRange(statistic.windowMs, shortestWindowMs, dayMs, "windowMs");
}

Result<void> checkFilters(const StatisticDefinition &statistic, const Known &known)
{
    const auto measure = statistic.measure;
    if (statistic.mediaType && statistic.object == StatisticObject::Medium)
        return fault("A figure of each medium is not filtered by medium.", "mediaType");
    if (statistic.queueId && statistic.object == StatisticObject::Queue)
        return fault("A figure of each queue is not filtered by queue.", "queueId");
    const bool isOfStates = measure == Measure::StateTime || measure == Measure::Occupancy
                            || measure == Measure::AgentsReady;
    if (isOfStates && (statistic.mediaType || statistic.queueId)) {
        return fault("A figure of agents' states is not filtered.",
                     statistic.mediaType ? "mediaType" : "queueId");
    }
    if (statistic.state.has_value() != (measure == Measure::StateTime)) {
        return fault(statistic.state ? "Only state_time is of a state." : "Say which state.",
                     "state");
    }
    if (statistic.thresholdMs && measure != Measure::ServiceLevel)
        return fault("Only service_level has a threshold.", "thresholdMs");
    return all({checkReference(known.mediaTypes, statistic.mediaType, "media type", "mediaType"),
                checkReference(known.queues, statistic.queueId, "queue", "queueId"),
                checkRange(statistic.thresholdMs, 1, dayMs, "thresholdMs")});
}

} // namespace

Result<void> check(const StatisticDefinition &statistic, const Known &known)
{
    const auto sense = senseOf(statistic.measure);
    if (std::ranges::find(sense.objects, statistic.object) == sense.objects.end()) {
        std::string objects;
        for (const auto object : sense.objects)
            objects += (objects.empty() ? "" : ", ") + std::string(nameOf(object));
        return fault(std::string(nameOf(statistic.measure)) + " is a figure of: " + objects + ".",
                     "measure");
    }
    return all({checkWindow(statistic), checkFilters(statistic, known)});
}

Result<void> checkAddresses(const protocol::Rules &rules)
{
    if (rules.httpAllowed.size() > 100)
        return failure(Reason::InvalidParams, "At most 100 addresses.", "httpAllowed");
    for (const auto &[url] : rules.httpAllowed) {
        const bool isHttp = url.starts_with("http://") || url.starts_with("https://");
        const auto host = url.find("://") + 3;
        if (!isHttp || url.size() <= host || url[host] == '/' || url.size() > 2'000
            || url.find_first_of(" \t\r\n@\\") != std::string::npos) {
            return failure(Reason::InvalidParams,
                           "\"" + url + "\" is no address; write https://host/path.",
                           "httpAllowed.url");
        }
    }
    return {};
}

// "jpg:pdf": endings of letters and digits.
Result<void> checkFileTypes(const std::optional<std::string> &types)
{
    if (!types)
        return {};
    static constexpr std::size_t longest = 2'000;
    bool isSeparated = false;
    for (const char c : *types) {
        const bool isLetter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (!isLetter && (c != ':' || !isSeparated))
            return fault("Write endings in small letters, like jpg:png:pdf.", "fileTypes");
        isSeparated = isLetter;
    }
    if (!isSeparated || types->size() > longest)
        return fault("Write endings in small letters, like jpg:png:pdf.", "fileTypes");
    return {};
}

Result<void> checkFiles(const protocol::Rules &rules)
{
    using namespace filerules;
    return all({checkFileTypes(rules.fileTypes),
                checkRange(rules.fileMaxBytes, 1, highestMaxBytes, "fileMaxBytes"),
                checkRange(rules.filesMaxBytes, 1, highestTotalBytes, "filesMaxBytes"),
                checkRange(rules.filesMost, 0, highestMost, "filesMost"),
                checkRange(rules.filesKeptMs, 0, longestKeptMs, "filesKeptMs")});
}

Result<void> checkSaid(const std::optional<std::string> &text, const char *field)
{
    static constexpr std::size_t longest = 1024;
    if (!text || (!text->empty() && text->size() <= longest))
        return {};
    return fault("What is said to customers has 1 to 1,024 bytes.", field);
}

Result<void> checkIdleness(const protocol::Rules &rules)
{
    return all({checkRange(rules.chatIdleAlertMs, 0, dayMs, "chatIdleAlertMs"),
                checkRange(rules.chatIdleSecondAlertMs, 0, dayMs, "chatIdleSecondAlertMs"),
                checkRange(rules.chatIdleCloseMs, 0, dayMs, "chatIdleCloseMs"),
                checkSaid(rules.chatIdleAlertText, "chatIdleAlertText"),
                checkSaid(rules.chatIdleSecondAlertText, "chatIdleSecondAlertText"),
                checkSaid(rules.chatIdleCloseText, "chatIdleCloseText")});
}

Result<void> check(const protocol::Rules &rules)
{
    BusinessHours::Plan plan;
    plan.timeZone = rules.timeZone;
    if (const auto zone = BusinessHours::make(plan); !zone)
        return std::unexpected(zone.error());
    return all({checkRange(rules.ageingMs, 0, longestKeptMs, "ageingMs"),
                checkRange(rules.missedOffers, 0, 100, "missedOffers"),
                checkRange(rules.inactivityMs, 0, dayMs, "inactivityMs"),
                checkRange(rules.afterContactWorkMs, 0, dayMs, "afterContactWorkMs"),
                checkRange(rules.explanationsKeptMs, 0, longestKeptMs, "explanationsKeptMs"),
                checkRange(rules.interactionsKeptDays, 0, longestKeptDays, "interactionsKeptDays"),
                checkIdleness(rules), checkFiles(rules), checkAddresses(rules)});
}

} // namespace tandem::sitechecks
