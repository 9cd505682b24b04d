// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coreport.h"
#include "gateway/captureaccess.h"
#include "gateway/router.h"

namespace tandem::gateway {

// POST /genesys/1/statistic, for those who may capture, and /genesys/1/internal_statistic, for this
// machine alone (wire facts 1.5). Both must outlive the router.
void addStatisticRoutes(Router &router, CorePort &core, const CaptureAccess &access);

} // namespace tandem::gateway
