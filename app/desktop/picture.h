// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "desktop/options.h"

namespace tandem {

// Plays the view that the options name, with the demo company, and writes a PNG of it.
// `invalid_params`: no such view; `store_unavailable`: the file cannot be written.
Result<void> writePicture(const Options &options);

} // namespace tandem
