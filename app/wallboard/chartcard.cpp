// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallboard/chartcard.h"

#include "widgets/look.h"

#include <QAbstractAxis>
#include <QChart>
#include <QChartView>
#include <QGraphicsLayout>
#include <QLabel>
#include <QLegend>
#include <QPainter>
#include <QVBoxLayout>

namespace tandem {

ChartCard::ChartCard(const Look &look, const QString &name, QWidget *parent)
    : QFrame(parent),
      m_look(look),
      m_name(new QLabel(name, this)),
      m_chart(new QChart),
      m_view(new QChartView(m_chart, this))
{
    setProperty("surface", QStringLiteral("board"));
    setAccessibleName(name);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 10, 10, 8);
    column->setSpacing(2);
    column->addWidget(m_name);
    column->addWidget(m_view, 1);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setAccessibleName(name);
    m_view->setBackgroundBrush(Qt::NoBrush);
    m_view->viewport()->setAutoFillBackground(false);
    m_chart->setBackgroundVisible(false);
    m_chart->setMargins({});
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->setAnimationOptions(QChart::NoAnimation);
    m_chart->legend()->setAlignment(Qt::AlignBottom);
    connect(&look, &Look::changed, this, [this] { dress(); });
}

void ChartCard::setUnit(int unit)
{
    if (unit == m_unit)
        return;
    m_unit = unit;
    dress();
}

QFont ChartCard::letters(QFont::Weight weight, qreal size) const
{
    auto font = m_look.font(13, weight);
    font.setPixelSize(std::max(10, static_cast<int>(m_unit * size)));
    return font;
}

void ChartCard::dressAxis(QAbstractAxis *axis, bool hasGrid) const
{
    axis->setLabelsFont(letters());
    axis->setLabelsColor(m_look[Colour::TextMuted]);
    axis->setLinePen(QPen(m_look[Colour::Border], 1));
    axis->setGridLinePen(QPen(m_look[Colour::Border], 1));
    axis->setGridLineVisible(hasGrid);
    axis->setLineVisible(!hasGrid);
}

void ChartCard::say(const QString &words)
{
    setAccessibleDescription(words);
    m_view->setAccessibleDescription(words);
}

void ChartCard::dress()
{
    // A style sheet of the application would take the font away again.
    m_name->setStyleSheet(QStringLiteral("font-size: %1px; font-weight: 600; color: %2")
                              .arg(std::max(12, m_unit))
                              .arg(m_look[Colour::TextMuted].name()));
    m_chart->legend()->setFont(letters());
    m_chart->legend()->setLabelColor(m_look[Colour::Text]);
}

} // namespace tandem
