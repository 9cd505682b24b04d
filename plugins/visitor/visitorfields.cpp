// SPDX-License-Identifier: GPL-3.0-or-later
#include "visitorfields.h"

#include "models/text.h"

#include <QCoreApplication>
#include <QLocale>

#include <cstdlib>

namespace tandem::visitor {

namespace {

struct Fields
{
    Q_DECLARE_TR_FUNCTIONS(VisitorFields)
};

constexpr int furthestMinutes = 14 * 60;

QString value(const protocol::Data &data, const char *key)
{
    const auto found = data.find(key);
    return found == data.end() ? QString() : toQString(found->second).trimmed();
}

QString languageName(const QString &code)
{
    const QLocale locale(code);
    if (code.isEmpty() || locale.language() == QLocale::C)
        return code;
    return Fields::tr("%1 (%2)", "language, code").arg(locale.nativeLanguageName(), code);
}

// TimeZone: minutes east of UTC. Empty where it is none.
QString localTime(const QString &minutes, const QDateTime &nowUtc)
{
    bool isNumber = false;
    const int offset = minutes.toInt(&isNumber);
    if (!isNumber || std::abs(offset) > furthestMinutes)
        return {};
    const auto there = nowUtc.toUTC().addSecs(offset * 60);
    const auto zone = QStringLiteral("%1%2:%3")
                          .arg(offset < 0 ? QStringLiteral("−") : QStringLiteral("+"))
                          .arg(std::abs(offset) / 60)
                          .arg(std::abs(offset) % 60, 2, 10, QLatin1Char('0'));
    return Fields::tr("%1 (UTC%2)", "time, offset")
        .arg(QLocale().toString(there.time(), QLocale::ShortFormat), zone);
}

} // namespace

std::vector<VisitorField> visitorFields(const protocol::Data &data, const QDateTime &nowUtc)
{
    std::vector<VisitorField> fields;
    const auto add = [&](const QString &label, const QString &text) {
        if (!text.isEmpty())
            fields.push_back({label, text});
    };
    add(Fields::tr("Local time"), localTime(value(data, "TimeZone"), nowUtc));
    add(Fields::tr("Language"), languageName(value(data, "GCTI_LanguageCode")));
    add(Fields::tr("Page"), value(data, "_genesys_pageTitle"));
    add(Fields::tr("Address"), value(data, "_genesys_url"));
    add(Fields::tr("Came from"), value(data, "_genesys_referrer"));
    add(Fields::tr("Browser"), value(data, "_genesys_browser"));
    add(Fields::tr("System"), value(data, "_genesys_OS"));
    return fields;
}

} // namespace tandem::visitor
