// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tickdelegate.h"

#include "widgets/look.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>

namespace tandem {

TickDelegate::TickDelegate(const Look &look, QObject *parent)
    : QStyledItemDelegate(parent), m_look(look)
{
}

void TickDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool hasFocus = option.state & QStyle::State_HasFocus;
    if (option.state & QStyle::State_MouseOver || hasFocus) {
        painter->setPen(hasFocus ? QPen(m_look[Colour::Accent], 1) : QPen(Qt::NoPen));
        painter->setBrush(m_look[Colour::Hover]);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }
    const int side = m_look.px(16);
    const auto place = [&](int x, int width) {
        return QStyle::visualRect(
            option.direction, option.rect,
            QRect(option.rect.left() + x, option.rect.top(), width, option.rect.height()));
    };
    auto box = place(m_look.px(8), side);
    box = QRect(box.left(), box.center().y() - side / 2 + 1, side, side);
    const bool isOn = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    painter->setPen(m_look[isOn ? Colour::Accent : Colour::TextFaint]);
    painter->setBrush(m_look[isOn ? Colour::Accent : Colour::Surface]);
    painter->drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    if (isOn)
        m_look.paintIcon(*painter, box.adjusted(2, 2, -2, -2), QStringLiteral("check"),
                         m_look[Colour::AccentText]);
    painter->setPen(m_look[Colour::Text]);
    painter->setFont(m_look.font());
    const int indent = m_look.px(34);
    const auto where = place(indent, option.rect.width() - indent - m_look.px(8));
    painter->drawText(
        where, Qt::AlignVCenter | Qt::AlignLeading,
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, where.width()));
    painter->restore();
}

QSize TickDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {m_look.px(160), m_look.px(30)};
}

bool TickDelegate::editorEvent(QEvent *event, QAbstractItemModel *model,
                               const QStyleOptionViewItem &, const QModelIndex &index)
{
    if (!(index.flags() & Qt::ItemIsUserCheckable))
        return false;
    const bool isKey = event->type() == QEvent::KeyPress
                       && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space;
    if (event->type() != QEvent::MouseButtonRelease && !isKey)
        return false;
    const bool isOn = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return model->setData(index, isOn ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

} // namespace tandem
