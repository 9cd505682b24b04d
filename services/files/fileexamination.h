// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "protocol/file.h"

#include <atomic>
#include <memory>
#include <string>

namespace tandem {

// Where files are examined. Empty: not.
struct FileSettings
{
    std::string clamav; // clamd: a path, or host:port
    std::string thumbnailProgram;
};

struct ExaminedFile
{
    protocol::FileContent content;
    std::shared_ptr<const std::string> thumbnail; // null: none
};

// All that is done to a content before it is kept. Blocks, for a worker. The error's field says
// what is wrong: "type", or "unsafe" where a scanner has found what its message names.
Result<ExaminedFile> examineFile(const FileSettings &settings, const std::string &name,
                                 const std::string &content, const std::atomic<bool> &stopping);

} // namespace tandem
