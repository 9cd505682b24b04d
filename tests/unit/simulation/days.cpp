// SPDX-License-Identifier: GPL-3.0-or-later
#include "days.h"

#include "host/democompany.h"

#include <stdexcept>

using namespace tandem;

Days::Days() : site(demoSite())
{
    settings.chats = 300;
    settings.agents = 6;
}

DayFigures Days::run(const ShippedStrategy *strategy) const
{
    auto plan = planDay(site, settings, strategy);
    if (!plan)
        throw std::runtime_error(plan.error().message);
    plan->customers =
        syntheticArrivals(site, simulatedQueues(site, settings).value(), settings, curve);
    auto figures = SimulatedDay(*plan).run();
    if (!figures)
        throw std::runtime_error(figures.error().message);
    return *figures;
}

DayFigures Days::with(const std::string &strategyId) const
{
    if (strategyId.empty())
        return run(nullptr);
    const auto strategy = shippedStrategy(strategyId);
    return run(&strategy);
}

DayFigures Days::withDocument(const std::string &document) const
{
    const auto strategy = readSimulatedStrategy("own", document);
    if (!strategy)
        throw std::runtime_error(strategy.error().message);
    return run(&*strategy);
}

Days Days::ofTheory(int agents, int chats, int handlingSeconds)
{
    Days days;
    days.curve.fill(1);
    days.site.capacityRules = {{"standard", "One", {{"chat", 1, 1}}, {}, {}}};
    auto &settings = days.settings;
    settings.agents = agents;
    settings.chats = chats;
    settings.queues = {"support"};
    settings.shift = Ms(24 * 3'600'000);
    settings.handling = Ms(handlingSeconds * 1000);
    settings.accept = settings.afterWork = settings.patience = Ms(0);
    return days;
}
