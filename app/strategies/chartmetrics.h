// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "strategies/chartlayout.h"
#include "strategies/chartwords.h"

#include <QFont>
#include <QString>

#include <vector>

namespace tandem {

class Look;

// What stands in a chart and how much room it takes in the look's letters: texts are cut off with
// "…" at a width that keeps boxes and labels readable.
class ChartMetrics
{
public:
    ChartMetrics(const Look &look, const scxml::Chart &chart);

    struct Box
    {
        QString title;
        std::vector<ChartWords::Line> lines; // cut off
        QSizeF size;                         // of what has states inside: of the title and lines
    };
    struct Label
    {
        QString events;
        QString condition;
        QSizeF size; // empty: none
    };

    Box box(scxml::StateIndex state) const;
    Label label(int transition) const;
    ChartSizes sizes() const;

    QFont titleFont() const;
    QFont lineFont() const;
    double titleHeight() const { return m_titleHeight; }
    double lineHeight() const { return m_lineHeight; }

private:
    const Look &m_look;
    const scxml::Chart &m_chart;
    double m_titleHeight = 0;
    double m_lineHeight = 0;
};

inline constexpr int boxPadding = 12;
inline constexpr int titleInset = 7;

} // namespace tandem
