// SPDX-License-Identifier: GPL-3.0-or-later
// Recorded arrivals of a day, as a contact centre exports them.
#include "simulation/recordedarrivals.h"
#include "target.h"

#include <algorithm>

using namespace tandem;
using tandem::fuzz::demand;

static void fuzzArrivals(std::string_view bytes)
{
    protocol::SiteDocument site;
    for (const auto *name : {"support", "sales"})
        site.queues.emplace_back().id = name;
    const auto customers = recordedArrivals(std::string(bytes), site, {});
    if (!customers) {
        demand(!customers.error().message.empty(), "a refusal says why");
        return;
    }
    demand(std::ranges::is_sorted(*customers, {}, &SimulatedCustomer::at), "they come in order");
    for (const auto &customer : *customers) {
        demand(customer.at >= Ms(0) && customer.at < std::chrono::hours(25), "all of one day");
        demand(customer.handling >= Ms(0), "handling takes time");
        demand(customer.queue == "support" || customer.queue == "sales", "queues are the site's");
    }
}

static const tandem::fuzz::Registered registeredArrivals("arrivals", fuzzArrivals);
