// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/siteschema.h"

#include <QCoreApplication>

// What the sources of the schema share.
namespace tandem::siteschema {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SiteSchema)
};

inline FieldDescription field(const char *key, FieldKind kind, const QString &label)
{
    FieldDescription made;
    made.key = QString::fromLatin1(key);
    made.kind = kind;
    made.label = label;
    return made;
}

inline FieldDescription optional(FieldDescription made, const QString &placeholder)
{
    made.isOptional = true;
    made.placeholder = placeholder;
    return made;
}

inline FieldDescription reference(const char *key, protocol::SiteKind of, const QString &label)
{
    auto made = field(key, FieldKind::Reference, label);
    made.of = of;
    return made;
}

// Parts of fieldsOf, by subject.
std::vector<FieldDescription> agentFields();
std::vector<FieldDescription> groupFields();
std::vector<FieldDescription> placeFields();
std::vector<FieldDescription> capacityFields();
std::vector<FieldDescription> calendarFields();
std::vector<FieldDescription> targetListFields();
std::vector<FieldDescription> queueFields();
std::vector<FieldDescription> statisticFields();
std::vector<FieldDescription> rulesFields();
FieldDescription idField(const QString &label);
FieldDescription nameField();

} // namespace tandem::siteschema
