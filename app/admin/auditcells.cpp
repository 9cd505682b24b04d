// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin/auditcells.h"

#include "models/sitehistory.h"
#include "widgets/look.h"
#include "widgets/rowpainter.h"

#include <QPainter>

namespace tandem {

AuditCells::AuditCells(const Look &look, QObject *parent)
    : QStyledItemDelegate(parent), m_look(look)
{
}

void AuditCells::paint(QPainter *painter, const QStyleOptionViewItem &option,
                       const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const RowPainter row(m_look, *painter, option, option.rect.adjusted(0, 1, 0, -1));
    row.background();
    const auto action = index.data(SiteHistory::ActionRole).toString();
    const bool isUndone = index.data(SiteHistory::UndoneRole).toBool();
    const int avatar = m_look.px(28);
    const auto who = index.data(SiteHistory::WhoRole).toString();
    m_look.paintAvatar(*painter, row.place(m_look.px(10), m_look.px(12), avatar, avatar), who);
    const int left = 48;
    const int width = option.rect.width() - m_look.px(left + 10);
    auto font = m_look.font(13, QFont::DemiBold);
    font.setStrikeOut(isUndone);
    row.text(row.place(m_look.px(left), m_look.px(6), width, m_look.px(20)),
             index.data(SiteHistory::WhatRole).toString(),
             isUndone ? Colour::TextMuted : Colour::Text, font);
    auto line = tr("%1 · %2", "who, when").arg(who, index.data(SiteHistory::TimeRole).toString());
    if (!action.isEmpty())
        line = tr("%1 · %2", "who and when, how").arg(line, action);
    row.text(row.place(m_look.px(left), m_look.px(26), width, m_look.px(18)), line,
             Colour::TextMuted, m_look.font(12));
    painter->restore();
}

QSize AuditCells::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {m_look.px(240), m_look.px(54)};
}

} // namespace tandem
