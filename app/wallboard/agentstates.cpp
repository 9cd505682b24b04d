// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallboard/agentstates.h"

#include "models/agentmodel.h"
#include "widgets/look.h"
#include "widgets/statuspill.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QHorizontalStackedBarSeries>
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
    m_series->setBarWidth(0.9);
    auto *one = new QBarCategoryAxis;
    one->append(QStringLiteral(" "));
    chart()->addSeries(m_series);
    chart()->addAxis(one, Qt::AlignLeft);
    chart()->addAxis(m_numbers, Qt::AlignBottom);
    m_series->attachAxis(one);
    m_series->attachAxis(m_numbers);
    one->setVisible(false);
    m_numbers->setVisible(false);
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
        const auto text = tr("%1 %2", "count, state")
                              .arg(QLocale().toString(count), AgentModel::stateName(state));
        set->setLabel(text);
        words += text;
    }
    m_numbers->setRange(0, std::max(1, sum));
    say(words.join(QStringLiteral(", ")));
}

void AgentStates::dress()
{
    ChartCard::dress();
    for (const auto &[state, set] : m_sets) {
        const auto colour =
            state == AgentState::LoggedOut ? Colour::BubbleCustomer : coloursOf(state).strong;
        set->setColor(look()[colour]);
        set->setBorderColor(look()[Colour::SurfaceRaised]);
    }
}

} // namespace tandem
