// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/casedata.h"

#include "models/text.h"
#include "models/timetext.h"

#include <QCoreApplication>

namespace tandem {

namespace {

struct Labels
{
    Q_DECLARE_TR_FUNCTIONS(CaseData)
};

bool isTechnical(const QString &key)
{
    return key.startsWith(QLatin1Char('_')) || key.startsWith(QLatin1String("GCTI_"))
           || key == QLatin1String("TimeZone");
}

// "orderNumber" and "order_number" read "Order number".
QString labelFrom(const QString &key)
{
    QString label;
    for (const QChar c : key) {
        if (c == QLatin1Char('_') || c == QLatin1Char('-')) {
            label += QLatin1Char(' ');
        } else if (c.isUpper() && !label.isEmpty() && label.back().isLower()) {
            label += QLatin1Char(' ');
            label += c.toLower();
        } else {
            label += c;
        }
    }
    if (!label.isEmpty())
        label[0] = label[0].toUpper();
    return label;
}

} // namespace

std::vector<CaseField> caseFields(const protocol::Interaction &interaction)
{
    std::vector<CaseField> fields;
    const auto add = [&](const QString &key, const QString &label, const QString &value) {
        if (!value.isEmpty())
            fields.push_back({key, label, value});
    };
    const auto data = [&](const char *key) {
        const auto found = interaction.attachedData.find(key);
        return found == interaction.attachedData.end() ? QString() : toQString(found->second);
    };
    add({}, Labels::tr("Subject"), toQString(interaction.subject));
    add({}, Labels::tr("Page"), data("_genesys_pageTitle"));
    add({}, Labels::tr("Address"), data("_genesys_url"));
    if (interaction.acceptedAt) {
        add({}, Labels::tr("Waited"),
            timetext::rough(*interaction.acceptedAt - interaction.createdAt));
    }
    if (const auto &survey = interaction.survey) {
        add({}, Labels::tr("Survey"), Labels::tr("%1 of 5").arg(survey->score));
        add({}, Labels::tr("Customer's comment"), toQString(survey->comment.value_or("")));
    }
    for (const auto &[key, value] : interaction.attachedData) {
        const auto name = toQString(key);
        if (!isTechnical(name))
            fields.push_back({name, labelFrom(name), toQString(value)});
    }
    return fields;
}

} // namespace tandem
