// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coreport.h"
#include "gateway/router.h"

namespace tandem::gateway {

// /health, /server/isAlive, /server/about, /cobrowse/health: 200 while the core takes commits,
// 503 otherwise.
void addServerInfo(Router &router, const CorePort &core);

} // namespace tandem::gateway
