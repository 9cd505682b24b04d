// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/bayeuxserver.h"
#include "gateway/origin.h"
#include "gateway/router.h"

namespace tandem::gateway {

// /genesys/cometd and what clients append to it: WebSocket and long polling (Bayeux 1.0), with
// CORS. `origins` and `random` must outlive the router.
void addCometdRoutes(Router &router, std::shared_ptr<BayeuxServer> server,
                     const OriginPolicy &origins, Random &random);

} // namespace tandem::gateway
