// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/agentcells.h"

#include "models/agentstable.h"
#include "widgets/look.h"
#include "widgets/statuspill.h"

#include <QPainter>
#include <QStyle>

namespace tandem {

void AgentCells::paintCell(QPainter &painter, const QRect &where, const QModelIndex &index,
                           Qt::LayoutDirection direction) const
{
    const auto state = static_cast<AgentState>(index.data(AgentsTable::StateRole).toInt());
    switch (static_cast<AgentsTable::Column>(index.column())) {
    case AgentsTable::Name: paintName(painter, where, index, direction); return;
    case AgentsTable::State:
        paintDotted(painter, where, index, coloursOf(state).strong, direction);
        return;
    case AgentsTable::Free: {
        const bool isFree = index.data(AgentsTable::SortRole).toInt() == 0;
        paintText(painter, where, index, isFree ? Colour::Positive : Colour::TextFaint,
                  look().font(13, isFree ? QFont::DemiBold : QFont::Normal));
        return;
    }
    case AgentsTable::Place:
    case AgentsTable::Groups:
        paintText(painter, where, index, Colour::TextMuted, look().font());
        return;
    default: paintText(painter, where, index, Colour::Text, look().font());
    }
}

void AgentCells::paintName(QPainter &painter, const QRect &where, const QModelIndex &index,
                           Qt::LayoutDirection direction) const
{
    const int side = look().px(26);
    const QRect place(where.left(), where.center().y() - side / 2, side, side);
    look().paintAgent(painter, QStyle::visualRect(direction, where, place),
                      index.data().toString());
    const int indent = look().px(36);
    paintText(painter,
              direction == Qt::LeftToRight ? where.adjusted(indent, 0, 0, 0)
                                           : where.adjusted(0, 0, -indent, 0),
              index, Colour::Text, look().font());
}

} // namespace tandem
