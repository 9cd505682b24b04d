// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/httpmessage.h"

#include <optional>
#include <string_view>

namespace tandem::gateway {

// Parses one whole request, which HeadCheck (and ChunkCheck) have let through, with Beast. Nothing
// where Beast reads it in another way than they did: then it is refused too.
std::optional<HttpRequest> parseRequest(std::string_view message);

} // namespace tandem::gateway
