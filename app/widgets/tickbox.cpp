// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tickbox.h"

#include "widgets/look.h"

#include <QPainter>

namespace tandem {

TickBox::TickBox(const Look &look, const QString &text, QWidget *parent)
    : QCheckBox(text, parent), m_look(look)
{
    setAccessibleName(text);
}

QSize TickBox::sizeHint() const
{
    const auto metrics = fontMetrics();
    return {m_look.px(24) + metrics.horizontalAdvance(text()) + 4, m_look.px(24)};
}

void TickBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int side = m_look.px(16);
    const bool isLeftToRight = layoutDirection() == Qt::LeftToRight;
    const QRect box(isLeftToRight ? 1 : width() - side - 1, (height() - side) / 2, side, side);
    const bool isOn = isChecked();
    const int border = hasFocus() ? 2 : 1;
    painter.setPen(QPen(m_look[hasFocus() ? (isOn ? Colour::Text : Colour::Accent)
                               : isOn     ? Colour::Accent
                                          : Colour::TextFaint],
                        border));
    painter.setBrush(m_look[isOn ? Colour::Accent : Colour::Surface]);
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    if (isOn)
        m_look.paintIcon(painter, box.adjusted(2, 2, -2, -2), QStringLiteral("check"),
                         m_look[Colour::AccentText]);
    painter.setPen(m_look[isEnabled() ? Colour::Text : Colour::TextFaint]);
    const int gap = m_look.px(24);
    const auto where =
        isLeftToRight ? rect().adjusted(gap, 0, 0, 0) : rect().adjusted(0, 0, -gap, 0);
    painter.drawText(where, Qt::AlignVCenter | Qt::AlignLeading, text());
}

} // namespace tandem
