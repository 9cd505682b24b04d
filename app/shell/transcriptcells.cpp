// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/transcriptcells.h"

#include "models/transcriptreader.h"
#include "widgets/look.h"
#include "widgets/rowpainter.h"

#include <QPainter>

namespace tandem {

TranscriptCells::TranscriptCells(const Look &look, QObject *parent)
    : QStyledItemDelegate(parent), m_look(look)
{
}

void TranscriptCells::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const RowPainter row(m_look, *painter, option, option.rect.adjusted(0, 1, 0, -1));
    row.background();
    const int avatar = m_look.px(28);
    const auto who = index.data(TranscriptReader::ContactRole).toString();
    m_look.paintAvatar(*painter, row.place(m_look.px(10), m_look.px(12), avatar, avatar), who);
    const int left = m_look.px(48);
    const int width = option.rect.width() - left - m_look.px(10);
    row.text(row.place(left, m_look.px(6), width, m_look.px(20)), who, Colour::Text,
             m_look.font(13, QFont::DemiBold));
    const auto line = tr("%1 · %2", "when, about what")
                          .arg(index.data(TranscriptReader::TimeRole).toString(),
                               index.data(TranscriptReader::WhatRole).toString());
    row.text(row.place(left, m_look.px(26), width, m_look.px(18)), line, Colour::TextMuted,
             m_look.font(12));
    painter->restore();
}

QSize TranscriptCells::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {m_look.px(240), m_look.px(54)};
}

} // namespace tandem
