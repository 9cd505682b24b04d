// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/openmedia.h"

#include <string>
#include <string_view>
#include <vector>

namespace tandem {

// What a file of a watched folder asks for: one object, or a list of objects with an externalId
// each (docs/operations.md, "The watched folder"). `name` is the file's; of it and of its content
// the externalId is made where a single object has none, so that the same file again is the same
// work and another one of the same name is not lost. invalid_params says what is wrong and where;
// then nothing of the file counts. Pure; any thread.
Result<std::vector<protocol::MediaSubmit>> readCaptureFile(const std::string &name,
                                                           std::string_view text);

} // namespace tandem
