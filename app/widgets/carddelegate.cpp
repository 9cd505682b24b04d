// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/carddelegate.h"

#include "models/interactionsmodel.h"
#include "models/timetext.h"
#include "widgets/look.h"
#include "widgets/mediaicon.h"

#include <QPainter>

namespace tandem {

namespace {

using CardRole = InteractionsModel::Role;

constexpr Ms slow{30'000};
constexpr Ms tooSlow{120'000};
constexpr int heading = 40;
constexpr int cardHeight = 78;
constexpr int gap = 4;

} // namespace

CardDelegate::CardDelegate(const Look &look, QObject *parent)
    : QStyledItemDelegate(parent), m_look(look)
{
}

void CardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (startsSection(index))
        paintHeading(*painter, option, index);
    const int margin = m_look.px(8);
    const QRect card(option.rect.left() + margin, option.rect.top() + headingHeight(index),
                     option.rect.width() - 2 * margin, m_look.px(cardHeight));
    const bool isSelected = option.state & QStyle::State_Selected;
    const bool isHovered = option.state & QStyle::State_MouseOver;
    if (isSelected || isHovered) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_look[isSelected ? Colour::AccentSoft : Colour::Hover]);
        painter->drawRoundedRect(card, m_look.px(8), m_look.px(8));
    }
    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange) {
        painter->setPen(QPen(m_look[Colour::Accent], 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(card).adjusted(1, 1, -1, -1), m_look.px(8), m_look.px(8));
    }
    const auto place = [&](int x, int y, int width, int height) {
        return QStyle::visualRect(option.direction, card,
                                  QRect(card.left() + x, card.top() + y, width, height));
    };
    const auto tile = place(m_look.px(10), m_look.px(10), m_look.px(32), m_look.px(32));
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_look[isSelected ? Colour::Surface : Colour::BubbleCustomer]);
    painter->drawRoundedRect(tile, m_look.px(8), m_look.px(8));
    const int inset = m_look.px(7);
    m_look.paintIcon(*painter, tile.adjusted(inset, inset, -inset, -inset),
                     mediaIcon(index.data(CardRole::MediaRole).toString()),
                     m_look[isSelected ? Colour::Accent : Colour::TextMuted]);

    const int x = m_look.px(52);
    const int width = card.width() - x - m_look.px(12);
    const int line = m_look.px(20);
    const int clock = paintClock(*painter, option, card, index);
    painter->setPen(m_look[Colour::Text]);
    painter->setFont(m_look.font(13, QFont::DemiBold));
    paintText(*painter, option, card, QRect(x, m_look.px(9), width - clock, line),
              index.data(CardRole::ContactRole).toString());
    painter->setPen(m_look[Colour::TextMuted]);
    painter->setFont(m_look.font(13));
    paintText(*painter, option, card, QRect(x, m_look.px(29), width, line),
              index.data(CardRole::LineRole).toString());
    const int unread =
        paintUnread(*painter, option, card, index.data(CardRole::UnreadRole).toInt());
    painter->setPen(m_look[isSelected ? Colour::TextMuted : Colour::TextFaint]);
    painter->setFont(m_look.font(11));
    paintText(*painter, option, card, QRect(x, m_look.px(49), width - unread, line),
              index.data(CardRole::DetailRole).toString());
    painter->restore();
}

QSize CardDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {m_look.px(200), headingHeight(index) + m_look.px(cardHeight + gap)};
}

bool CardDelegate::startsSection(const QModelIndex &index)
{
    return index.row() == 0
           || index.siblingAtRow(index.row() - 1).data(CardRole::SectionRole)
                  != index.data(CardRole::SectionRole);
}

int CardDelegate::headingHeight(const QModelIndex &index) const
{
    return startsSection(index) ? m_look.px(heading) : 0;
}

void CardDelegate::paintHeading(QPainter &painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    auto font = m_look.font(11, QFont::DemiBold);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.5);
    painter.setFont(font);
    painter.setPen(m_look[Colour::TextMuted]);
    const int side = m_look.px(16);
    const QRect line(option.rect.left() + side, option.rect.top() + m_look.px(4),
                     option.rect.width() - 2 * side, m_look.px(heading - 4));
    const auto section = index.data(CardRole::SectionRole).value<InteractionsModel::Section>();
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeading,
                     InteractionsModel::sectionName(section).toUpper());
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignTrailing,
                     index.data(CardRole::SectionCountRole).toString());
}

int CardDelegate::paintClock(QPainter &painter, const QStyleOptionViewItem &option,
                             const QRect &card, const QModelIndex &index) const
{
    const auto pending = index.data(CardRole::PendingMsRole);
    const auto left = index.data(CardRole::TimeLeftMsRole);
    if (!pending.isValid() && !left.isValid())
        return 0;
    const Ms time(pending.isValid() ? pending.toLongLong() : left.toLongLong());
    const bool isCalm = pending.isValid() && time < slow;
    const bool isLate = pending.isValid() && time >= tooSlow;
    painter.setFont(m_look.font(11, QFont::DemiBold));
    const auto text = timetext::running(time);
    const int width = painter.fontMetrics().horizontalAdvance(text) + m_look.px(12);
    const auto where = QStyle::visualRect(option.direction, card,
                                          QRect(card.right() - width - m_look.px(9),
                                                card.top() + m_look.px(10), width, m_look.px(18)));
    if (!isCalm) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_look[isLate ? Colour::CriticalSoft : Colour::WarningSoft]);
        painter.drawRoundedRect(where, where.height() / 2.0, where.height() / 2.0);
    }
    painter.setPen(m_look[isCalm   ? Colour::TextMuted
                          : isLate ? Colour::Critical
                                   : Colour::Warning]);
    painter.drawText(where, Qt::AlignCenter, text);
    return width;
}

int CardDelegate::paintUnread(QPainter &painter, const QStyleOptionViewItem &option,
                              const QRect &card, int unread) const
{
    if (unread == 0)
        return 0;
    painter.setFont(m_look.font(11, QFont::DemiBold));
    const auto text = unread > 99 ? QStringLiteral("99+") : QString::number(unread);
    const int height = m_look.px(18);
    const int width =
        std::max(height, painter.fontMetrics().horizontalAdvance(text) + m_look.px(10));
    const auto where = QStyle::visualRect(
        option.direction, card,
        QRect(card.right() - width - m_look.px(9), card.top() + m_look.px(50), width, height));
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_look[Colour::Accent]);
    painter.drawRoundedRect(where, height / 2.0, height / 2.0);
    painter.setPen(m_look[Colour::AccentText]);
    painter.drawText(where, Qt::AlignCenter, text);
    return width + m_look.px(6);
}

void CardDelegate::paintText(QPainter &painter, const QStyleOptionViewItem &option,
                             const QRect &card, const QRect &where, const QString &text) const
{
    const auto shown =
        painter.fontMetrics().elidedText(text.simplified(), Qt::ElideRight, where.width());
    painter.drawText(QStyle::visualRect(option.direction, card, where.translated(card.topLeft())),
                     Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine, shown);
}

} // namespace tandem
