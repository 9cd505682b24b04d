// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/bubbledelegate.h"

#include "models/timetext.h"
#include "models/transcriptmodel.h"
#include "widgets/bubblelayout.h"
#include "widgets/look.h"
#include "widgets/wrappedtext.h"

#include <QCoreApplication>
#include <QListView>
#include <QPainter>
#include <QPainterPath>

namespace tandem {

namespace {

using Kind = TranscriptRow::Kind;
using Delivery = TranscriptRow::Delivery;

const TranscriptRow &rowAt(const QModelIndex &index)
{
    return static_cast<const TranscriptModel *>(index.model())->row(index.row());
}

// Round but for the corner towards the one who speaks.
QPainterPath bubblePath(const QRect &bubble, bool pointsRight, qreal radius)
{
    const QRectF box = QRectF(bubble).adjusted(0.5, 0.5, -0.5, -0.5);
    const qreal right = pointsRight ? 3 : radius;
    const qreal left = pointsRight ? radius : 3;
    const auto corner = [](qreal x, qreal y, qreal r) { return QRectF(x, y, 2 * r, 2 * r); };
    QPainterPath path;
    path.moveTo(box.left() + radius, box.top());
    path.arcTo(corner(box.right() - 2 * radius, box.top(), radius), 90, -90);
    path.arcTo(corner(box.right() - 2 * right, box.bottom() - 2 * right, right), 0, -90);
    path.arcTo(corner(box.left(), box.bottom() - 2 * left, left), 270, -90);
    path.arcTo(corner(box.left(), box.top(), radius), 180, -90);
    path.closeSubpath();
    return path;
}

} // namespace

BubbleDelegate::BubbleDelegate(const Look &look, QObject *parent)
    : QStyledItemDelegate(parent), m_look(look)
{
}

QSize BubbleDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto &row = rowAt(index);
    const auto *view = qobject_cast<const QListView *>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    const auto key = qHashMulti(0, row.text, width, static_cast<int>(row.kind), row.startsGroup,
                                row.endsGroup, static_cast<int>(row.audience), row.sender,
                                row.isLink, row.fileName, row.hasPreview, row.isGone);
    auto known = m_heights.constFind(key);
    if (known == m_heights.constEnd())
        known = m_heights.insert(key, layoutOf(row, width, m_look, true).height);
    return {1, *known};
}

void BubbleDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const auto &row = rowAt(index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(option.rect.topLeft());
    const auto layout =
        layoutOf(row, option.rect.width(), m_look, option.direction == Qt::LeftToRight);
    switch (row.kind) {
    case Kind::Day:
    case Kind::New: paintLine(*painter, row, layout.text); break;
    case Kind::System:
        painter->setPen(m_look[Colour::TextFaint]);
        wrappedtext::paint(*painter, layout.text, row.text, m_look.font(11), m_look.px(systemLine),
                           Qt::AlignHCenter);
        break;
    case Kind::Message:
        paintMessage(*painter, row, layout, option.state & QStyle::State_Selected,
                     row.isAgents() == (option.direction == Qt::LeftToRight));
        if (row.endsGroup)
            paintCaption(*painter, row, layout, option.direction);
        break;
    }
    painter->restore();
}

void BubbleDelegate::paintMessage(QPainter &painter, const TranscriptRow &row,
                                  const BubbleLayout &layout, bool isSelected,
                                  bool pointsRight) const
{
    const bool isNote = row.audience == Audience::Agents;
    const bool isFilled = row.isAgents() && !isNote;
    const auto fill = isNote     ? Colour::NoteSurface
                      : isFilled ? Colour::BubbleAgent
                                 : Colour::Surface;
    const auto ink = isNote ? Colour::NoteText : isFilled ? Colour::BubbleAgentText : Colour::Text;
    const bool isFaint = row.delivery == Delivery::Waiting || row.delivery == Delivery::Sending;
    painter.setOpacity(isFaint ? 0.75 : 1.0);
    painter.setBrush(m_look[fill]);
    painter.setPen(isSelected                         ? QPen(m_look[Colour::Text], 2)
                   : row.delivery == Delivery::Failed ? QPen(m_look[Colour::Critical], 2)
                   : isFilled || isNote               ? QPen(m_look[fill], 1)
                                                      : QPen(m_look[Colour::Border], 1));
    painter.drawPath(bubblePath(layout.bubble, pointsRight, m_look.px(12)));
    painter.setPen(m_look[ink]);
    if (isNote || row.isLink) {
        const int side = m_look.px(13);
        m_look.paintIcon(painter, QRect(layout.label.left(), layout.label.top() + 1, side, side),
                         isNote ? QStringLiteral("eye") : QStringLiteral("link"), m_look[ink]);
        painter.setFont(m_look.font(11, QFont::DemiBold));
        painter.drawText(layout.label.adjusted(m_look.px(19), 0, 0, -m_look.px(2)),
                         Qt::AlignVCenter | Qt::AlignLeading,
                         painter.fontMetrics().elidedText(labelOf(row), Qt::ElideRight,
                                                          layout.label.width() - m_look.px(19)));
    }
    if (row.isFile())
        paintFile(painter, row, layout.file, m_look[ink]);
    painter.setPen(m_look[ink]);
    auto font = m_look.font();
    font.setUnderline(row.isLink);
    wrappedtext::paint(painter, layout.text, row.text, font, m_look.px(messageLine));
    painter.setOpacity(1.0);
}

void BubbleDelegate::paintFile(QPainter &painter, const TranscriptRow &row, const QRect &where,
                               const QColor &ink) const
{
    auto line = where;
    if (where.height() > m_look.px(fileHeight)) {
        const QRect frame(where.left(), where.top(), where.width(), m_look.px(pictureHeight));
        const auto picture = m_pictures ? m_pictures(row.fileId) : QPixmap();
        if (picture.isNull()) {
            const int side = m_look.px(28);
            m_look.paintIcon(painter, QStyle::alignedRect({}, Qt::AlignCenter, {side, side}, frame),
                             QStringLiteral("image"), ink);
        } else {
            const auto size = picture.size().scaled(frame.size(), Qt::KeepAspectRatio);
            const auto fit = picture.width() < size.width() ? picture.size() : size;
            painter.setRenderHint(QPainter::SmoothPixmapTransform);
            painter.drawPixmap(QStyle::alignedRect({}, Qt::AlignCenter, fit, frame), picture);
        }
        line.setTop(frame.bottom() + 1 + m_look.px(8));
    }
    const int side = m_look.px(22);
    const auto direction = painter.layoutDirection();
    const auto sign = QStyle::visualRect(direction, line,
                                         QRect(line.left(), line.top() + m_look.px(5), side, side));
    m_look.paintIcon(painter, sign, row.isGone ? QStringLiteral("trash-2") : QStringLiteral("file"),
                     ink);
    const auto words =
        QStyle::visualRect(direction, line, line.adjusted(side + m_look.px(10), 0, 0, 0));
    const int half = m_look.px(18);
    painter.setPen(ink);
    auto font = m_look.font(13, QFont::DemiBold);
    font.setStrikeOut(row.isGone);
    painter.setFont(font);
    painter.drawText(
        QRect(words.left(), words.top(), words.width(), half), Qt::AlignVCenter | Qt::AlignLeading,
        painter.fontMetrics().elidedText(row.fileName, Qt::ElideMiddle, words.width()));
    painter.setFont(m_look.font(11));
    painter.drawText(QRect(words.left(), words.top() + half, words.width(), m_look.px(15)),
                     Qt::AlignVCenter | Qt::AlignLeading, fileLine(row));
}

void BubbleDelegate::paintCaption(QPainter &painter, const TranscriptRow &row,
                                  const BubbleLayout &layout, Qt::LayoutDirection direction) const
{
    painter.setFont(m_look.font(11));
    painter.setPen(m_look[row.delivery == Delivery::Failed ? Colour::Critical : Colour::TextFaint]);
    const auto metrics = painter.fontMetrics();
    const int gap = m_look.px(5);
    const auto icon = row.delivery == Delivery::Sent     ? QStringLiteral("check")
                      : row.delivery == Delivery::Read   ? QStringLiteral("check-check")
                      : row.delivery == Delivery::Failed ? QStringLiteral("circle-alert")
                                                         : QStringLiteral("clock");
    const auto caption = captionOf(row);
    const int side = row.delivery == Delivery::Received ? 0 : m_look.px(12);
    const int gapAfter = side > 0 ? gap : 0;
    const int before = caption.isEmpty() ? 0 : metrics.horizontalAdvance(caption) + gapAfter;
    const auto state = metrics.elidedText(deliveryOf(row), Qt::ElideRight,
                                          layout.caption.width() - before - side - gap);
    const int width = before + (side > 0 ? side + gap : 0) + metrics.horizontalAdvance(state);
    const auto place = [&](int from, int length) {
        const QRect whole = layout.caption;
        const int start = row.isAgents() ? whole.width() - width : 0;
        return QStyle::visualRect(
            direction, whole,
            QRect(whole.left() + start + from, whole.top(), length + 1, whole.height()));
    };
    painter.drawText(place(0, before), Qt::AlignVCenter | Qt::AlignLeading, caption);
    if (side == 0)
        return;
    const auto where = place(before, side);
    m_look.paintIcon(painter, QRect(where.left(), where.top() + m_look.px(2), side, side), icon,
                     painter.pen().color());
    painter.drawText(place(before + side + gap, metrics.horizontalAdvance(state)),
                     Qt::AlignVCenter | Qt::AlignLeading, state);
}

void BubbleDelegate::paintLine(QPainter &painter, const TranscriptRow &row,
                               const QRect &where) const
{
    const bool isNew = row.kind == Kind::New;
    const auto day = timetext::local(utcFromMs(row.timeMs)).date();
    const auto text = isNew ? QCoreApplication::translate("Bubble", "New")
                            : timetext::day(day, QDate::currentDate());
    painter.setFont(m_look.font(12, isNew ? QFont::DemiBold : QFont::Normal));
    const int half = painter.fontMetrics().horizontalAdvance(text) / 2 + m_look.px(24);
    const int middle = where.center().x();
    const int y = where.center().y();
    painter.setPen(m_look[isNew ? Colour::Critical : Colour::Border]);
    painter.drawLine(where.left(), y, middle - half, y);
    painter.drawLine(middle + half, y, where.right(), y);
    painter.setPen(m_look[isNew ? Colour::Critical : Colour::TextFaint]);
    painter.drawText(where, Qt::AlignCenter, text);
}

} // namespace tandem
