// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <expected>
#include <string>
#include <utility>

namespace tandem {

// A value or the reason why there is none. Exceptions do not cross a folder's border.
template <class T>
using Result = std::expected<T, Error>;

inline std::unexpected<Error> failure(Reason reason, std::string message, std::string field = {})
{
    return std::unexpected(Error{reason, std::move(message), std::move(field)});
}

} // namespace tandem
