// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/syntheticarrivals.h"

#include "simulation/dice.h"

#include <algorithm>
#include <numeric>

namespace tandem {

namespace {

constexpr double hourMs = 3'600'000;

// Given their number, the moments of a Poisson process are drawn one by one.
std::vector<Ms> momentsOf(const ArrivalCurve &curve, int count, Dice &dice)
{
    const double sum = std::accumulate(curve.begin(), curve.end(), 0.0);
    std::vector<Ms> moments;
    for (int i = 0; i < count; ++i) {
        double left = dice.share() * sum;
        std::size_t hour = 0;
        while (hour + 1 < curve.size() && left >= curve[hour])
            left -= curve[hour++];
        const double within = curve[hour] > 0 ? std::min(left / curve[hour], 0.999999) : 0;
        moments.push_back(Ms(static_cast<std::int64_t>((double(hour) + within) * hourMs)));
    }
    std::ranges::sort(moments);
    return moments;
}

} // namespace

SimulatedCustomer drawCustomer(Dice &dice, const SimulationSettings &settings, Ms at)
{
    SimulatedCustomer customer;
    customer.at = at;
    customer.handling = dice.exponential(settings.handling);
    customer.afterWork = dice.exponential(settings.afterWork);
    customer.accept = dice.exponential(settings.accept);
    customer.reply = dice.exponential(settings.reply);
    const auto patience = dice.exponential(settings.patience);
    if (settings.patience > Ms(0))
        customer.patience = patience;
    customer.takesCallback = dice.happens(settings.callbackShare);
    customer.callbackHandling = dice.exponential(settings.handling);
    return customer;
}

std::vector<SimulatedCustomer> syntheticArrivals(const protocol::SiteDocument &site,
                                                 const std::vector<QueueId> &queues,
                                                 const SimulationSettings &settings,
                                                 const ArrivalCurve &curve)
{
    Dice dice(settings.seed);
    std::vector<SimulatedCustomer> customers;
    int number = 0;
    for (const auto at : momentsOf(curve, settings.chats, dice)) {
        auto customer = drawCustomer(dice, settings, at);
        customer.queue = queues[dice.below(queues.size())];
        const double segment = dice.share();
        if (segment < 0.2)
            customer.data["segment"] = segment < 0.05 ? "vip" : "gold";
        const bool hasSkill = dice.happens(0.5);
        if (const auto drawn = dice.share(); hasSkill && !site.skills.empty()) {
            const auto index = static_cast<std::size_t>(drawn * double(site.skills.size()));
            customer.data["skill"] = site.skills[index].id;
        }
        const bool comesAgain = dice.happens(0.2) && number > 0;
        const auto who = comesAgain ? static_cast<int>(dice.below(std::size_t(number))) : number++;
        customer.emailAddress = "customer" + std::to_string(who + 1) + "@example.com";
        customers.push_back(std::move(customer));
    }
    return customers;
}

} // namespace tandem
