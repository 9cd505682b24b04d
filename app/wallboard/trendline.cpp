// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallboard/trendline.h"

#include "widgets/look.h"

#include <QAreaSeries>
#include <QChart>
#include <QLegend>
#include <QLineSeries>
#include <QValueAxis>

#include <algorithm>

namespace tandem {

namespace {

constexpr double minuteMs = 60'000;

} // namespace

TrendLine::TrendLine(const Look &look, QWidget *parent)
    : ChartCard(look, tr("Waiting over the last 15 minutes"), parent),
      m_line(new QLineSeries(this)),
      m_area(new QAreaSeries(m_line)),
      m_minutes(new QValueAxis),
      m_numbers(new QValueAxis)
{
    chart()->addSeries(m_area);
    chart()->addAxis(m_minutes, Qt::AlignBottom);
    chart()->addAxis(m_numbers, Qt::AlignLeft);
    m_area->attachAxis(m_minutes);
    m_area->attachAxis(m_numbers);
    chart()->legend()->hide();
    m_minutes->setRange(-WaitingTrend::kept.count() / minuteMs, 0);
    m_minutes->setTickCount(4);
    m_minutes->setLabelFormat(tr("%d min", "minutes ago, as a number below 0"));
    m_numbers->setLabelFormat(QStringLiteral("%d"));
    dress();
}

void TrendLine::set(const std::vector<WaitingTrend::Point> &points)
{
    QList<QPointF> line;
    int most = 0;
    for (const auto &point : points) {
        const double x = -static_cast<double>(point.ago.count()) / minuteMs;
        // A number holds until the next one is heard.
        if (!line.isEmpty())
            line += QPointF(x, line.last().y());
        line += QPointF(x, point.waiting);
        most = std::max(most, point.waiting);
    }
    m_line->replace(line);
    // Ticks at whole numbers.
    const int step = std::max(1, (most + 3) / 4);
    m_numbers->setRange(0, step * 4);
    m_numbers->setTickCount(5);
    say(points.empty() ? QString() : tr("now %1, at most %2").arg(points.back().waiting).arg(most));
}

void TrendLine::dress()
{
    ChartCard::dress();
    dressAxis(m_minutes, false);
    dressAxis(m_numbers, true);
    m_area->setPen(QPen(look()[Colour::Accent], 3));
    auto fill = look()[Colour::Accent];
    fill.setAlpha(48);
    m_area->setBrush(fill);
}

} // namespace tandem
