// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/admin.h"

#include <string>

// What a change of the site changes, as people read it.
namespace tandem::ctl {

// "+ skill "dutch"", "- queue "old"", "~ queue "support"" with the members that differ below, one
// line each. Empty where there is no change.
std::string report(const std::vector<protocol::SiteChange> &changes);
// The same in one line, without members.
std::string summary(const std::vector<protocol::SiteChange> &changes);

} // namespace tandem::ctl
