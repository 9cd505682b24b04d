// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sitedifference.h"

#include "models/sitejson.h"
#include "models/text.h"
#include "models/timetext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>

namespace tandem::sitedifference {

namespace {

struct DifferenceWords
{
    Q_DECLARE_TR_FUNCTIONS(SiteDifference)
};

QString optionName(const FieldDescription &field, const QJsonValue &value)
{
    const auto code = value.isBool()
                          ? (value.toBool() ? QStringLiteral("true") : QStringLiteral("false"))
                          : value.toString();
    const auto found = std::ranges::find(field.options, code, &FieldOption::code);
    return found == field.options.end() ? code : found->name;
}

// One struct in one line: "From 20 s, Skills german >= 3".
QString structText(const std::vector<FieldDescription> &fields, const QJsonObject &value)
{
    QStringList parts;
    for (const auto &field : fields) {
        const auto text = valueText(field, value[field.key]);
        if (!text.isEmpty() && siteschema::isShown(field, value))
            parts += DifferenceWords::tr("%1 %2", "field, value").arg(field.label, text);
    }
    return parts.join(QStringLiteral(", "));
}

void compareLists(const FieldDescription &field, const QJsonArray &before, const QJsonArray &after,
                  const QString &where, std::vector<Line> &into);

void compare(const std::vector<FieldDescription> &fields, const QJsonObject &before,
             const QJsonObject &after, const QString &path, std::vector<Line> &into)
{
    for (const auto &field : fields) {
        const auto old = before[field.key];
        const auto now = after[field.key];
        if (old == now)
            continue;
        const auto where =
            path.isEmpty() ? field.label : path + QStringLiteral(" › ") + field.label;
        if (field.kind == FieldKind::Struct && old.isObject() && now.isObject()) {
            compare(field.fields, old.toObject(), now.toObject(), where, into);
        } else if (field.kind == FieldKind::List) {
            compareLists(field, old.toArray(), now.toArray(), where, into);
        } else {
            const Line line{where, valueText(field, old), valueText(field, now)};
            if (line.before != line.after)
                into.push_back(line);
        }
    }
}

void compareLists(const FieldDescription &field, const QJsonArray &before, const QJsonArray &after,
                  const QString &where, std::vector<Line> &into)
{
    const auto named = [&](int i) {
        return field.entry.isEmpty() ? where
                                     : where + QStringLiteral(" › ") + field.entry.arg(i + 1);
    };
    if (before.size() == after.size()) {
        for (int i = 0; i < after.size(); ++i)
            compare(field.fields, before[i].toObject(), after[i].toObject(), named(i), into);
        return;
    }
    // What is in both counts as moved at most.
    auto gone = before;
    for (int i = 0; i < after.size(); ++i) {
        const auto same = std::find(gone.begin(), gone.end(), after[i]);
        if (same != gone.end())
            gone.erase(same);
        else
            into.push_back({named(i), {}, structText(field.fields, after[i].toObject())});
    }
    for (const auto &entry : gone)
        into.push_back({where, structText(field.fields, entry.toObject()), {}});
}

} // namespace

QString valueText(const FieldDescription &field, const QJsonValue &value)
{
    if (value.isUndefined() || value.isNull())
        return {};
    switch (field.kind) {
    case FieldKind::Number: return QLocale().toString(value.toInteger());
    case FieldKind::Size: return QLocale().formattedDataSize(value.toInteger(), 1);
    case FieldKind::Duration: return timetext::span(Ms(value.toInteger()));
    case FieldKind::YesNo:
    case FieldKind::Choice: return optionName(field, value);
    case FieldKind::Choices:
    case FieldKind::References: {
        QStringList names;
        const auto list = value.toArray();
        for (const auto &entry : list)
            names += optionName(field, entry);
        return names.join(QStringLiteral(", "));
    }
    case FieldKind::Struct: return structText(field.fields, value.toObject());
    case FieldKind::List: {
        QStringList entries;
        const auto list = value.toArray();
        for (const auto &entry : list)
            entries += structText(field.fields, entry.toObject());
        return entries.join(QStringLiteral("; "));
    }
    default: return value.toString();
    }
}

std::vector<Line> lines(const protocol::SiteChange &change)
{
    std::vector<Line> lines;
    compare(siteschema::fieldsOf(change.kind),
            sitejson::fromText(change.before).value_or(QJsonObject()),
            sitejson::fromText(change.after).value_or(QJsonObject()), {}, lines);
    return lines;
}

QString headline(const protocol::SiteChange &change)
{
    const auto value = sitejson::fromText(change.after ? change.after : change.before);
    const auto name = value ? (*value)[QStringLiteral("name")].toString() : QString();
    const auto shown = name.isEmpty() ? toQString(change.id) : name;
    const auto kind = siteschema::singularName(change.kind);
    if (change.kind == protocol::SiteKind::Rules)
        return DifferenceWords::tr("Rules changed");
    if (!change.before)
        return DifferenceWords::tr("%1 %2 added", "kind, name").arg(kind, shown);
    if (!change.after)
        return DifferenceWords::tr("%1 %2 removed", "kind, name").arg(kind, shown);
    return DifferenceWords::tr("%1 %2 changed", "kind, name").arg(kind, shown);
}

QString summary(const std::vector<protocol::SiteChange> &changes)
{
    if (changes.empty())
        return DifferenceWords::tr("Nothing changed");
    const auto first = headline(changes.front());
    const int more = static_cast<int>(changes.size()) - 1;
    return more > 0 ? DifferenceWords::tr("%1 and %n more", "a change", more).arg(first) : first;
}

} // namespace tandem::sitedifference
