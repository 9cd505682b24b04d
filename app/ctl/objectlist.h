// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/command.h"
#include "protocol/site.h"

namespace tandem::ctl {

// All objects of a kind, in their order, as a table, or as one line of JSON.
Command listing(protocol::SiteKind kind, bool json);
// One object as JSON, which "put" takes again.
Command showing(protocol::SiteKind kind, const std::string &id, bool json);

} // namespace tandem::ctl
