// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/usualstatistics.h"

namespace tandem {

namespace {

using protocol::Measure;
using protocol::StatisticObject;
using protocol::Window;

constexpr std::int64_t slidingMs = 30 * 60'000;

struct Figure
{
    const char *id;
    const char *name;
    Measure measure;
    Window window = Window::Midnight;
};

constexpr Figure ofQueues[] = {
    {"queue_waiting", "Waiting", Measure::Waiting, Window::Current},
    {"queue_longest_wait", "Longest wait", Measure::LongestWait, Window::Current},
    {"queue_estimated_wait", "Estimated wait", Measure::EstimatedWait, Window::Current},
    {"queue_agents_ready", "Agents ready", Measure::AgentsReady, Window::Current},
    {"queue_handling", "In conversation", Measure::Handling, Window::Current},
    {"queue_entered", "Entered today", Measure::Entered},
    {"queue_offered", "Offered today", Measure::Offered},
    {"queue_accepted", "Accepted today", Measure::Accepted},
    {"queue_abandoned", "Abandoned today", Measure::Abandoned},
    {"queue_service_level", "Service level today", Measure::ServiceLevel},
    {"queue_service_level_30min", "Service level, last 30 minutes", Measure::ServiceLevel,
     Window::Sliding},
    {"queue_average_wait", "Average wait today", Measure::AverageWait},
    {"queue_average_handle", "Average handle time today", Measure::AverageHandle},
};

// Of agents and of groups alike.
constexpr Figure ofPeople[] = {
    {"handling", "In hand", Measure::Handling, Window::Current},
    {"accepted", "Accepted today", Measure::Accepted},
    {"missed", "Missed today", Measure::Missed},
    {"average_handle", "Average handle time today", Measure::AverageHandle},
    {"occupancy", "Occupancy today", Measure::Occupancy},
};

protocol::StatisticDefinition definition(const Figure &figure, StatisticObject object)
{
    protocol::StatisticDefinition made;
    made.id = figure.id;
    made.name = figure.name;
    made.object = object;
    made.measure = figure.measure;
    made.window = figure.window;
    if (figure.window == Window::Sliding)
        made.windowMs = slidingMs;
    return made;
}

protocol::StatisticDefinition stateTime(StatisticObject object, AgentState state, const char *name)
{
    auto made = definition({"", name, Measure::StateTime}, object);
    made.id = std::string(nameOf(object)) + '_' + std::string(nameOf(state)) + "_time";
    made.state = state;
    return made;
}

} // namespace

std::vector<protocol::StatisticDefinition> usualStatistics()
{
    std::vector<protocol::StatisticDefinition> all;
    for (const auto &figure : ofQueues)
        all.push_back(definition(figure, StatisticObject::Queue));
    for (const auto object : {StatisticObject::Agent, StatisticObject::Group}) {
        for (const auto &figure : ofPeople) {
            auto &made = all.emplace_back(definition(figure, object));
            made.id = std::string(nameOf(object)) + '_' + made.id;
        }
        all.push_back(stateTime(object, AgentState::Ready, "Time ready today"));
        all.push_back(stateTime(object, AgentState::NotReady, "Time not ready today"));
    }
    all.push_back(
        definition({"group_agents_ready", "Agents ready", Measure::AgentsReady, Window::Current},
                   StatisticObject::Group));
    all.push_back(
        definition({"medium_entered", "Entered today", Measure::Entered}, StatisticObject::Medium));
    all.push_back(definition({"medium_accepted", "Accepted today", Measure::Accepted},
                             StatisticObject::Medium));
    return all;
}

} // namespace tandem
