// SPDX-License-Identifier: GPL-3.0-or-later
#include "strategies/strategycells.h"

#include "widgets/look.h"
#include "widgets/rowpainter.h"

#include <QPainter>

#include <utility>

namespace tandem {

StrategyCells::StrategyCells(const Look &look, int lines, Reader reader, QObject *parent)
    : QStyledItemDelegate(parent), m_look(look), m_lines(lines), m_reader(std::move(reader))
{
}

void StrategyCells::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const RowPainter row(m_look, *painter, option, option.rect.adjusted(0, 1, 0, -1));
    row.background();
    const auto words = m_reader(index);
    int taken = 0;
    if (!words.chip.isEmpty())
        taken = row.chip(option.rect.width() - m_look.px(10), m_look.px(7), words.chip,
                         words.chipInk, words.chipField)
                + m_look.px(8);
    const int left = m_look.px(10);
    const int width = option.rect.width() - 2 * left;
    row.text(row.place(left, m_look.px(5), width - taken, m_look.px(20)), words.title,
             words.isBad ? Colour::Critical : Colour::Text, m_look.font(13, QFont::DemiBold));
    row.text(row.place(left, m_look.px(25), width, m_look.px(18)), words.detail, Colour::TextMuted,
             m_look.font(12));
    if (m_lines > 2)
        row.text(row.place(left, m_look.px(43), width, m_look.px(18)), words.more,
                 Colour::TextMuted, m_look.font(12));
    painter->restore();
}

QSize StrategyCells::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {m_look.px(160), m_look.px(m_lines > 2 ? 68 : 50)};
}

} // namespace tandem
