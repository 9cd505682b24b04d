// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "protocol/json.h"

#include <string>

namespace tandem::ctl {

// The same JSON on several lines, for people and for tools that compare lines; lists of plain
// values stay on one. Ends with a line feed.
std::string indented(const json::Value &value);
// `text` is JSON of our own writing.
std::string indented(const std::string &text);

// The JSON in a file, "-" for standard input. `invalid_params` says what is wrong with it.
Result<json::Value> readJson(const std::string &file);
// Whole or not at all; "-" for standard output is not for here.
Result<void> writeFile(const std::string &file, const std::string &text);

} // namespace tandem::ctl
