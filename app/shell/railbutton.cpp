// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/railbutton.h"

#include "widgets/look.h"

#include <QPainter>

namespace tandem {

RailButton::RailButton(const Look &look, QString icon, const QString &name, QWidget *parent)
    : QAbstractButton(parent), m_look(look), m_icon(std::move(icon))
{
    setText(name);
    setAccessibleName(name);
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
}

QSize RailButton::sizeHint() const { return {m_look.px(56), m_look.px(52)}; }

void RailButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? QPen(m_look[Colour::RailActive], 2) : QPen(Qt::NoPen));
    if (isChecked() || underMouse())
        painter.setBrush(m_look[Colour::RailActiveSurface]);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
    const auto colour = m_look[isChecked() ? Colour::RailActive : Colour::RailText];
    const int side = m_look.px(20);
    m_look.paintIcon(painter, QRect((width() - side) / 2, m_look.px(8), side, side), m_icon,
                     colour);
    painter.setPen(colour);
    painter.setFont(m_look.font(10, isChecked() ? QFont::DemiBold : QFont::Normal));
    painter.drawText(rect().adjusted(0, m_look.px(30), 0, -m_look.px(6)), Qt::AlignCenter,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, width()));
}

} // namespace tandem
