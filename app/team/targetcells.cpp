// SPDX-License-Identifier: GPL-3.0-or-later
#include "team/targetcells.h"

#include "team/targetlines.h"
#include "widgets/look.h"
#include "widgets/statuspill.h"

#include <QPainter>
#include <QStyle>

namespace tandem {

TargetCells::TargetCells(const Look &look, QObject *parent)
    : QStyledItemDelegate(parent), m_look(look)
{
}

void TargetCells::paint(QPainter *painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const auto &row = option.rect;
    const bool isSelected = option.state & QStyle::State_Selected;
    if (isSelected || option.state & QStyle::State_MouseOver) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_look[isSelected ? Colour::AccentSoft : Colour::Hover]);
        painter->drawRoundedRect(row.adjusted(0, 1, 0, -1), m_look.px(8), m_look.px(8));
    }
    const auto place = [&](int x, int y, int width, int height) {
        return QStyle::visualRect(option.direction, row,
                                  QRect(row.left() + x, row.top() + y, width, height));
    };
    const auto name = index.data().toString();
    const auto icon = index.data(TargetLines::IconRole).toString();
    const int side = m_look.px(28);
    const auto left = place(m_look.px(8), (row.height() - side) / 2, side, side);
    const int inset = m_look.px(5);
    if (icon.isEmpty())
        m_look.paintAvatar(*painter, left, name);
    else
        m_look.paintIcon(*painter, left.adjusted(inset, inset, -inset, -inset), icon,
                         m_look[Colour::TextMuted]);
    int x = m_look.px(46);
    const int width = row.width() - x - m_look.px(26);
    const auto write = [&](int y, const QFont &font, Colour colour, const QString &text) {
        painter->setFont(font);
        painter->setPen(m_look[colour]);
        painter->drawText(place(x, m_look.px(y), width, m_look.px(18)),
                          Qt::AlignVCenter | Qt::AlignLeading,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, width));
    };
    write(7, m_look.font(13, QFont::DemiBold), Colour::Text, name);
    const int state = index.data(TargetLines::StateRole).toInt();
    if (state >= 0) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_look[coloursOf(static_cast<AgentState>(state)).strong]);
        const int dot = m_look.px(8);
        painter->drawEllipse(place(x, m_look.px(31), dot, dot));
        x += m_look.px(14);
    }
    write(26, m_look.font(12), Colour::TextMuted, index.data(TargetLines::DetailRole).toString());
    painter->restore();
}

QSize TargetCells::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {m_look.px(240), m_look.px(52)};
}

} // namespace tandem
