// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/widgets_export.h"

#include <QFont>
#include <QRect>
#include <QString>

class QPainter;

// Plain text in lines of a set height; what is measured is what is painted. Never reads markup.
namespace tandem::wrappedtext {

TANDEM_WIDGETS_EXPORT QSize size(const QString &text, const QFont &font, int width, int lineHeight);
TANDEM_WIDGETS_EXPORT void paint(QPainter &painter, const QRect &where, const QString &text,
                                 const QFont &font, int lineHeight,
                                 Qt::Alignment alignment = Qt::AlignLeading);

} // namespace tandem::wrappedtext
