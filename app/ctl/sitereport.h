// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/admin.h"

#include <string>

// Answers about the site as people read them. Each text ends with a line feed.
namespace tandem::ctl {

std::string report(const protocol::ApplyReply &reply);
std::string report(const protocol::AuditReply &audit);
// One entry with all that it changed.
std::string report(const protocol::AuditEntry &entry);

} // namespace tandem::ctl
