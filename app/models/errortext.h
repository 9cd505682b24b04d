// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "models/models_export.h"

#include <QString>

namespace tandem {

// What went wrong and what to do, in the agent's language. Services' messages are English and
// for logs; people see these.
TANDEM_MODELS_EXPORT QString errorText(const Error &error);
// Why an offer is gone; empty where the agent knows (rejected it).
TANDEM_MODELS_EXPORT QString offerRevokedText(const std::string &reason);

} // namespace tandem
