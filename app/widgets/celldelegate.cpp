// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/celldelegate.h"

#include "widgets/look.h"

#include <QAbstractItemView>
#include <QPainter>

namespace tandem {

namespace {

constexpr int cellMargin = 12;

} // namespace

CellDelegate::CellDelegate(const Look &look, QObject *parent)
    : QStyledItemDelegate(parent), m_look(look)
{
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const bool isSelected = option.state & QStyle::State_Selected;
    const bool isHovered =
        view && view->indexAt(view->viewport()->mapFromGlobal(QCursor::pos())).row() == index.row()
        && view->underMouse();
    if (isSelected || isHovered)
        painter->fillRect(option.rect, m_look[isSelected ? Colour::AccentSoft : Colour::Hover]);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      m_look[Colour::Border]);
    const bool isCurrent = view && view->hasFocus() && view->currentIndex().row() == index.row();
    if (isCurrent && index.column() == 0) {
        const int width = m_look.px(3);
        const int x = option.direction == Qt::LeftToRight ? option.rect.left()
                                                          : option.rect.right() - width + 1;
        painter->fillRect(QRect(x, option.rect.top(), width, option.rect.height()),
                          m_look[Colour::Accent]);
    }
    const int margin = m_look.px(cellMargin);
    paintCell(*painter, option.rect.adjusted(margin, 0, -margin, 0), index, option.direction);
    painter->restore();
}

void CellDelegate::paintCell(QPainter &painter, const QRect &where, const QModelIndex &index,
                             Qt::LayoutDirection) const
{
    paintText(painter, where, index, Colour::Text, m_look.font());
}

void CellDelegate::paintText(QPainter &painter, const QRect &where, const QModelIndex &index,
                             Colour colour, const QFont &font) const
{
    painter.setPen(m_look[colour]);
    painter.setFont(font);
    const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
    painter.drawText(
        where, static_cast<int>(alignment) | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, where.width()));
}

void CellDelegate::paintDotted(QPainter &painter, const QRect &where, const QModelIndex &index,
                               Colour dot, Qt::LayoutDirection direction) const
{
    const int side = m_look.px(8);
    const QRect place(where.left(), where.center().y() - side / 2 + 1, side, side);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_look[dot]);
    painter.drawEllipse(QStyle::visualRect(direction, where, place));
    const int indent = m_look.px(15);
    paintText(painter,
              direction == Qt::LeftToRight ? where.adjusted(indent, 0, 0, 0)
                                           : where.adjusted(0, 0, -indent, 0),
              index, Colour::Text, m_look.font());
}

} // namespace tandem
