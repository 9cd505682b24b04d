// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/call.h"

#include <string_view>

namespace tandem::fuzz {

// Of all that can be asked for, by agents, customers or other systems; null where there is none.
const protocol::RequestType *requestNamed(std::string_view name);

} // namespace tandem::fuzz
