// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tandem {

// The icon of a media type; open media that nobody has drawn one for share one.
inline QString mediaIcon(const QString &mediaType)
{
    if (mediaType == QLatin1String("chat"))
        return QStringLiteral("message-circle");
    if (mediaType == QLatin1String("email") || mediaType == QLatin1String("mail"))
        return QStringLiteral("mail");
    if (mediaType == QLatin1String("callback"))
        return QStringLiteral("phone");
    return QStringLiteral("file-text");
}

} // namespace tandem
