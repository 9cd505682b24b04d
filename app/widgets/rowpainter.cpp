// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/rowpainter.h"

#include "widgets/look.h"

#include <QPainter>
#include <QStyle>

namespace tandem {

RowPainter::RowPainter(const Look &look, QPainter &painter, const QStyleOptionViewItem &option,
                       const QRect &row)
    : m_look(look), m_painter(painter), m_option(option), m_row(row)
{
    m_painter.setRenderHint(QPainter::Antialiasing);
}

bool RowPainter::isSelected() const { return m_option.state & QStyle::State_Selected; }

void RowPainter::background() const
{
    const int radius = m_look.px(8);
    if (m_option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_look[isSelected() ? Colour::AccentSoft : Colour::Hover]);
        m_painter.drawRoundedRect(m_row, radius, radius);
    }
    const bool hasKeyboard = m_option.state & QStyle::State_HasFocus
                             && m_option.state & QStyle::State_KeyboardFocusChange;
    const bool needsLine = isSelected() && m_look.theme().name() == QLatin1String("contrast");
    if (hasKeyboard || needsLine) {
        m_painter.setPen(QPen(m_look[Colour::Accent], 2));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRoundedRect(QRectF(m_row).adjusted(1, 1, -1, -1), radius, radius);
    }
}

QRect RowPainter::place(int x, int y, int width, int height) const
{
    return QStyle::visualRect(m_option.direction, m_row,
                              QRect(m_row.left() + x, m_row.top() + y, width, height));
}

int RowPainter::text(const QRect &where, const QString &text, Colour colour, const QFont &font,
                     Qt::Alignment alignment) const
{
    m_painter.setPen(m_look[colour]);
    m_painter.setFont(font);
    const auto metrics = m_painter.fontMetrics();
    const auto shown = metrics.elidedText(text.simplified(), Qt::ElideRight, where.width());
    m_painter.drawText(where, int(Qt::AlignVCenter | alignment) | Qt::TextSingleLine, shown);
    return metrics.horizontalAdvance(shown);
}

int RowPainter::chip(int right, int y, const QString &text, Colour ink, Colour field) const
{
    m_painter.setFont(m_look.font(11, QFont::DemiBold));
    const int height = m_look.px(18);
    const int width =
        std::max(height, m_painter.fontMetrics().horizontalAdvance(text) + m_look.px(12));
    const auto where = place(right - width, y, width, height);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_look[field]);
    m_painter.drawRoundedRect(where, height / 2.0, height / 2.0);
    m_painter.setPen(m_look[ink]);
    m_painter.drawText(where, Qt::AlignCenter, text);
    return width;
}

void RowPainter::heading(const Look &look, QPainter &painter, const QRect &where,
                         const QString &text, const QString &count)
{
    auto font = look.font(11, QFont::DemiBold);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.5);
    painter.setFont(font);
    painter.setPen(look[Colour::TextMuted]);
    painter.drawText(where, Qt::AlignVCenter | Qt::AlignLeading, text.toUpper());
    painter.drawText(where, Qt::AlignVCenter | Qt::AlignTrailing, count);
}

} // namespace tandem
