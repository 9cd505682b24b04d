// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/privacy.h"
#include "protocol/transcript.h"

#include <string>
#include <vector>

namespace tandem::ctl {

// Without line feeds; the first one says what it is, the others what is wrong or redacted.
std::vector<std::string> linesOf(const protocol::TranscriptVerifyReply &reply);
std::string report(const protocol::TranscriptKeysReply &reply);
std::string report(const protocol::PrivacyEraseReply &reply);

} // namespace tandem::ctl
