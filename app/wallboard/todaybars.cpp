// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallboard/todaybars.h"

#include "models/figuretext.h"
#include "widgets/look.h"

#include <QBarCategoryAxis>
#include <QBarSeries>
#include <QBarSet>
#include <QChart>
#include <QValueAxis>

#include <algorithm>

namespace tandem {

TodayBars::TodayBars(const Look &look, QWidget *parent)
    : ChartCard(look, tr("Today"), parent),
      m_entered(new QBarSet(tr("Entered"))),
      m_accepted(new QBarSet(tr("Accepted"))),
      m_abandoned(new QBarSet(tr("Abandoned"))),
      m_series(new QBarSeries),
      m_queues(new QBarCategoryAxis),
      m_numbers(new QValueAxis)
{
    for (auto *set : {m_entered, m_accepted, m_abandoned})
        m_series->append(set);
    m_series->setLabelsVisible(true);
    m_series->setLabelsPosition(QAbstractBarSeries::LabelsOutsideEnd);
    m_series->setBarWidth(0.75);
    chart()->addSeries(m_series);
    chart()->addAxis(m_queues, Qt::AlignBottom);
    chart()->addAxis(m_numbers, Qt::AlignLeft);
    m_series->attachAxis(m_queues);
    m_series->attachAxis(m_numbers);
    m_numbers->setVisible(false);
    dress();
}

void TodayBars::set(const std::vector<QueueFigures::Line> &lines)
{
    QStringList names;
    QStringList words;
    QList<qreal> values[3];
    double most = 0;
    for (const auto &line : lines) {
        // An invisible tail keeps queues apart that are called alike: the axis drops repeats.
        names += line.name.toHtmlEscaped() + QString(names.size(), QChar(0x200B));
        const std::optional<double> numbers[] = {line.entered, line.accepted, line.abandoned};
        for (std::size_t i = 0; i < 3; ++i)
            values[i] += numbers[i].value_or(0);
        most = std::max({most, line.entered.value_or(0), line.accepted.value_or(0)});
        words += tr("%1: %2 entered, %3 accepted, %4 abandoned", "queue, counts")
                     .arg(line.name, figuretext::count(line.entered),
                          figuretext::count(line.accepted), figuretext::count(line.abandoned));
    }
    std::size_t i = 0;
    for (auto *set : {m_entered, m_accepted, m_abandoned}) {
        set->remove(0, set->count());
        set->append(values[i++]);
    }
    m_queues->setCategories(names);
    // Room above the highest for its number.
    m_numbers->setRange(0, std::max(5.0, most) * 1.4);
    say(words.join(QStringLiteral("; ")));
}

void TodayBars::dress()
{
    ChartCard::dress();
    dressAxis(m_queues, false);
    dressAxis(m_numbers, true);
    m_queues->setLabelsColor(look()[Colour::Text]);
    const std::pair<QBarSet *, Colour> sets[] = {{m_entered, Colour::TextFaint},
                                                 {m_accepted, Colour::Positive},
                                                 {m_abandoned, Colour::Critical}};
    for (const auto &[set, colour] : sets) {
        set->setColor(look()[colour]);
        set->setBorderColor(look()[colour]);
        set->setLabelColor(look()[Colour::Text]);
        set->setLabelFont(letters());
    }
}

} // namespace tandem
