// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/types.h"

#include <QDateTime>
#include <QString>

#include <vector>

namespace tandem::visitor {

struct VisitorField
{
    QString label;
    QString value; // plain text: it comes from the customer's page

    bool operator==(const VisitorField &) const = default;
};

// What the customer's page told about itself, as text; keys of the wire facts, 1.1. `nowUtc`: for
// the customer's local time.
std::vector<VisitorField> visitorFields(const protocol::Data &data, const QDateTime &nowUtc);

} // namespace tandem::visitor
