// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/agentstate.h"
#include "widgets/widgets_export.h"

#include <QIcon>

namespace tandem {

class Look;

// A state's colour as a dot, for menus that name the state beside it.
TANDEM_WIDGETS_EXPORT QIcon stateDot(const Look &look, AgentState state);

} // namespace tandem
