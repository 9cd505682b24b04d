// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallboard/agentstates.h"

#include "models/agentmodel.h"
#include "widgets/look.h"
#include "widgets/statuspill.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QGridLayout>
#include <QHorizontalStackedBarSeries>
#include <QLabel>
#include <QLayout>
#include <QLegend>
#include <QLocale>
#include <QValueAxis>

#include <algorithm>

namespace tandem {

namespace {

constexpr AgentState shownStates[] = {AgentState::Ready, AgentState::AfterContactWork,
                                      AgentState::NotReady, AgentState::DoNotDisturb,
                                      AgentState::LoggedOut};

} // namespace

AgentStates::AgentStates(const Look &look, QWidget *parent)
    : ChartCard(look, tr("Agents"), parent),
      m_series(new QHorizontalStackedBarSeries),
      m_numbers(new QValueAxis)
{
    for (const auto state : shownStates) {
        auto *set = new QBarSet(AgentModel::stateName(state));
        m_sets[state] = set;
        m_series->append(set);
    }
    m_series->setBarWidth(0.6);
    auto *one = new QBarCategoryAxis;
    one->append(QStringLiteral(" "));
    chart()->addSeries(m_series);
    chart()->addAxis(one, Qt::AlignLeft);
    chart()->addAxis(m_numbers, Qt::AlignBottom);
    m_series->attachAxis(one);
    m_series->attachAxis(m_numbers);
    one->setVisible(false);
    m_numbers->setVisible(false);
    // The chart's own legend cuts words off where it has no room.
    chart()->legend()->hide();
    auto *holder = new QWidget(this);
    auto *legend = new QGridLayout(holder);
    legend->setContentsMargins(0, 0, 0, 0);
    legend->setVerticalSpacing(4);
    for (const auto state : shownStates) {
        const int place = static_cast<int>(m_legend.size());
        auto *label = new QLabel(this);
        label->setTextFormat(Qt::PlainText);
        legend->addWidget(label, place / 2, place % 2);
        m_legend[state] = label;
    }
    layout()->addWidget(holder);
    dress();
}

void AgentStates::set(const std::map<AgentState, int> &counts)
{
    QStringList words;
    int sum = 0;
    for (const auto state : shownStates) {
        const auto found = counts.find(state);
        const int count = found == counts.end() ? 0 : found->second;
        sum += count;
        auto *set = m_sets[state];
        set->remove(0, set->count());
        set->append(count);
        words += tr("%1 %2", "count, state")
                     .arg(QLocale().toString(count), AgentModel::stateName(state));
        m_legend[state]->setText(words.back());
    }
    m_numbers->setRange(0, std::max(1, sum));
    say(words.join(QStringLiteral(", ")));
}

void AgentStates::dress()
{
    ChartCard::dress();
    for (const auto state : shownStates) {
        const auto colour =
            look()[state == AgentState::LoggedOut ? Colour::Border : coloursOf(state).strong];
        m_sets[state]->setColor(colour);
        m_sets[state]->setBorderColor(look()[Colour::SurfaceRaised]);
        m_legend[state]->setStyleSheet(
            QStringLiteral("font-size: %1px; color: %2; border-left: %3px solid %4; "
                           "padding-left: %3px")
                .arg(letters().pixelSize())
                .arg(look()[Colour::Text].name())
                .arg(look().px(8))
                .arg(colour.name()));
    }
}

} // namespace tandem
