// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"

#include <string>

namespace tandem {

using AgentId = Id<struct AgentTag>;
using ContactId = Id<struct ContactTag>;
using FileId = Id<struct FileTag>;
using InteractionId = Id<struct InteractionTag>;
using SessionId = Id<struct SessionTag>;
using StrategySessionId = Id<struct StrategySessionTag>;
using UploadId = Id<struct UploadTag>;

// Things that an administrator names are known by a short code: "support", "lang_de".
using QueueId = std::string;
using SkillId = std::string;

} // namespace tandem
