// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scxml/chart.h"

namespace tandem::scxml {

// Loads files that lie in the folder itself ("a.js", "file:a.js"), and nothing else.
Loader folderLoader(const QString &folder);

} // namespace tandem::scxml
