// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin/objectcells.h"

#include "models/siteobjects.h"
#include "widgets/look.h"
#include "widgets/rowpainter.h"

#include <QPainter>

namespace tandem {

ObjectCells::ObjectCells(const Look &look, QObject *parent)
    : QStyledItemDelegate(parent), m_look(look)
{
}

void ObjectCells::paint(QPainter *painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const RowPainter row(m_look, *painter, option, option.rect.adjusted(0, 1, 0, -1));
    row.background();
    const auto standing =
        static_cast<SiteDraft::Standing>(index.data(SiteObjects::StandingRole).toInt());
    const auto mark = index.data(SiteObjects::MarkRole).toString();
    int taken = 0;
    if (!mark.isEmpty()) {
        const bool isProblem = index.data(SiteObjects::ProblemRole).toBool();
        taken = row.chip(option.rect.width() - m_look.px(10), m_look.px(15), mark,
                         isProblem ? Colour::Critical : Colour::Accent,
                         isProblem ? Colour::CriticalSoft : Colour::AccentSoft)
                + m_look.px(8);
    }
    const int left = 12;
    const int width = option.rect.width() - m_look.px(left + 10);
    auto font = m_look.font(13, QFont::DemiBold);
    font.setStrikeOut(standing == SiteDraft::Standing::Removed);
    row.text(row.place(m_look.px(left), m_look.px(5), width - taken, m_look.px(20)),
             index.data().toString(), Colour::Text, font);
    row.text(row.place(m_look.px(left), m_look.px(24), width - taken, m_look.px(18)),
             index.data(SiteObjects::DetailRole).toString(), Colour::TextMuted, m_look.font(12));
    painter->restore();
}

QSize ObjectCells::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {m_look.px(180), m_look.px(50)};
}

} // namespace tandem
