// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallboard/agentstates.h"

#include "models/agentmodel.h"
#include "widgets/look.h"
#include "widgets/statuspill.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
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
      m_numbers(new QValueAxis),
      m_legend(new QLabel(this))
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
    // The chart's own legend cuts words off where it has no room; this one wraps.
    chart()->legend()->hide();
    m_legend->setTextFormat(Qt::RichText);
    m_legend->setWordWrap(true);
    layout()->addWidget(m_legend);
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
        m_words[state] = words.back();
    }
    m_numbers->setRange(0, std::max(1, sum));
    say(words.join(QStringLiteral(", ")));
    dress();
}

void AgentStates::dress()
{
    ChartCard::dress();
    QString legend;
    for (const auto state : shownStates) {
        const auto colour =
            look()[state == AgentState::LoggedOut ? Colour::Border : coloursOf(state).strong];
        m_sets[state]->setColor(colour);
        m_sets[state]->setBorderColor(look()[Colour::SurfaceRaised]);
        auto words = m_words[state].toHtmlEscaped();
        words.replace(QLatin1Char(' '), QStringLiteral("&nbsp;"));
        legend += QStringLiteral("<span style=\"color: %1\">\u25A0</span>&nbsp;%2&nbsp;&nbsp; ")
                      .arg(colour.name(), words);
    }
    m_legend->setText(m_words.empty() ? QString() : legend);
    m_legend->setStyleSheet(QStringLiteral("font-size: %1px; color: %2")
                                .arg(letters().pixelSize())
                                .arg(look()[Colour::Text].name()));
}

} // namespace tandem
