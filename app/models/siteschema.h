// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/models_export.h"
#include "protocol/site.h"

#include <QJsonValue>
#include <QString>

#include <functional>
#include <limits>
#include <vector>

// How the objects of a site look to an administrator: the fields of each kind as data. Forms,
// differences and references are made from it. Texts are in the user's language at the time of the
// call.
namespace tandem {

enum class FieldKind {
    Id,
    Text,
    Paragraph,
    Number,
    Duration, // milliseconds
    Size,     // bytes
    Choice,   // one of `options`
    YesNo,
    Choices, // a list of some of `options`
    Reference,
    References, // a list of ids
    Strategy,   // the id of one
    Expression, // over the ids of `of`
    Date,       // "2026-12-25"
    Clock,      // "08:00"
    TimeZone,
    Struct, // `fields`; where optional, switched on by a box
    List    // of structs of `fields`
};

struct FieldOption
{
    QString code;
    QString name;
};

struct FieldDescription
{
    QString key; // in the object's JSON
    FieldKind kind = FieldKind::Text;
    QString label;
    QString hint = {};        // what it means, below the field
    QString placeholder = {}; // what an empty optional field stands for
    bool isOptional = false;
    qint64 lowest = 0;
    qint64 highest = std::numeric_limits<qint64>::max();
    QJsonValue initial = {};                   // of a new object or entry
    std::vector<FieldOption> options = {};     // of Choice, Choices
    protocol::SiteKind of = {};                // of Reference, References, Expression
    std::vector<FieldDescription> fields = {}; // of Struct, List
    QString entry = {};                        // of List: "Step %1"
    QString add = {};                          // of List: the button
    bool isInline = false;                     // of List: an entry is one row
    QString onlyFor = {};                      // shown where a neighbour says so: "action=overflow"
    QString section = {};                      // a heading stands above it
};

namespace siteschema {

TANDEM_MODELS_EXPORT const std::vector<protocol::SiteKind> &kinds();
// "Agents", and of one: "Agent".
TANDEM_MODELS_EXPORT QString pluralName(protocol::SiteKind kind);
TANDEM_MODELS_EXPORT QString singularName(protocol::SiteKind kind);
// What it is for, in a sentence.
TANDEM_MODELS_EXPORT QString purpose(protocol::SiteKind kind);
TANDEM_MODELS_EXPORT std::vector<FieldDescription> fieldsOf(protocol::SiteKind kind);
// The member of SiteDocument that holds them: "queues".
TANDEM_MODELS_EXPORT QString listName(protocol::SiteKind kind);
// The member that an object is known by: "id", "userName", "code"; "" for the rules.
TANDEM_MODELS_EXPORT QString idKey(protocol::SiteKind kind);
TANDEM_MODELS_EXPORT QJsonObject newObject(const std::vector<FieldDescription> &fields);
// Whether a field is shown beside these values.
TANDEM_MODELS_EXPORT bool isShown(const FieldDescription &field, const QJsonObject &beside);

// Goes through all fields, of entries, too, and puts what `visit` gives in their place; `path` is
// the labels on the way.
using Visit = std::function<QJsonValue(const FieldDescription &field, const QJsonValue &value,
                                       const QStringList &path)>;
TANDEM_MODELS_EXPORT QJsonObject rewritten(const std::vector<FieldDescription> &fields,
                                           const QJsonObject &object, const Visit &visit,
                                           const QStringList &path = {});

} // namespace siteschema
} // namespace tandem
