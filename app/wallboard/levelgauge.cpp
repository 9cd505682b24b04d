// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallboard/levelgauge.h"

#include "models/figuretext.h"
#include "widgets/figurecolour.h"
#include "widgets/look.h"

#include <QChart>
#include <QChartView>
#include <QGraphicsScene>
#include <QGraphicsSimpleTextItem>
#include <QLabel>
#include <QLegend>
#include <QPieSeries>
#include <QPieSlice>
#include <QTimer>
#include <QVBoxLayout>

namespace tandem {

LevelGauge::LevelGauge(const Look &look, QWidget *parent)
    : ChartCard(look, tr("Answered in time today"), parent),
      m_ring(new QPieSeries),
      m_in(new QPieSlice(QString(), 0)),
      m_out(new QPieSlice(QString(), 1)),
      m_number(new QGraphicsSimpleTextItem),
      m_queues(new QLabel(this))
{
    m_ring->append(m_in);
    m_ring->append(m_out);
    m_ring->setHoleSize(0.68);
    m_ring->setPieSize(0.96);
    chart()->addSeries(m_ring);
    chart()->legend()->hide();
    view()->scene()->addItem(m_number);
    m_queues->setTextFormat(Qt::PlainText);
    m_queues->setAlignment(Qt::AlignCenter);
    m_queues->setWordWrap(true);
    layout()->addWidget(m_queues);
    connect(chart(), &QChart::plotAreaChanged, this, &LevelGauge::placeNumber);
    dress();
}

void LevelGauge::set(const QueueFigures::Line &all, const std::vector<QueueFigures::Line> &lines)
{
    m_level = all.serviceLevel;
    m_in->setValue(m_level.value_or(0));
    m_out->setValue(1 - m_level.value_or(0));
    QStringList parts;
    for (const auto &line : lines)
        parts +=
            tr("%1 %2", "queue, its level").arg(line.name, figuretext::percent(line.serviceLevel));
    const auto queues = parts.join(QStringLiteral(" · "));
    m_queues->setText(m_level ? queues : tr("Nobody was answered yet"));
    say(figuretext::percent(m_level) + QStringLiteral("; ") + queues);
    dress();
}

void LevelGauge::dress()
{
    ChartCard::dress();
    const auto colour = look()[colourOfLevel(m_level)];
    m_in->setBrush(colour);
    m_in->setPen(QPen(look()[Colour::SurfaceRaised], 2));
    m_out->setBrush(look()[Colour::BubbleCustomer]);
    m_out->setPen(QPen(look()[Colour::SurfaceRaised], 2));
    m_number->setText(figuretext::percent(m_level));
    m_number->setBrush(colour);
    m_number->setFont(letters(QFont::Bold, 2.2));
    m_queues->setStyleSheet(QStringLiteral("font-size: %1px; color: %2")
                                .arg(letters().pixelSize())
                                .arg(look()[Colour::TextMuted].name()));
    placeNumber();
}

void LevelGauge::resizeEvent(QResizeEvent *event)
{
    ChartCard::resizeEvent(event);
    QTimer::singleShot(0, this, &LevelGauge::placeNumber);
}

void LevelGauge::placeNumber()
{
    const auto middle = chart()->plotArea().center();
    m_number->setPos(middle - m_number->boundingRect().center());
}

} // namespace tandem
