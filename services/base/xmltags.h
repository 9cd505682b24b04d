// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/base_export.h"

#include <cstddef>
#include <string_view>

namespace tandem {

// Bytes of the longest tag of an XML text, well formed or not; a ">" within a quoted value ends
// none. QXmlStreamReader compares each attribute of a tag with all others, so that one of a
// megabyte takes minutes: who reads texts of strangers looks here first. Any thread.
TANDEM_BASE_EXPORT std::size_t longestTag(std::string_view xml);

} // namespace tandem
