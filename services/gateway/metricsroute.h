// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coreport.h"
#include "gateway/connections.h"
#include "gateway/router.h"

#include <string>
#include <vector>

namespace tandem::gateway {

// Whether these figures are for who asks: a program of this machine or at one of the addresses, and
// nobody whom a proxy speaks for.
bool mayReadMetrics(const HttpRequest &request, const std::vector<std::string> &allowed);

// GET /metrics; who may not read is answered 403. While the services do not answer, the process,
// the core and the front door are told all the same. `core` and `connections` must outlive the
// router.
void addMetricsRoute(Router &router, CorePort &core, const Connections &connections,
                     std::vector<std::string> allowed);

} // namespace tandem::gateway
