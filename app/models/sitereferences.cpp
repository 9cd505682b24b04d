// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sitedraft.h"
#include "models/siteschema.h"

#include <QJsonArray>
#include <QRegularExpression>

// Who refers to whom.
namespace tandem {

namespace {

using protocol::SiteKind;

// A name in an expression, as domain/expression.h writes them.
QRegularExpression nameWithin(const QString &id)
{
    return QRegularExpression(QStringLiteral("(?<![A-Za-z0-9_.-])%1(?![A-Za-z0-9_.-])")
                                  .arg(QRegularExpression::escape(id)));
}

bool refersTo(const FieldDescription &field, const QJsonValue &value, SiteKind kind,
              const QString &id)
{
    if (field.of != kind)
        return false;
    switch (field.kind) {
    case FieldKind::Reference: return value.toString() == id;
    case FieldKind::References: return value.toArray().contains(id);
    case FieldKind::Expression: return value.toString().contains(nameWithin(id));
    default: return false;
    }
}

QJsonValue renamed(const FieldDescription &field, const QJsonValue &value, const QString &from,
                   const QString &to)
{
    if (field.kind == FieldKind::Reference)
        return to;
    if (field.kind == FieldKind::Expression)
        return value.toString().replace(nameWithin(from), to);
    QJsonArray list;
    const auto before = value.toArray();
    for (const auto &entry : before)
        list.append(entry.toString() == from ? QJsonValue(to) : QJsonValue(entry));
    return list;
}

} // namespace

std::vector<SiteDraft::Reference> SiteDraft::referencesTo(SiteKind kind, const QString &id) const
{
    std::vector<Reference> found;
    if (id.isEmpty())
        return found;
    for (const auto holder : siteschema::kinds()) {
        const auto fields = siteschema::fieldsOf(holder);
        for (const auto &entry : entries(holder)) {
            if (entry.standing == Standing::Removed)
                continue;
            siteschema::rewritten(fields, entry.value,
                                  [&](const FieldDescription &field, const QJsonValue &value,
                                      const QStringList &path) {
                                      if (refersTo(field, value, kind, id)) {
                                          found.push_back({holder, entry.key, title(holder, entry),
                                                           path.join(QStringLiteral(" › "))});
                                      }
                                      return value;
                                  });
        }
    }
    return found;
}

void SiteDraft::rename(SiteKind kind, const QString &from, const QString &to)
{
    // Another one's id, passed by while typing: what refers to it means the other.
    for (const auto &entry : entries(kind)) {
        if (idOf(kind, entry.value) == from)
            return;
    }
    for (const auto &reference : referencesTo(kind, from)) {
        auto *holder = find(reference.kind, reference.key);
        const auto value = siteschema::rewritten(
            siteschema::fieldsOf(reference.kind), shown(*holder).value,
            [&](const FieldDescription &field, const QJsonValue &before, const QStringList &) {
                return refersTo(field, before, kind, from) ? renamed(field, before, from, to)
                                                           : before;
            });
        holder->mine = value;
    }
}

} // namespace tandem
