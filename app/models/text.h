// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"

#include <QString>

#include <string>

// The border between the services' UTF-8 and the screen's UTF-16.
namespace tandem {

inline QString toQString(const std::string &text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

// For a tool tip, which takes what looks like markup for markup.
inline QString plainToolTip(const QString &text)
{
    return text.isEmpty() ? text : QStringLiteral("<qt>%1</qt>").arg(text.toHtmlEscaped());
}

inline std::string toUtf8(const QString &text)
{
    const auto bytes = text.toUtf8();
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

template <class Tag>
QString toQString(const Id<Tag> &id)
{
    return toQString(id.text());
}

} // namespace tandem
