// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "core/coreport.h"
#include "gateway/origin.h"
#include "gateway/router.h"

namespace tandem::gateway {

// POST /genesys/2/email/{service} (wire facts 1.6): somebody leaves a message on a page while
// nobody is there. It waits in that queue as work of the media type "mail". For anybody, with CORS.
// All must outlive the router.
void addEmailRoutes(Router &router, CorePort &core, const OriginPolicy &origins, Random &random);

} // namespace tandem::gateway
