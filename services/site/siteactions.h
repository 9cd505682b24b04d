// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine.h"
#include "site/site.h"

namespace tandem {

// What strategies ask of the site: hours. Both must outlive the engine's actions.
void addSiteActions(Engine &engine, const Site &site);

} // namespace tandem
