// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/waitingdelegate.h"

#include "models/waitingmodel.h"
#include "widgets/look.h"
#include "widgets/mediaicon.h"

#include <QPainter>

namespace tandem {

namespace {

struct ToneColours
{
    Colour ink;
    Colour field;
};

ToneColours coloursOf(DueTone tone)
{
    if (tone == DueTone::Late)
        return {Colour::Critical, Colour::CriticalSoft};
    return {Colour::Warning, Colour::WarningSoft};
}

} // namespace

WaitingDelegate::WaitingDelegate(const Look &look, QObject *parent)
    : QStyledItemDelegate(parent), m_look(look)
{
}

void WaitingDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool isSelected = option.state & QStyle::State_Selected;
    if (isSelected || option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, m_look[isSelected ? Colour::AccentSoft : Colour::Hover]);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      m_look[Colour::Border]);
    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange) {
        painter->setPen(QPen(m_look[Colour::Accent], 2));
        painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
    }
    auto cell = option.rect.adjusted(m_look.px(12), 0, -m_look.px(12), -1);
    if (index.column() == WaitingModel::Contact) {
        const int side = m_look.px(16);
        const auto icon = QStyle::visualRect(
            option.direction, cell, QRect(cell.left(), cell.center().y() - side / 2, side, side));
        m_look.paintIcon(*painter, icon, mediaIcon(index.data(WaitingModel::MediaRole).toString()),
                         m_look[isSelected ? Colour::Accent : Colour::TextMuted]);
        cell = QStyle::visualRect(option.direction, cell,
                                  cell.adjusted(side + m_look.px(10), 0, 0, 0));
    }
    if (index.column() == WaitingModel::Due)
        paintDue(*painter, option, cell, index);
    else
        paintText(*painter, cell, index);
    painter->restore();
}

void WaitingDelegate::paintDue(QPainter &painter, const QStyleOptionViewItem &option,
                               const QRect &cell, const QModelIndex &index) const
{
    const auto tone = static_cast<DueTone>(index.data(WaitingModel::ToneRole).toInt());
    if (tone != DueTone::Soon && tone != DueTone::Late) {
        paintText(painter, cell, index);
        return;
    }
    const auto text = index.data().toString();
    painter.setFont(m_look.font(12, QFont::DemiBold));
    const int height = m_look.px(22);
    const int width =
        std::min(cell.width(), painter.fontMetrics().horizontalAdvance(text) + m_look.px(16));
    const auto where = QStyle::visualRect(
        option.direction, cell, QRect(cell.left(), cell.center().y() - height / 2, width, height));
    const auto colours = coloursOf(tone);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_look[colours.field]);
    painter.drawRoundedRect(where, height / 2.0, height / 2.0);
    painter.setPen(m_look[colours.ink]);
    painter.drawText(where, Qt::AlignCenter,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, width));
}

void WaitingDelegate::paintText(QPainter &painter, const QRect &cell,
                                const QModelIndex &index) const
{
    const bool isMain = index.column() == WaitingModel::Contact;
    const bool isBeside =
        index.column() == WaitingModel::Medium || index.column() == WaitingModel::Due;
    painter.setFont(m_look.font(13, isMain ? QFont::DemiBold : QFont::Normal));
    painter.setPen(m_look[isBeside ? Colour::TextMuted : Colour::Text]);
    const auto alignment = index.data(Qt::TextAlignmentRole).toInt();
    painter.drawText(
        cell, alignment | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, cell.width()));
}

QSize WaitingDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {m_look.px(80), m_look.px(44)};
}

} // namespace tandem
