// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/siteschemafields.h"

#include <QJsonArray>
#include <QJsonObject>

namespace tandem::siteschema {

namespace {

QJsonValue initialOf(const FieldDescription &field)
{
    if (!field.initial.isNull() && !field.initial.isUndefined())
        return field.initial;
    if (field.isOptional)
        return QJsonValue::Undefined;
    switch (field.kind) {
    case FieldKind::Number:
    case FieldKind::Duration:
    case FieldKind::Size: return field.lowest;
    case FieldKind::Choice: return field.options.empty() ? QString() : field.options[0].code;
    case FieldKind::Choices:
    case FieldKind::References:
    case FieldKind::List: return QJsonArray();
    case FieldKind::Struct: return newObject(field.fields);
    default: return QString();
    }
}

} // namespace

const std::vector<protocol::SiteKind> &kinds()
{
    static const std::vector<protocol::SiteKind> all{
        protocol::SiteKind::Agent,       protocol::SiteKind::Group,
        protocol::SiteKind::Skill,       protocol::SiteKind::CapacityRule,
        protocol::SiteKind::Place,       protocol::SiteKind::Queue,
        protocol::SiteKind::TargetList,  protocol::SiteKind::Calendar,
        protocol::SiteKind::MediaType,   protocol::SiteKind::NotReadyReason,
        protocol::SiteKind::Disposition, protocol::SiteKind::Statistic,
        protocol::SiteKind::Rules};
    return all;
}

QString pluralName(protocol::SiteKind kind)
{
    switch (kind) {
    case protocol::SiteKind::Skill: return Words::tr("Skills");
    case protocol::SiteKind::MediaType: return Words::tr("Media types");
    case protocol::SiteKind::CapacityRule: return Words::tr("Capacity rules");
    case protocol::SiteKind::Calendar: return Words::tr("Calendars");
    case protocol::SiteKind::Agent: return Words::tr("Agents");
    case protocol::SiteKind::Group: return Words::tr("Groups");
    case protocol::SiteKind::Place: return Words::tr("Places");
    case protocol::SiteKind::TargetList: return Words::tr("Target lists");
    case protocol::SiteKind::Queue: return Words::tr("Queues");
    case protocol::SiteKind::NotReadyReason: return Words::tr("Reasons");
    case protocol::SiteKind::Disposition: return Words::tr("Dispositions");
    case protocol::SiteKind::Statistic: return Words::tr("Statistics");
    case protocol::SiteKind::Rules: return Words::tr("Rules");
    }
    return {};
}

QString singularName(protocol::SiteKind kind)
{
    switch (kind) {
    case protocol::SiteKind::Skill: return Words::tr("Skill");
    case protocol::SiteKind::MediaType: return Words::tr("Media type");
    case protocol::SiteKind::CapacityRule: return Words::tr("Capacity rule");
    case protocol::SiteKind::Calendar: return Words::tr("Calendar");
    case protocol::SiteKind::Agent: return Words::tr("Agent");
    case protocol::SiteKind::Group: return Words::tr("Group");
    case protocol::SiteKind::Place: return Words::tr("Place");
    case protocol::SiteKind::TargetList: return Words::tr("Target list");
    case protocol::SiteKind::Queue: return Words::tr("Queue");
    case protocol::SiteKind::NotReadyReason: return Words::tr("Reason");
    case protocol::SiteKind::Disposition: return Words::tr("Disposition");
    case protocol::SiteKind::Statistic: return Words::tr("Statistic");
    case protocol::SiteKind::Rules: return Words::tr("Rules");
    }
    return {};
}

QString purpose(protocol::SiteKind kind)
{
    switch (kind) {
    case protocol::SiteKind::Skill: return Words::tr("What agents can do, and queues ask for.");
    case protocol::SiteKind::MediaType:
        return Words::tr("Kinds of work besides chat that programs hand in.");
    case protocol::SiteKind::CapacityRule:
        return Words::tr("How much an agent may have in hand at once.");
    case protocol::SiteKind::Calendar:
        return Words::tr("Business hours of queues and shifts of agents.");
    case protocol::SiteKind::Agent:
        return Words::tr("People who sign in, with their roles and skills.");
    case protocol::SiteKind::Group: return Words::tr("Agents who are addressed together.");
    case protocol::SiteKind::Place: return Words::tr("Where agents sit, one at a time.");
    case protocol::SiteKind::TargetList:
        return Words::tr("Sets of agents that several queues use.");
    case protocol::SiteKind::Queue:
        return Words::tr("Where customers wait, and who is offered their conversations.");
    case protocol::SiteKind::NotReadyReason: return Words::tr("Why an agent takes nothing now.");
    case protocol::SiteKind::Disposition: return Words::tr("How a conversation ended.");
    case protocol::SiteKind::Statistic: return Words::tr("Figures that can be watched.");
    case protocol::SiteKind::Rules: return Words::tr("What holds for the whole site.");
    }
    return {};
}

QString listName(protocol::SiteKind kind)
{
    switch (kind) {
    case protocol::SiteKind::Skill: return QStringLiteral("skills");
    case protocol::SiteKind::MediaType: return QStringLiteral("mediaTypes");
    case protocol::SiteKind::CapacityRule: return QStringLiteral("capacityRules");
    case protocol::SiteKind::Calendar: return QStringLiteral("calendars");
    case protocol::SiteKind::Agent: return QStringLiteral("agents");
    case protocol::SiteKind::Group: return QStringLiteral("groups");
    case protocol::SiteKind::Place: return QStringLiteral("places");
    case protocol::SiteKind::TargetList: return QStringLiteral("targetLists");
    case protocol::SiteKind::Queue: return QStringLiteral("queues");
    case protocol::SiteKind::NotReadyReason: return QStringLiteral("notReadyReasons");
    case protocol::SiteKind::Disposition: return QStringLiteral("dispositions");
    case protocol::SiteKind::Statistic: return QStringLiteral("statistics");
    case protocol::SiteKind::Rules: return QStringLiteral("rules");
    }
    return {};
}

QString idKey(protocol::SiteKind kind)
{
    switch (kind) {
    case protocol::SiteKind::Agent: return QStringLiteral("userName");
    case protocol::SiteKind::NotReadyReason:
    case protocol::SiteKind::Disposition: return QStringLiteral("code");
    case protocol::SiteKind::Rules: return {};
    default: return QStringLiteral("id");
    }
}

std::vector<FieldDescription> fieldsOf(protocol::SiteKind kind)
{
    switch (kind) {
    case protocol::SiteKind::Agent: return agentFields();
    case protocol::SiteKind::Group: return groupFields();
    case protocol::SiteKind::Place: return placeFields();
    case protocol::SiteKind::CapacityRule: return capacityFields();
    case protocol::SiteKind::Calendar: return calendarFields();
    case protocol::SiteKind::TargetList: return targetListFields();
    case protocol::SiteKind::Queue: return queueFields();
    case protocol::SiteKind::Statistic: return statisticFields();
    case protocol::SiteKind::Rules: return rulesFields();
    case protocol::SiteKind::NotReadyReason:
    case protocol::SiteKind::Disposition: {
        auto code = idField(Words::tr("Code"));
        code.key = idKey(kind);
        return {code, nameField()};
    }
    default: return {idField(Words::tr("Code")), nameField()};
    }
}

FieldDescription idField(const QString &label)
{
    FieldDescription field;
    field.key = QStringLiteral("id");
    field.kind = FieldKind::Id;
    field.label = label;
    field.hint = Words::tr("Letters, digits and . - _ @; it stays for ever.");
    return field;
}

FieldDescription nameField()
{
    FieldDescription field;
    field.key = QStringLiteral("name");
    field.label = Words::tr("Name");
    field.highest = 256;
    return field;
}

QJsonObject newObject(const std::vector<FieldDescription> &fields)
{
    QJsonObject object;
    for (const auto &field : fields) {
        if (const auto value = initialOf(field); !value.isUndefined())
            object.insert(field.key, value);
    }
    return object;
}

bool isShown(const FieldDescription &field, const QJsonObject &beside)
{
    if (field.onlyFor.isEmpty())
        return true;
    const auto key = field.onlyFor.section(QLatin1Char('='), 0, 0);
    const auto values = field.onlyFor.section(QLatin1Char('='), 1).split(QLatin1Char('|'));
    return values.contains(beside[key].toString());
}

QJsonObject rewritten(const std::vector<FieldDescription> &fields, const QJsonObject &object,
                      const Visit &visit, const QStringList &path)
{
    auto result = object;
    for (const auto &field : fields) {
        if (!object.contains(field.key))
            continue;
        const auto value = object[field.key];
        const auto here = path + QStringList{field.label};
        if (field.kind == FieldKind::Struct) {
            result[field.key] = rewritten(field.fields, value.toObject(), visit, here);
        } else if (field.kind == FieldKind::List) {
            QJsonArray entries;
            const auto before = value.toArray();
            for (int i = 0; i < before.size(); ++i) {
                const auto entry =
                    field.entry.isEmpty() ? here : here + QStringList{field.entry.arg(i + 1)};
                entries.append(rewritten(field.fields, before[i].toObject(), visit, entry));
            }
            result[field.key] = entries;
        } else {
            result[field.key] = visit(field, value, here);
        }
    }
    return result;
}

} // namespace tandem::siteschema
