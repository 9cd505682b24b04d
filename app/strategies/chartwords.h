// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scxml/chart.h"

#include <QCoreApplication>
#include <QString>

#include <vector>

namespace tandem {

// What is written into a chart: what a state does when it is entered and left, what it answers
// without leaving, and what a line means.
class ChartWords
{
    Q_DECLARE_TR_FUNCTIONS(ChartWords)

public:
    struct Line
    {
        QString text;
        int transition = -1; // in Chart::transitions, where the line is one
    };

    static QString title(const scxml::State &state);
    static std::vector<Line> lines(const scxml::Chart &chart, scxml::StateIndex state);
    // "agent.found, agent.free"; empty: without event.
    static QString events(const scxml::Transition &transition);
    // "[level > 3]"; empty: without condition.
    static QString condition(const scxml::Chart &chart, const scxml::Transition &transition);
    // "queue.submit, level = 5"; empty: nothing is done.
    static QString actions(const scxml::Chart &chart, const scxml::Block &block);
    // All of it, in one line.
    static QString whole(const scxml::Chart &chart, const scxml::Transition &transition);
    // For those who listen: "Final state done, in waiting".
    static QString spokenName(const scxml::Chart &chart, scxml::StateIndex state);
    // And where its lines lead: "agent.found to done"; empty: nowhere.
    static QString spokenLines(const scxml::Chart &chart, scxml::StateIndex state);
};

} // namespace tandem
