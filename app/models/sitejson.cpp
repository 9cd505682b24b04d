// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sitejson.h"

#include <QJsonDocument>

namespace tandem::sitejson {

QJsonObject fromDocument(const protocol::SiteDocument &document)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(json::toText(document))).object();
}

Result<protocol::SiteDocument> toDocument(const QJsonObject &json)
{
    return json::fromText<protocol::SiteDocument>(toText(json));
}

std::optional<QJsonObject> fromText(const std::optional<std::string> &text)
{
    if (!text)
        return {};
    return QJsonDocument::fromJson(QByteArray::fromStdString(*text)).object();
}

std::string toText(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact).toStdString();
}

} // namespace tandem::sitejson
