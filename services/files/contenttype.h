// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>

namespace tandem {

// The MIME type that a file of this name is kept and served as. `invalid_params` (field "type")
// where the content is something else than its ending says, a program, or a page in disguise. What
// the content is, libmagic tells. Any thread.
Result<std::string> contentType(const std::string &name, std::string_view content);

} // namespace tandem
