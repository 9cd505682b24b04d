// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/preparedsite.h"

#include "orchestration/strategychecks.h"
#include "site/calendars.h"
#include "site/sitecheck.h"

#include <QDate>
#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <chrono>

namespace tandem {

namespace {

constexpr auto wholeDay = Ms(std::chrono::hours(24));
// The first and the last of the generated agents begin then, the others evenly between.
constexpr auto firstBegin = Ms(std::chrono::hours(6));
constexpr auto lastBegin = Ms(std::chrono::hours(14));

bool handles(const protocol::AgentDefinition &agent)
{
    return std::ranges::find(agent.roles, Role::Agent) != agent.roles.end();
}

// As many agents, with the skills, groups and capacity of the site's own, one after the other.
Result<std::vector<SimulatedShift>> addAgents(protocol::SiteDocument &site,
                                              const SimulationSettings &settings)
{
    std::vector<protocol::AgentDefinition> models;
    std::ranges::copy_if(site.agents, std::back_inserter(models), handles);
    const int count = *settings.agents;
    if (models.empty() || count < 1 || count > mostSimulatedAgents) {
        return failure(Reason::InvalidParams,
                       models.empty() ? "The site has nobody with the role \"agent\"."
                                      : "The number of agents is 1 to 9,000.",
                       "agents");
    }
    std::vector<SimulatedShift> shifts;
    for (int i = 0; i < count; ++i) {
        auto agent = models[static_cast<std::size_t>(i) % models.size()];
        const auto model = std::exchange(agent.userName, "simulated-" + std::to_string(i + 1));
        agent.name = "Simulated " + std::to_string(i + 1);
        agent.roles = {Role::Agent};
        agent.calendar.reset();
        for (auto &group : site.groups) {
            if (std::ranges::find(group.agents, model) != group.agents.end())
                group.agents.push_back(agent.userName);
        }
        const bool isAllDay = settings.shift >= wholeDay;
        const auto begin =
            isAllDay ? Ms(0) : firstBegin + (lastBegin - firstBegin) * i / std::max(1, count - 1);
        // Until the last customer of the day is gone.
        const auto end = isAllDay ? 2 * wholeDay : begin + settings.shift;
        shifts.push_back({agent.userName, begin, end});
        site.agents.push_back(std::move(agent));
    }
    return shifts;
}

// The site's own agents: as their calendars say, else the whole day.
Result<std::vector<SimulatedShift>> ownShifts(const protocol::SiteDocument &site, UtcTime midnight)
{
    std::vector<SimulatedShift> shifts;
    for (const auto &agent : site.agents) {
        if (!handles(agent))
            continue;
        const auto *calendar =
            agent.calendar ? protocol::findObject(site.calendars, *agent.calendar) : nullptr;
        const auto hours = calendar ? hoursOf(*calendar) : std::nullopt;
        if (!hours) {
            shifts.push_back({agent.userName, Ms(0), 2 * wholeDay});
            continue;
        }
        const auto begin = hours->isOpen(midnight) ? midnight : hours->nextChange(midnight);
        if (!begin || *begin >= midnight + wholeDay)
            continue;
        const auto end = hours->nextChange(*begin).value_or(midnight + 2 * wholeDay);
        shifts.push_back({agent.userName, *begin - midnight, end - midnight});
    }
    if (shifts.empty()) {
        return failure(Reason::InvalidParams,
                       "None of the site's agents works on this day; say another --date, or "
                       "--agents for generated ones.",
                       "agents");
    }
    return shifts;
}

std::vector<ShippedStrategy> libraryWith(const ShippedStrategy *strategy)
{
    std::vector<ShippedStrategy> library;
    for (const auto &id : shippedStrategyIds()) {
        if (!strategy || strategy->id != id)
            library.push_back(shippedStrategy(id));
    }
    if (strategy)
        library.push_back(*strategy);
    return library;
}

} // namespace

Result<ShippedStrategy> readSimulatedStrategy(const std::string &id, const std::string &document)
{
    // For the actions that the services offer.
    Services services{SiteSettings{}};
    scxml::ScriptEngine scripts;
    ShippedStrategy strategy{id, document,
                             readStrategy(document, services.engine.actions(), scripts)};
    if (!strategy.reading.findings.empty())
        return failure(Reason::InvalidParams, textOf(strategy.reading.findings), "strategy");
    return strategy;
}

Result<UtcTime> midnightOf(const protocol::SiteDocument &site, const std::string &date)
{
    const auto day = QDate::fromString(QString::fromStdString(date), Qt::ISODate);
    if (!day.isValid()) {
        return failure(Reason::InvalidParams, "A date is written 2026-03-03; not \"" + date + "\".",
                       "date");
    }
    const auto name = site.rules ? site.rules->timeZone : protocol::Rules{}.timeZone;
    const QTimeZone zone(QByteArray::fromStdString(name));
    if (!zone.isValid())
        return failure(Reason::InvalidParams, "There is no time zone \"" + name + "\".");
    return utcFromMs(day.startOfDay(zone).toMSecsSinceEpoch());
}

Result<std::vector<QueueId>> simulatedQueues(const protocol::SiteDocument &site,
                                             const SimulationSettings &settings)
{
    for (const auto &id : settings.queues) {
        if (!protocol::findObject(site.queues, id)) {
            return failure(Reason::InvalidParams, "The site has no queue \"" + id + "\".", "queue");
        }
    }
    auto queues = settings.queues;
    if (queues.empty()) {
        for (const auto &queue : site.queues)
            queues.push_back(queue.id);
    }
    if (queues.empty())
        return failure(Reason::InvalidParams, "The site has no queue.", "queue");
    return queues;
}

Result<DayPlan> planDay(protocol::SiteDocument site, const SimulationSettings &settings,
                        const ShippedStrategy *strategy)
{
    if (!site.rules)
        site.rules.emplace();
    if (auto checked = checkDocument(site); !checked)
        return std::unexpected(checked.error());
    const auto queues = simulatedQueues(site, settings);
    if (!queues)
        return std::unexpected(queues.error());
    const auto midnight = midnightOf(site, settings.date);
    if (!midnight)
        return std::unexpected(midnight.error());
    auto shifts = settings.agents ? addAgents(site, settings) : ownShifts(site, *midnight);
    if (!shifts)
        return std::unexpected(shifts.error());
    if (auto checked = checkDocument(site); !checked)
        return std::unexpected(checked.error());
    for (auto &queue : site.queues) {
        if (std::ranges::find(*queues, queue.id) == queues->end())
            continue;
        queue.strategy = strategy ? std::optional(strategy->id) : std::nullopt;
    }
    return DayPlan{std::move(site), libraryWith(strategy), {}, std::move(*shifts), *midnight};
}

} // namespace tandem
