// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonValue>
#include <QString>

#include <string>

// Between the JSON texts of sessions and the values of services.
namespace tandem {

inline QString toQt(const std::string &text) { return QString::fromStdString(text); }

// Undefined where it is no JSON.
inline QJsonValue valueOf(const QString &json)
{
    const auto list = QJsonDocument::fromJson('[' + json.toUtf8() + ']').array();
    return list.isEmpty() ? QJsonValue(QJsonValue::Undefined) : list.first();
}

// A text as it is; anything else as JSON.
inline std::string textOf(const QJsonValue &value)
{
    if (value.isString())
        return value.toString().toStdString();
    const auto list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2).toStdString();
}

} // namespace tandem
