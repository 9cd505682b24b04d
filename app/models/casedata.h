// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/models_export.h"
#include "protocol/types.h"

#include <QString>

#include <vector>

namespace tandem {

// One line of "Case data". Values that a customer's page sent are text, never a link.
struct CaseField
{
    QString key; // of attached data; empty where it cannot be edited
    QString label;
    QString value;

    bool operator==(const CaseField &) const = default;
};

// What the Case tab shows of an interaction, in its order: subject, page, then all other attached
// data but the technical keys (beginning with "_" or "GCTI_"), which the Visitor pane is for.
TANDEM_MODELS_EXPORT std::vector<CaseField> caseFields(const protocol::Interaction &interaction);

} // namespace tandem
