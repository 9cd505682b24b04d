// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/models_export.h"
#include "models/siteschema.h"

#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

// What a change changes, for people.
namespace tandem::sitedifference {

// where: "Steps › Step 1 › From"; before, after: empty where it was not, or is no more.
struct Line
{
    QString where;
    QString before;
    QString after;

    bool operator==(const Line &) const = default;
};

TANDEM_MODELS_EXPORT std::vector<Line> lines(const protocol::SiteChange &change);
// "Queue Support changed"
TANDEM_MODELS_EXPORT QString headline(const protocol::SiteChange &change);
// "Queue Support changed and 2 more"
TANDEM_MODELS_EXPORT QString summary(const std::vector<protocol::SiteChange> &changes);
// A value as it is read: "2 min", "who is idle longest".
TANDEM_MODELS_EXPORT QString valueText(const FieldDescription &field, const QJsonValue &value);

} // namespace tandem::sitedifference
