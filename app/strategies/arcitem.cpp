// SPDX-License-Identifier: GPL-3.0-or-later
#include "strategies/arcitem.h"

#include "widgets/look.h"

#include <QPainter>
#include <QPainterPathStroker>

#include <cmath>
#include <numbers>

namespace tandem {

namespace {

constexpr double arrowLength = 9;
constexpr double arrowHalf = 4;
constexpr double arcLevel = 1'000;
constexpr double takenLevel = 1'001;

// The line's direction where it ends.
double endAngle(const QPainterPath &path)
{
    const auto length = path.length();
    const auto before = path.pointAtPercent(path.percentAtLength(std::max(0.0, length - 4)));
    const auto end = path.currentPosition();
    return std::atan2(end.y() - before.y(), end.x() - before.x());
}

QPolygonF arrow(const QPainterPath &path)
{
    const auto tip = path.currentPosition();
    const double angle = endAngle(path);
    const QPointF along(std::cos(angle), std::sin(angle));
    const QPointF across(-along.y(), along.x());
    return {{tip, tip - along * arrowLength + across * arrowHalf, tip - along * arrowLength * 0.75,
             tip - along * arrowLength - across * arrowHalf}};
}

} // namespace

ArcItem::ArcItem(const Look &look, const scxml::Chart &chart, const ChartMetrics &metrics,
                 const DrawnArc &arc)
    : m_look(look),
      m_arc(arc),
      m_label(arc.label.isEmpty() ? ChartMetrics::Label() : metrics.label(arc.transition)),
      m_font(metrics.lineFont()),
      m_lineHeight(metrics.lineHeight())
{
    setZValue(arcLevel);
    setAcceptedMouseButtons(Qt::NoButton);
    const auto words = ChartWords::whole(chart, chart.transition(arc.transition));
    if (!words.isEmpty())
        setToolTip(QStringLiteral("<p>%1</p>").arg(words.toHtmlEscaped()));
}

void ArcItem::setTaken(bool isTaken)
{
    m_isTaken = isTaken;
    setZValue(isTaken ? takenLevel : arcLevel);
    update();
}

QRectF ArcItem::boundingRect() const
{
    return m_arc.path.boundingRect()
        .adjusted(-6, -6, 6, 6)
        .united(m_arc.label.adjusted(-2, -2, 2, 2));
}

QPainterPath ArcItem::shape() const
{
    QPainterPathStroker stroker;
    stroker.setWidth(8);
    auto shape = stroker.createStroke(m_arc.path);
    shape.addRect(m_arc.label);
    return shape;
}

void ArcItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    painter->setRenderHint(QPainter::Antialiasing);
    const auto ink = m_look[m_isTaken ? Colour::Accent : Colour::TextFaint];
    painter->setPen(QPen(ink, m_isTaken ? 2.6 : 1.3, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    painter->drawPath(m_arc.path);
    painter->setPen(Qt::NoPen);
    painter->setBrush(ink);
    painter->drawPolygon(arrow(m_arc.path));
    if (m_label.size.isEmpty())
        return;
    painter->setBrush(m_look[m_isTaken ? Colour::AccentSoft : Colour::Surface]);
    painter->drawRoundedRect(m_arc.label, 4, 4);
    painter->setFont(m_font);
    auto line = m_arc.label.adjusted(5, 2, -5, 0);
    line.setHeight(m_lineHeight);
    if (!m_label.events.isEmpty()) {
        painter->setPen(m_look[m_isTaken ? Colour::Accent : Colour::Text]);
        painter->drawText(line, Qt::AlignCenter, m_label.events);
        line.translate(0, m_lineHeight);
    }
    painter->setPen(m_look[m_isTaken ? Colour::Accent : Colour::TextMuted]);
    painter->drawText(line, Qt::AlignCenter, m_label.condition);
}

} // namespace tandem
