// SPDX-License-Identifier: GPL-3.0-or-later
#include "strategies/stateitem.h"

#include "strategies/chartwords.h"
#include "widgets/look.h"

#include <QAccessible>
#include <QGraphicsSceneMouseEvent>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace tandem {

using Kind = scxml::State::Kind;

namespace {

constexpr double corner = 8;
constexpr double badgeHeight = 20;
constexpr double badgeOver = 9; // above the box
constexpr double focusRing = 2;

} // namespace

StateItem::StateItem(const Look &look, const scxml::Chart &chart, const ChartMetrics &metrics,
                     scxml::StateIndex state, const QRectF &box, const QRectF &title)
    : m_look(look),
      m_chart(chart),
      m_state(state),
      m_box(box),
      m_wordsAt(title.isNull() ? box.topLeft() : title.topLeft()),
      m_words(metrics.box(state)),
      m_titleFont(metrics.titleFont()),
      m_lineFont(metrics.lineFont()),
      m_titleHeight(metrics.titleHeight()),
      m_lineHeight(metrics.lineHeight())
{
    setFlag(ItemIsFocusable);
    setAcceptedMouseButtons(Qt::LeftButton);
    setZValue(depth());
    describe();
}

bool StateItem::isOuter() const
{
    const auto kind = m_chart.state(m_state).kind;
    return kind == Kind::Compound || kind == Kind::Parallel;
}

bool StateItem::isRegion() const
{
    const auto parent = m_chart.state(m_state).parent;
    return parent > 0 && m_chart.state(parent).kind == Kind::Parallel
           && !m_chart.state(m_state).isHistory();
}

int StateItem::depth() const
{
    int depth = 0;
    for (auto at = m_chart.state(m_state).parent; at > 0; at = m_chart.state(at).parent)
        ++depth;
    return depth;
}

void StateItem::describe()
{
    auto words = ChartWords::spokenName(m_chart, m_state);
    if (m_isActive)
        words += QStringLiteral(", ") + tr("active");
    if (m_count > 0)
        words += QStringLiteral(", ") + tr("%n interactions here", nullptr, m_count);
    if (std::exchange(m_spokenName, words) != words) {
        QAccessibleEvent renamed(this, QAccessible::NameChanged);
        QAccessible::updateAccessibility(&renamed);
    }
    QStringList lines{m_chart.state(m_state).id};
    for (const auto &line : ChartWords::lines(m_chart, m_state))
        lines += line.text;
    if (m_count > 0)
        lines +=
            tr("%n interactions here", nullptr, m_count) + QStringLiteral(":\n") + m_interactions;
    // As plain text: a document's words are no markup.
    setToolTip(
        QStringLiteral("<p style='white-space:pre'>%1</p>").arg(lines.join(u'\n').toHtmlEscaped()));
}

QString StateItem::spokenLines() const { return ChartWords::spokenLines(m_chart, m_state); }

void StateItem::setActive(bool isActive)
{
    if (std::exchange(m_isActive, isActive) == isActive)
        return;
    describe();
    update();
}

void StateItem::setTaken(const std::set<int> &transitions)
{
    m_taken = transitions;
    update();
}

void StateItem::setCount(int count, const QString &interactions)
{
    if (count == m_count && interactions == m_interactions)
        return;
    m_count = count;
    m_interactions = interactions;
    describe();
    update();
}

QRectF StateItem::boundingRect() const { return m_box.adjusted(-6, -badgeOver - 2, 22, 6); }

void StateItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    painter->setRenderHint(QPainter::Antialiasing);
    if (m_chart.state(m_state).isHistory()) {
        paintHistory(*painter);
    } else {
        paintBox(*painter);
        paintWords(*painter);
    }
    if (hasFocus()) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(m_look[Colour::Accent], focusRing));
        painter->drawRoundedRect(m_box.adjusted(-4, -4, 4, 4), corner + 3, corner + 3);
    }
    if (m_count > 0)
        paintBadge(*painter);
}

void StateItem::paintBox(QPainter &painter) const
{
    const auto ink = m_isActive ? Colour::Accent : (isOuter() ? Colour::Border : Colour::TextFaint);
    QPen pen(m_look[ink], m_isActive ? 2 : isOuter() ? 1.4 : 1.1);
    if (isOuter() && !m_isActive) {
        auto faint = m_look[Colour::TextFaint];
        faint.setAlphaF(0.5F);
        pen.setColor(faint);
    }
    QColor ground = m_look[isOuter() && depth() % 2 == 0 ? Colour::Canvas : Colour::SurfaceRaised];
    if (m_isActive) {
        ground = m_look[Colour::AccentSoft];
        // What is around the active ones is tinted less than they are.
        if (isOuter())
            ground.setAlphaF(0.45F);
    }
    if (isRegion()) {
        // The frame is the parallel state's; dashed lines divide it.
        if (m_isActive) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(ground);
            painter.drawRoundedRect(m_box.adjusted(2, 2, -2, -2), corner - 2, corner - 2);
        }
        return;
    }
    painter.setPen(pen);
    painter.setBrush(ground);
    painter.drawRoundedRect(m_box, corner, corner);
    if (m_chart.state(m_state).kind == Kind::Final) {
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(m_box.adjusted(3.5, 3.5, -3.5, -3.5), corner - 3, corner - 3);
    }
}

void StateItem::paintHistory(QPainter &painter) const
{
    painter.setPen(QPen(m_look[Colour::TextFaint], 1.2));
    painter.setBrush(m_look[Colour::SurfaceRaised]);
    painter.drawEllipse(m_box);
    painter.setFont(m_titleFont);
    painter.setPen(m_look[Colour::Text]);
    const bool isDeep = m_chart.state(m_state).kind == Kind::DeepHistory;
    painter.drawText(m_box, Qt::AlignCenter, isDeep ? QStringLiteral("H*") : QStringLiteral("H"));
}

void StateItem::paintWords(QPainter &painter) const
{
    const bool isCentred = !isOuter() && m_words.lines.empty() && !isRegion();
    const double top = isCentred ? (m_box.height() - m_titleHeight) / 2 : 0;
    const double room = m_box.right() - m_wordsAt.x() - boxPadding;
    const QRectF title(m_wordsAt.x() + boxPadding, m_wordsAt.y() + top, room - boxPadding,
                       m_titleHeight);
    painter.setFont(m_titleFont);
    painter.setPen(m_look[m_isActive ? Colour::Accent : Colour::Text]);
    painter.drawText(title, (isCentred ? Qt::AlignHCenter : Qt::AlignLeft) | Qt::AlignVCenter,
                     m_words.title);
    painter.setFont(m_lineFont);
    double y = m_box.top() + m_titleHeight - 3;
    for (const auto &line : m_words.lines) {
        const bool isTaken = m_taken.contains(line.transition);
        painter.setPen(m_look[isTaken ? Colour::Accent : Colour::TextMuted]);
        painter.drawText(QRectF(m_wordsAt.x() + boxPadding, y, room, m_lineHeight),
                         Qt::AlignLeft | Qt::AlignVCenter, line.text);
        y += m_lineHeight;
    }
}

void StateItem::paintBadge(QPainter &painter) const
{
    const auto text = QLocale().toString(m_count);
    painter.setFont(m_lineFont);
    const double width =
        std::max(badgeHeight, painter.fontMetrics().horizontalAdvance(text) + 12.0);
    // Over the corner of a box; in the corner of a region, which has no border.
    const bool isInside = isRegion();
    const QRectF where(m_box.right() - width + (isInside ? -6 : 8),
                       m_box.top() + (isInside ? 6 : -badgeOver), width, badgeHeight);
    painter.setPen(QPen(m_look[Colour::Surface], 2));
    painter.setBrush(m_look[Colour::Accent]);
    painter.drawRoundedRect(where, badgeHeight / 2, badgeHeight / 2);
    painter.setPen(m_look[Colour::AccentText]);
    painter.drawText(where, Qt::AlignCenter, text);
}

void StateItem::mousePressEvent(QGraphicsSceneMouseEvent *event)
{
    setFocus(Qt::MouseFocusReason);
    // Not taken: a drag that begins on a box moves the chart.
    event->ignore();
}

void StateItem::focusInEvent(QFocusEvent *event)
{
    QGraphicsObject::focusInEvent(event);
    QAccessibleEvent focused(this, QAccessible::Focus);
    QAccessible::updateAccessibility(&focused);
    update();
}

void StateItem::focusOutEvent(QFocusEvent *event)
{
    QGraphicsObject::focusOutEvent(event);
    update();
}

} // namespace tandem
