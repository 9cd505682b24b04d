// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/transcript.h"

#include <optional>
#include <string>

namespace tandem {

// Whether a transcript is as it was signed, and what of it is not. trusted: the public key in PEM
// that is believed instead of those in the document, which whoever changed it could have changed,
// too; then every signature must be of that one or of a key in `trusted`. Any thread.
protocol::TranscriptVerifyReply verify(const protocol::TranscriptDocument &document,
                                       const std::vector<std::string> &trusted = {});

} // namespace tandem
