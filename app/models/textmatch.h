// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/models_export.h"

#include <QString>

#include <optional>

// Searching as people type: small and large letters and accents are alike ("lucia" finds "Lucía").
namespace tandem::textmatch {

TANDEM_MODELS_EXPORT QString folded(const QString &text);
// How well a text matches, 0 is best; none: not at all. Each word that is searched must begin a
// word of the name or stand in the name or in `more`.
TANDEM_MODELS_EXPORT std::optional<int> rank(const QString &search, const QString &name,
                                             const QString &more);

} // namespace tandem::textmatch
