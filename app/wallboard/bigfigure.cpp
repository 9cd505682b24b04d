// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallboard/bigfigure.h"

#include "widgets/look.h"

#include <QPainter>

namespace tandem {

BigFigure::BigFigure(const Look &look, const QString &name, QWidget *parent)
    : QWidget(parent), m_look(look), m_name(name)
{
    setAccessibleName(name);
    connect(&look, &Look::changed, this, qOverload<>(&QWidget::update));
}

void BigFigure::set(const QString &number, const QString &note, Colour colour)
{
    if (number == m_number && note == m_note && colour == m_colour)
        return;
    m_number = number;
    m_note = note;
    m_colour = colour;
    setAccessibleDescription(number + QStringLiteral(", ") + note);
    update();
}

void BigFigure::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_look[Colour::Border], 1));
    painter.setBrush(m_look[Colour::SurfaceRaised]);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10);
    // All in shares of the height: the board is read from afar at any size.
    const int side = height() / 8;
    const auto inner = rect().adjusted(side, side * 3 / 4, -side, -side * 3 / 4);
    const auto write = [&](qreal top, qreal part, QFont::Weight weight, Colour colour,
                           const QString &text, qreal size) {
        auto font = m_look.font(13, weight);
        font.setPixelSize(std::max(10, static_cast<int>(height() * size)));
        painter.setFont(font);
        // A long word is made smaller rather than cut off.
        while (font.pixelSize() > 10
               && painter.fontMetrics().horizontalAdvance(text) > inner.width()) {
            font.setPixelSize(font.pixelSize() - 1);
            painter.setFont(font);
        }
        painter.setPen(m_look[colour]);
        const QRect where(inner.left(), inner.top() + static_cast<int>(inner.height() * top),
                          inner.width(), static_cast<int>(inner.height() * part));
        painter.drawText(where, Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine, text);
    };
    write(0.0, 0.22, QFont::DemiBold, Colour::TextMuted, m_name, 0.13);
    write(0.24, 0.50, QFont::Bold, m_colour, m_number, 0.42);
    write(0.78, 0.22, QFont::Normal, Colour::TextMuted, m_note, 0.13);
}

} // namespace tandem
