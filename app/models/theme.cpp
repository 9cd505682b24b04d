// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/theme.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace tandem {

namespace {

double luminance(const QColor &colour)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
           + 0.0722 * linear(colour.blueF());
}

std::unexpected<Error> wrong(const QString &what)
{
    return failure(Reason::InvalidParams, "Theme: " + what.toStdString());
}

} // namespace

Result<Theme> Theme::fromJson(const QByteArray &json)
{
    QJsonParseError problem;
    const auto document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError)
        return wrong(problem.errorString());
    Theme theme;
    theme.m_name = document[QLatin1String("name")].toString();
    theme.m_dark = document[QLatin1String("dark")].toBool();
    const auto colours = document[QLatin1String("colours")].toObject();
    for (std::size_t i = 0; i < theme.m_colours.size(); ++i) {
        const auto name = namesOf(Colour{})[i];
        const auto key = QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
        theme.m_colours[i] = QColor(colours[key].toString());
        if (!theme.m_colours[i].isValid())
            return wrong(QStringLiteral("no colour \"%1\"").arg(key));
    }
    const auto avatars = document[QLatin1String("avatars")].toArray();
    for (const auto &avatar : avatars)
        theme.m_avatars.push_back(QColor(avatar.toString()));
    if (theme.m_avatars.empty())
        return wrong(QStringLiteral("no avatars"));
    return theme;
}

QColor Theme::avatar(const QString &name) const
{
    std::size_t sum = 0;
    for (const QChar c : name)
        sum = sum * 31 + c.unicode();
    return m_avatars[sum % m_avatars.size()];
}

double contrastRatio(const QColor &first, const QColor &second)
{
    const auto [darker, lighter] = std::minmax({luminance(first), luminance(second)});
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace tandem
