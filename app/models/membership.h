// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/models_export.h"

#include <QStringList>

namespace tandem {

class SiteDraft;

// Groups name their agents; an administrator thinks of an agent's groups, too.
namespace membership {

TANDEM_MODELS_EXPORT QStringList groupsOf(const SiteDraft &draft, const QString &userName);
// Edits the groups that the agent comes into or leaves.
TANDEM_MODELS_EXPORT void setGroups(SiteDraft &draft, const QString &userName,
                                    const QStringList &groups);

} // namespace membership
} // namespace tandem
