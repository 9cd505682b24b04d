// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/command.h"
#include "protocol/admin.h"

namespace tandem::ctl {

// What is to be put and removed, given the site as it is; the error says why it cannot be.
using Deciding = std::function<Result<protocol::AdminApply>(const protocol::SiteDocument &site)>;

// Looks at the site, decides, and changes just what was looked at: where somebody else was faster
// the server refuses it as a conflict. Shows the difference.
Command changing(Deciding decide, const Options &options);

} // namespace tandem::ctl
