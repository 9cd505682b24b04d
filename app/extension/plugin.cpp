// SPDX-License-Identifier: GPL-3.0-or-later
#include "extension/plugin.h"

namespace tandem {

Plugin::Plugin() = default;

Plugin::~Plugin() = default;

} // namespace tandem
