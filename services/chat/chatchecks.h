// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <optional>
#include <string>

namespace tandem {

// Limits of what comes into a chat, whoever it is from; `field` is named in the error. A key is a
// clientMessageId.
Result<void> checkMessage(const std::string &text, const char *field);
Result<void> checkNotice(const std::string &text, const char *field);
Result<void> checkAddress(const std::string &url);
Result<void> checkNickname(const std::string &nickname);
Result<void> checkKey(const std::optional<std::string> &key);

} // namespace tandem
