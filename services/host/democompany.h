// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "host/firststart.h"

namespace tandem {

// A small company to try Tandem with: agents alice, bob and carol, supervisor sam, administrator
// ada, all with the password "demo"; queues support, sales, billing and vip. Loopback only.
FirstStart demoCompany(Random &random);
protocol::SiteDocument demoSite();

} // namespace tandem
