// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/siteschemafields.h"

#include <QJsonArray>
#include <QJsonObject>

// Agents, and what belongs to them: groups, places, capacity, calendars.
namespace tandem::siteschema {

namespace {

FieldDescription clockField(const char *key, const QString &label, const char *initial)
{
    auto made = field(key, FieldKind::Clock, label);
    made.initial = QString::fromLatin1(initial);
    return made;
}

std::vector<FieldDescription> hoursFields()
{
    return {clockField("from", Words::tr("From"), "08:00"),
            clockField("to", Words::tr("To"), "18:00")};
}

std::vector<FieldOption> weekdays()
{
    return {{QStringLiteral("monday"), Words::tr("Mon")},
            {QStringLiteral("tuesday"), Words::tr("Tue")},
            {QStringLiteral("wednesday"), Words::tr("Wed")},
            {QStringLiteral("thursday"), Words::tr("Thu")},
            {QStringLiteral("friday"), Words::tr("Fri")},
            {QStringLiteral("saturday"), Words::tr("Sat")},
            {QStringLiteral("sunday"), Words::tr("Sun")}};
}

FieldDescription specialDaysField()
{
    auto date = field("date", FieldKind::Date, Words::tr("Date"));
    auto hours = field("hours", FieldKind::List, Words::tr("Hours"));
    hours.placeholder = Words::tr("Closed all day");
    hours.add = Words::tr("Add hours");
    hours.isInline = true;
    hours.fields = hoursFields();
    auto days = field("specialDays", FieldKind::List, Words::tr("Special days"));
    days.hint = Words::tr("Holidays, and days with hours of their own.");
    days.placeholder = Words::tr("No special days");
    days.entry = Words::tr("Special day %1");
    days.add = Words::tr("Add special day");
    days.fields = {date, nameField(), hours};
    return days;
}

} // namespace

std::vector<FieldDescription> agentFields()
{
    auto user = idField(Words::tr("User name"));
    user.key = QStringLiteral("userName");
    user.hint = Words::tr("To sign in with. Letters, digits and . - _ @; it stays for ever.");
    auto roles = field("roles", FieldKind::Choices, Words::tr("Roles"));
    roles.options = {{QStringLiteral("agent"), Words::tr("Agent")},
                     {QStringLiteral("supervisor"), Words::tr("Supervisor")},
                     {QStringLiteral("administrator"), Words::tr("Administrator")},
                     {QStringLiteral("auditor"), Words::tr("Auditor")}};
    roles.initial = QJsonArray{QStringLiteral("agent")};
    auto skill = field("skillId", FieldKind::Reference, Words::tr("Skill"));
    skill.of = protocol::SiteKind::Skill;
    auto level = field("level", FieldKind::Number, Words::tr("Level"));
    level.lowest = 1;
    level.highest = 100;
    level.initial = 1;
    auto skills = field("skills", FieldKind::List, Words::tr("Skills"));
    skills.placeholder = Words::tr("No skills");
    skills.add = Words::tr("Add skill");
    skills.isInline = true;
    skills.fields = {skill, level};
    auto capacity = field("capacityRule", FieldKind::Reference, Words::tr("Capacity rule"));
    capacity.of = protocol::SiteKind::CapacityRule;
    capacity.isOptional = true;
    capacity.placeholder = Words::tr("The first one of the list");
    auto shift = field("calendar", FieldKind::Reference, Words::tr("Shift"));
    shift.hint = Words::tr("When it ends, a ready agent is set not ready.");
    shift.of = protocol::SiteKind::Calendar;
    shift.isOptional = true;
    shift.placeholder = Words::tr("No shift");
    return {user, nameField(), roles, skills, capacity, shift};
}

std::vector<FieldDescription> groupFields()
{
    auto agents = field("agents", FieldKind::References, Words::tr("Agents"));
    agents.of = protocol::SiteKind::Agent;
    return {idField(Words::tr("Code")), nameField(), agents};
}

std::vector<FieldDescription> placeFields()
{
    auto media = field("mediaTypes", FieldKind::References, Words::tr("Media types"));
    media.hint = Words::tr("None chosen: all.");
    media.of = protocol::SiteKind::MediaType;
    return {idField(Words::tr("Code")), nameField(), media};
}

std::vector<FieldDescription> capacityFields()
{
    auto media = field("mediaType", FieldKind::Reference, Words::tr("Media type"));
    media.of = protocol::SiteKind::MediaType;
    auto most = field("most", FieldKind::Number, Words::tr("At most"));
    most.lowest = 1;
    most.highest = 100;
    auto weight = field("weight", FieldKind::Number, Words::tr("Weight of one"));
    weight.highest = 100;
    weight.initial = 1;
    auto channels = field("channels", FieldKind::List, Words::tr("Channels"));
    channels.hint = Words::tr("A medium that is not named is not taken.");
    channels.placeholder = Words::tr("Nothing is taken");
    channels.add = Words::tr("Add channel");
    channels.isInline = true;
    channels.fields = {media, most, weight};
    auto total = field("totalWeight", FieldKind::Number, Words::tr("Total weight"));
    total.isOptional = true;
    total.lowest = 1;
    total.highest = 10'000;
    total.placeholder = Words::tr("No limit");
    auto condition = field("expression", FieldKind::Expression, Words::tr("Condition"));
    condition.hint = Words::tr("Over the numbers in hand, like: chat + 2 * mail <= 4");
    condition.of = protocol::SiteKind::MediaType;
    condition.isOptional = true;
    condition.placeholder = Words::tr("No condition");
    return {idField(Words::tr("Code")), nameField(), channels, total, condition};
}

std::vector<FieldDescription> calendarFields()
{
    auto zone = field("timeZone", FieldKind::TimeZone, Words::tr("Time zone"));
    zone.initial = QStringLiteral("UTC");
    auto days = field("days", FieldKind::Choices, Words::tr("Days"));
    days.options = weekdays();
    auto hours = field("hours", FieldKind::List, Words::tr("Opening hours"));
    hours.hint = Words::tr("An end at or before its begin is on the next day; 24:00 is midnight.");
    hours.placeholder = Words::tr("Never open");
    hours.add = Words::tr("Add hours");
    hours.isInline = true;
    hours.fields = hoursFields();
    hours.fields.insert(hours.fields.begin(), days);
    return {idField(Words::tr("Code")), nameField(), zone, hours, specialDaysField()};
}

} // namespace tandem::siteschema
