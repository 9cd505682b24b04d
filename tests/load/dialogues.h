// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "load/conversation.h"

#include <string>
#include <vector>

namespace tandem::load {

// Dialogues of a file of JSON lines, {"turns": [["customer"|"agent", text], ...]} each; other lines
// are passed over. Empty where there is no such file.
std::vector<Dialogue> dialoguesFrom(const std::string &file);
// A few of our own, for where there is none.
std::vector<Dialogue> ownDialogues();

} // namespace tandem::load
