// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/queuedelegate.h"

#include "models/queuesmodel.h"
#include "widgets/look.h"
#include "widgets/rowpainter.h"

#include <QPainter>

namespace tandem {

namespace {

constexpr int queueHeading = 40;
constexpr int rowHeight = 56;
constexpr int queueGap = 2;

bool isQueue(const QModelIndex &index)
{
    return index.data(QueuesModel::KindRole).toInt() == static_cast<int>(Source::Kind::Queue);
}

} // namespace

QueueDelegate::QueueDelegate(const Look &look, QObject *parent)
    : QStyledItemDelegate(parent), m_look(look)
{
}

void QueueDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    painter->save();
    const int margin = m_look.px(8);
    auto whole = option.rect;
    if (index.data(QueuesModel::StartsSectionRole).toBool()) {
        const int side = m_look.px(16);
        RowPainter::heading(m_look, *painter,
                            QRect(whole.left() + side, whole.top() + m_look.px(4),
                                  whole.width() - 2 * side, m_look.px(queueHeading - 4)),
                            isQueue(index) ? tr("Queues") : tr("Workbins"), QString());
        whole.setTop(whole.top() + m_look.px(queueHeading));
    }
    const QRect row(whole.left() + margin, whole.top(), whole.width() - 2 * margin,
                    m_look.px(rowHeight));
    const RowPainter paints(m_look, *painter, option, row);
    paints.background();
    const int side = m_look.px(18);
    m_look.paintIcon(*painter, paints.place(m_look.px(12), (row.height() - side) / 2, side, side),
                     isQueue(index) ? QStringLiteral("inbox") : QStringLiteral("archive"),
                     m_look[paints.isSelected() ? Colour::Accent : Colour::TextMuted]);
    const int x = m_look.px(42);
    const int count = index.data(QueuesModel::CountRole).toInt();
    const bool matters = count > 0 && isQueue(index);
    const int chip = paints.chip(row.width() - m_look.px(10), m_look.px(9), QString::number(count),
                                 matters ? Colour::AccentText : Colour::TextMuted,
                                 matters               ? Colour::Accent
                                 : paints.isSelected() ? Colour::Surface
                                                       : Colour::BubbleCustomer);
    const int width = row.width() - x - m_look.px(12);
    paints.text(paints.place(x, m_look.px(8), width - chip - m_look.px(4), m_look.px(20)),
                index.data(QueuesModel::NameRole).toString(), Colour::Text,
                m_look.font(13, QFont::DemiBold));
    paints.text(paints.place(x, m_look.px(28), width, m_look.px(20)),
                index.data(QueuesModel::DetailRole).toString(), Colour::TextMuted, m_look.font(11));
    painter->restore();
}

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const bool starts = index.data(QueuesModel::StartsSectionRole).toBool();
    return {m_look.px(200), m_look.px(rowHeight + queueGap + (starts ? queueHeading : 0))};
}

} // namespace tandem
