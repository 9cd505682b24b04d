// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace tandem::gateway {

// The content in gzip form (RFC 1952), as small as zlib can make it.
std::string gzipped(std::string_view content);
// Whether an Accept-Encoding field allows gzip (RFC 9110 section 12.5.3).
bool acceptsGzip(std::string_view field);

} // namespace tandem::gateway
