// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/choicebox.h"

#include "widgets/look.h"

#include <QPainter>
#include <QWheelEvent>

namespace tandem {

ChoiceBox::ChoiceBox(const Look &look, QWidget *parent) : QComboBox(parent), m_look(look) {}

void ChoiceBox::paintEvent(QPaintEvent *event)
{
    QComboBox::paintEvent(event);
    QPainter painter(this);
    const int side = m_look.px(16);
    const int x =
        layoutDirection() == Qt::LeftToRight ? width() - side - m_look.px(10) : m_look.px(10);
    m_look.paintIcon(painter, QRect(x, (height() - side) / 2, side, side),
                     QStringLiteral("chevron-down"), m_look[Colour::TextMuted]);
}

void ChoiceBox::wheelEvent(QWheelEvent *event) { event->ignore(); }

} // namespace tandem
