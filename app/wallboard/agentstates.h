// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/agentstate.h"
#include "wallboard/chartcard.h"

#include <map>

class QBarSet;
class QHorizontalStackedBarSeries;
class QLabel;
class QValueAxis;

namespace tandem {

// How many agents are in each state, as one bar; those logged out are told beside it.
class AgentStates : public ChartCard
{
    Q_OBJECT

public:
    explicit AgentStates(const Look &look, QWidget *parent = nullptr);

    void set(const std::map<AgentState, int> &counts);

protected:
    void dress() override;

private:
    std::map<AgentState, QBarSet *> m_sets;
    QHorizontalStackedBarSeries *m_series;
    QValueAxis *m_numbers;
    std::map<AgentState, QString> m_words; // what the legend says of each
    QLabel *m_legend;
};

} // namespace tandem
