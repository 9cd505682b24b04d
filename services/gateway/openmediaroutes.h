// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "core/coreport.h"
#include "gateway/captureaccess.h"
#include "gateway/router.h"

namespace tandem::gateway {

// POST /genesys/2/openmedia/{service}[/{id}]/[get|update|stop] (wire facts 1.7): other systems add
// work of media types of their own. All must outlive the router.
void addOpenMediaRoutes(Router &router, CorePort &core, const CaptureAccess &access,
                        Random &random);

} // namespace tandem::gateway
