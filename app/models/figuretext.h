// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"
#include "models/models_export.h"

#include <QString>

#include <optional>

// Figures as people read them, in their language; a dash where there is nothing to tell.
namespace tandem::figuretext {

TANDEM_MODELS_EXPORT QString nothing();
TANDEM_MODELS_EXPORT QString count(std::optional<double> number);
// 0.914 -> "91 %"
TANDEM_MODELS_EXPORT QString percent(std::optional<double> share);
// "0:35"
TANDEM_MODELS_EXPORT QString wait(std::optional<Ms> time);

} // namespace tandem::figuretext
