// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/communicatordelegate.h"

#include "models/communicatormodel.h"
#include "widgets/look.h"
#include "widgets/rowpainter.h"
#include "widgets/statuspill.h"

#include <QPainter>

namespace tandem {

namespace {

using EntryKind = CommunicatorModel::Kind;

constexpr int communicatorHeading = 32;

EntryKind kindOf(const QModelIndex &index)
{
    return static_cast<EntryKind>(index.data(CommunicatorModel::KindRole).toInt());
}

QString iconOf(EntryKind kind)
{
    switch (kind) {
    case EntryKind::Queue: return QStringLiteral("inbox");
    case EntryKind::Skill: return QStringLiteral("graduation-cap");
    case EntryKind::Conversation: return QStringLiteral("message-circle");
    case EntryKind::Command: return QStringLiteral("zap");
    case EntryKind::Agent: break;
    }
    return QStringLiteral("user");
}

} // namespace

CommunicatorDelegate::CommunicatorDelegate(const Look &look, QObject *parent)
    : QStyledItemDelegate(parent), m_look(look)
{
}

void CommunicatorDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const
{
    painter->save();
    auto row = option.rect;
    if (startsSection(index)) {
        const auto section = index.data(CommunicatorModel::SectionRole).toInt();
        const int side = m_look.px(8);
        RowPainter::heading(
            m_look, *painter,
            QRect(row.left() + side, row.top() + m_look.px(4), row.width() - 2 * side,
                  m_look.px(communicatorHeading - 4)),
            CommunicatorModel::sectionName(static_cast<CommunicatorModel::Section>(section)), {});
        row.setTop(row.top() + m_look.px(communicatorHeading));
    }
    row.adjust(0, 1, 0, -1);
    const RowPainter paints(m_look, *painter, option, row);
    paints.background();
    paintPicture(*painter, paints, index, row.height());
    paintWords(*painter, paints, index, row);
    painter->restore();
}

QSize CommunicatorDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {m_look.px(240),
            rowHeight(index) + (startsSection(index) ? m_look.px(communicatorHeading) : 0)};
}

bool CommunicatorDelegate::startsSection(const QModelIndex &index) const
{
    return index.data(CommunicatorModel::StartsSectionRole).toBool();
}

int CommunicatorDelegate::rowHeight(const QModelIndex &index) const
{
    return m_look.px(kindOf(index) == EntryKind::Command ? 36 : 46);
}

void CommunicatorDelegate::paintPicture(QPainter &painter, const RowPainter &paints,
                                        const QModelIndex &index, int height) const
{
    const auto kind = kindOf(index);
    const int side = m_look.px(28);
    const auto where = paints.place(m_look.px(8), (height - side) / 2, side, side);
    if (kind == EntryKind::Agent) {
        m_look.paintAgent(painter, where, index.data(CommunicatorModel::NameRole).toString());
        return;
    }
    if (kind != EntryKind::Command) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_look[paints.isSelected() ? Colour::Surface : Colour::BubbleCustomer]);
        painter.drawRoundedRect(where, m_look.px(8), m_look.px(8));
    }
    const int inset = m_look.px(6);
    m_look.paintIcon(painter, where.adjusted(inset, inset, -inset, -inset), iconOf(kind),
                     m_look[paints.isSelected() ? Colour::Accent : Colour::TextMuted]);
}

void CommunicatorDelegate::paintWords(QPainter &painter, const RowPainter &paints,
                                      const QModelIndex &index, const QRect &row) const
{
    const int x = m_look.px(46);
    int right = row.width() - m_look.px(12);
    if (index.data(CommunicatorModel::FavouriteRole).toBool()) {
        const int side = m_look.px(14);
        m_look.paintIcon(painter, paints.place(right - side, (row.height() - side) / 2, side, side),
                         QStringLiteral("star"), m_look[Colour::Warning]);
        right -= side + m_look.px(8);
    }
    const auto kind = kindOf(index);
    const bool canTake = index.data(CommunicatorModel::CanTakeRole).toBool();
    const bool isFree = canTake && kind == EntryKind::Agent;
    const int trailing = paints.text(paints.place(x, 0, right - x, row.height()),
                                     index.data(CommunicatorModel::TrailingRole).toString(),
                                     isFree ? Colour::Positive : Colour::TextMuted, m_look.font(12),
                                     Qt::AlignTrailing);
    const int width = right - x - trailing - m_look.px(12);
    const auto detail = index.data(CommunicatorModel::DetailRole).toString();
    const bool isOneLine = kind == EntryKind::Command || detail.isEmpty();
    paints.text(paints.place(x, isOneLine ? 0 : m_look.px(4), width,
                             isOneLine ? row.height() : m_look.px(20)),
                index.data(CommunicatorModel::NameRole).toString(),
                canTake ? Colour::Text : Colour::TextMuted,
                m_look.font(13, kind == EntryKind::Command ? QFont::Normal : QFont::DemiBold));
    if (isOneLine)
        return;
    int from = x;
    if (kind == EntryKind::Agent) {
        const auto state = index.data(CommunicatorModel::StateRole).toInt();
        const int dot = m_look.px(8);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_look[coloursOf(static_cast<AgentState>(state)).strong]);
        painter.drawEllipse(paints.place(x, m_look.px(29), dot, dot));
        from += m_look.px(14);
    }
    paints.text(paints.place(from, m_look.px(23), width - (from - x), m_look.px(20)), detail,
                Colour::TextMuted, m_look.font(12));
}

} // namespace tandem
