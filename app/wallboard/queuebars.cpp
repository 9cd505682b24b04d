// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallboard/queuebars.h"

#include "models/figuretext.h"
#include "models/timetext.h"
#include "widgets/look.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QHorizontalBarSeries>
#include <QLegend>
#include <QValueAxis>

#include <algorithm>

namespace tandem {

QueueBars::QueueBars(const Look &look, QWidget *parent)
    : ChartCard(look, tr("Waiting now, and the longest wait"), parent),
      m_waiting(new QBarSet(tr("Waiting"))),
      m_series(new QHorizontalBarSeries),
      m_queues(new QBarCategoryAxis),
      m_numbers(new QValueAxis)
{
    m_series->append(m_waiting);
    m_series->setLabelsVisible(true);
    m_series->setLabelsPosition(QAbstractBarSeries::LabelsInsideBase);
    m_series->setBarWidth(0.6);
    chart()->addSeries(m_series);
    chart()->addAxis(m_queues, Qt::AlignLeft);
    chart()->addAxis(m_numbers, Qt::AlignBottom);
    m_series->attachAxis(m_queues);
    m_series->attachAxis(m_numbers);
    chart()->legend()->hide();
    m_numbers->setVisible(false);
    dress();
}

void QueueBars::set(const std::vector<QueueFigures::Line> &lines)
{
    QStringList names;
    QStringList words;
    QList<qreal> values;
    int most = 0;
    // The axis counts upwards; the first queue shall stand on top.
    for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
        const auto longest = line->longest
                                 ? tr("longest %1", "wait").arg(figuretext::wait(line->longest))
                                 : tr("nobody waits");
        // Axes read markup, leave out what takes two lines, and drop what stands there already:
        // an invisible tail keeps queues apart that are called alike.
        const auto wait =
            line->longest ? QStringLiteral(" · ") + figuretext::wait(line->longest) : QString();
        names += line->name.toHtmlEscaped() + wait + QString(names.size(), QChar(0x200B));
        values += line->waiting;
        most = std::max(most, line->waiting);
        words += tr("%1: %2, %3", "queue, waiting, longest")
                     .arg(line->name, tr("%n waiting", nullptr, line->waiting),
                          line->longest ? timetext::inWords(*line->longest) : longest);
    }
    m_waiting->remove(0, m_waiting->count());
    m_waiting->append(values);
    m_queues->setCategories(names);
    m_numbers->setRange(0, std::max(5, most));
    say(words.join(QStringLiteral("; ")));
}

void QueueBars::dress()
{
    ChartCard::dress();
    dressAxis(m_queues, false);
    dressAxis(m_numbers, true);
    m_queues->setLabelsColor(look()[Colour::Text]);
    m_waiting->setColor(look()[Colour::Accent]);
    m_waiting->setBorderColor(look()[Colour::Accent]);
    m_waiting->setLabelColor(look()[Colour::AccentText]);
    m_waiting->setLabelFont(letters(QFont::Bold, 1.3));
}

} // namespace tandem
