// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/siteschemafields.h"

#include <QJsonArray>
#include <QJsonObject>

// Queues and whom they offer to.
namespace tandem::siteschema {

namespace {

std::vector<FieldDescription> targetFields()
{
    auto skills = field("expression", FieldKind::Expression, Words::tr("Skills"));
    skills.of = protocol::SiteKind::Skill;
    skills.hint = Words::tr("Like: german >= 3 & (billing > 5 | vip)");
    return {optional(skills, Words::tr("Any skills")),
            optional(reference("group", protocol::SiteKind::Group, Words::tr("Group")),
                     Words::tr("Any group")),
            optional(reference("agent", protocol::SiteKind::Agent, Words::tr("Agent")),
                     Words::tr("Any agent"))};
}

FieldDescription targetsField()
{
    auto targets = field("targets", FieldKind::List, Words::tr("Targets"));
    targets.placeholder = Words::tr("No targets");
    targets.add = Words::tr("Add target");
    targets.entry = Words::tr("Target %1");
    targets.isInline = true;
    targets.fields = targetFields();
    targets.initial = QJsonArray{QJsonObject()};
    return targets;
}

FieldDescription stepsField()
{
    auto after = field("afterMs", FieldKind::Duration, Words::tr("From"));
    after.hint = Words::tr("of waiting");
    auto steps = field("steps", FieldKind::List, Words::tr("Steps"));
    steps.hint = Words::tr("Each step adds agents who may be offered. Who meets any of its targets "
                           "is one of them.");
    steps.placeholder = Words::tr("No steps: every agent, at once");
    steps.entry = Words::tr("Step %1");
    steps.add = Words::tr("Add step");
    steps.fields = {
        after,
        optional(reference("targetList", protocol::SiteKind::TargetList, Words::tr("Target list")),
                 Words::tr("None")),
        targetsField()};
    return steps;
}

FieldDescription selectionField()
{
    auto selection = field("selection", FieldKind::Choice, Words::tr("Of those, first"));
    selection.options = {{QStringLiteral("longest_idle"), Words::tr("who is idle longest")},
                         {QStringLiteral("least_loaded"), Words::tr("who is least loaded")},
                         {QStringLiteral("best_skill"), Words::tr("whose skills are best")},
                         {QStringLiteral("share"), Words::tr("who is furthest below the share")}};
    return selection;
}

FieldDescription sharesField()
{
    auto share = field("share", FieldKind::Number, Words::tr("Share"));
    share.highest = 1000;
    share.initial = 1;
    auto shares = field("shares", FieldKind::List, Words::tr("Shares"));
    shares.hint = Words::tr("Who is not named has 1; 0: only where nobody else can take it.");
    shares.placeholder = Words::tr("All alike");
    shares.add = Words::tr("Add share");
    shares.isInline = true;
    shares.fields = {reference("agent", protocol::SiteKind::Agent, Words::tr("Agent")), share};
    shares.onlyFor = QStringLiteral("selection=share");
    return shares;
}

FieldDescription treatmentField(const char *key, const QString &label)
{
    auto action = field("action", FieldKind::Choice, Words::tr("Then"));
    action.options = {{QStringLiteral("hold"), Words::tr("they wait")},
                      {QStringLiteral("close"), Words::tr("they are told and it ends")},
                      {QStringLiteral("overflow"), Words::tr("they go to another queue")}};
    auto text = optional(field("text", FieldKind::Paragraph, Words::tr("Text")),
                         Words::tr("What customers are told"));
    text.onlyFor = QStringLiteral("action=close");
    auto queue = optional(reference("queueId", protocol::SiteKind::Queue, Words::tr("Queue")),
                          Words::tr("Choose a queue"));
    queue.onlyFor = QStringLiteral("action=overflow");
    auto treatment = field(key, FieldKind::Struct, label);
    treatment.fields = {action, text, queue};
    return treatment;
}

FieldDescription overflowField()
{
    auto after = field("afterMs", FieldKind::Duration, Words::tr("From"));
    after.hint = Words::tr("of waiting");
    after.initial = 120'000;
    auto overflow = field("overflow", FieldKind::Struct, Words::tr("Overflow"));
    overflow.isOptional = true;
    overflow.placeholder = Words::tr("Who waits too long goes to another queue");
    overflow.fields = {after,
                       reference("queueId", protocol::SiteKind::Queue, Words::tr("To queue"))};
    return overflow;
}

FieldDescription lastAgentField()
{
    auto wait = field("waitMs", FieldKind::Duration, Words::tr("Wait for the agent"));
    wait.initial = 30'000;
    auto within = field("withinMs", FieldKind::Duration, Words::tr("Who served them within"));
    within.initial = qint64(7) * 24 * 3600 * 1000;
    auto last = field("lastAgent", FieldKind::Struct, Words::tr("Last agent"));
    last.isOptional = true;
    last.placeholder = Words::tr("First to the agent who served the contact last");
    last.fields = {wait, within};
    return last;
}

} // namespace

std::vector<FieldDescription> targetListFields()
{
    return {idField(Words::tr("Code")), nameField(), targetsField()};
}

std::vector<FieldDescription> queueFields()
{
    auto steps = stepsField();
    steps.section = Words::tr("Who is offered");
    auto strategy = optional(field("strategy", FieldKind::Strategy, Words::tr("Strategy")),
                             Words::tr("None: the rules below alone"));
    strategy.hint = Words::tr("decides what becomes of each interaction; where it fails, these "
                              "rules take over");
    strategy.section = Words::tr("Who decides");
    auto order = field("order", FieldKind::Choice, Words::tr("Order"));
    order.section = Words::tr("Who comes first");
    order.options = {{QStringLiteral("priority"), Words::tr("by priority, then waiting time")},
                     {QStringLiteral("due"), Words::tr("by due time")}};
    auto priority = field("priority", FieldKind::Number, Words::tr("Priority"));
    priority.lowest = -1000;
    priority.highest = 1000;
    priority.initial = 0;
    priority.hint = Words::tr("of what comes without one");
    auto ageing = optional(field("ageingMs", FieldKind::Duration, Words::tr("Ageing")),
                           Words::tr("As in the rules"));
    ageing.hint = Words::tr("of waiting raises the priority by 1");
    auto due = optional(field("dueAfterMs", FieldKind::Duration, Words::tr("Due after")),
                        Words::tr("No due time"));
    auto threshold = optional(field("thresholdMs", FieldKind::Duration, Words::tr("Answer within")),
                              Words::tr("20 seconds"));
    threshold.section = Words::tr("Promise and hours");
    threshold.hint = Words::tr("what the service level counts");
    auto limit = optional(field("limit", FieldKind::Number, Words::tr("Waiting at most")),
                          Words::tr("No limit"));
    limit.lowest = 1;
    limit.highest = 1'000'000;
    auto required = field("requiredFields", FieldKind::Choices, Words::tr("Needed for a chat"));
    required.options = {{QStringLiteral("firstName"), Words::tr("First name")},
                        {QStringLiteral("lastName"), Words::tr("Last name")},
                        {QStringLiteral("emailAddress"), Words::tr("E-mail address")},
                        {QStringLiteral("subject"), Words::tr("Subject")},
                        {QStringLiteral("text"), Words::tr("Question")}};
    required.hint = Words::tr("A chat that comes without is refused.");
    auto overflow = overflowField();
    overflow.section = Words::tr("Exceptions");
    return {
        idField(Words::tr("Code")),
        nameField(),
        strategy,
        steps,
        selectionField(),
        sharesField(),
        lastAgentField(),
        order,
        priority,
        ageing,
        due,
        threshold,
        optional(reference("calendar", protocol::SiteKind::Calendar, Words::tr("Business hours")),
                 Words::tr("Always open")),
        treatmentField("closed", Words::tr("While closed")),
        limit,
        treatmentField("full", Words::tr("While full")),
        required,
        overflow};
}

} // namespace tandem::siteschema
