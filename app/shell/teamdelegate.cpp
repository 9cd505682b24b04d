// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/teamdelegate.h"

#include "models/teammodel.h"
#include "widgets/look.h"
#include "widgets/statuspill.h"

#include <QPainter>

namespace tandem {

TeamDelegate::TeamDelegate(const Look &look, QObject *parent)
    : QStyledItemDelegate(parent), m_look(look)
{
}

void TeamDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const auto &row = option.rect;
    if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(
            m_look[option.state & QStyle::State_Selected ? Colour::AccentSoft : Colour::Hover]);
        painter->drawRoundedRect(row.adjusted(0, 1, 0, -1), m_look.px(8), m_look.px(8));
    }
    const auto place = [&](int x, int y, int width, int height) {
        return QStyle::visualRect(option.direction, row,
                                  QRect(row.left() + x, row.top() + y, width, height));
    };
    const auto name = index.data(TeamModel::NameRole).toString();
    const int side = m_look.px(28);
    m_look.paintAvatar(*painter, place(m_look.px(8), (row.height() - side) / 2, side, side), name);
    const int x = m_look.px(46);
    const int width = row.width() - x - m_look.px(12);
    const bool canTake = index.data(TeamModel::CanTakeRole).toBool();
    painter->setPen(m_look[canTake ? Colour::Text : Colour::TextFaint]);
    painter->setFont(m_look.font(13, QFont::DemiBold));
    painter->drawText(place(x, m_look.px(7), width, m_look.px(18)),
                      Qt::AlignVCenter | Qt::AlignLeading,
                      painter->fontMetrics().elidedText(name, Qt::ElideRight, width));
    const auto state = static_cast<AgentState>(index.data(TeamModel::StateRole).toInt());
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_look[coloursOf(state).strong]);
    const int dot = m_look.px(8);
    painter->drawEllipse(place(x, m_look.px(31), dot, dot));
    painter->setPen(m_look[Colour::TextMuted]);
    painter->setFont(m_look.font(12));
    painter->drawText(place(x + m_look.px(14), m_look.px(26), width, m_look.px(18)),
                      Qt::AlignVCenter | Qt::AlignLeading,
                      index.data(TeamModel::StateTextRole).toString());
    painter->setPen(m_look[Colour::TextFaint]);
    painter->drawText(place(x, 0, width, row.height()), Qt::AlignVCenter | Qt::AlignTrailing,
                      index.data(TeamModel::LoadRole).toString());
    painter->restore();
}

QSize TeamDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {m_look.px(240), m_look.px(52)};
}

} // namespace tandem
