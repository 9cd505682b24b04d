// SPDX-License-Identifier: GPL-3.0-or-later
#include "strategies/chartmetrics.h"

#include "widgets/look.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace tandem {

using scxml::StateIndex;

namespace {

constexpr int widestTitle = 240;
constexpr int widestLine = 220;
constexpr int widestLabel = 168;
constexpr std::size_t mostLines = 5;
constexpr double narrowestBox = 84;

} // namespace

ChartMetrics::ChartMetrics(const Look &look, const scxml::Chart &chart)
    : m_look(look),
      m_chart(chart),
      m_titleHeight(std::ceil(QFontMetricsF(titleFont()).height()) + 2 * titleInset),
      m_lineHeight(std::ceil(QFontMetricsF(lineFont()).height()) + 1)
{
}

QFont ChartMetrics::titleFont() const { return m_look.font(13, QFont::DemiBold); }

QFont ChartMetrics::lineFont() const { return m_look.font(11); }

ChartMetrics::Box ChartMetrics::box(StateIndex state) const
{
    const QFontMetricsF titles(titleFont());
    const QFontMetricsF lines(lineFont());
    Box made;
    made.title = titles.elidedText(ChartWords::title(m_chart.state(state)), Qt::ElideMiddle,
                                   m_look.px(widestTitle));
    double width = titles.horizontalAdvance(made.title);
    made.lines = ChartWords::lines(m_chart, state);
    if (made.lines.size() > mostLines) {
        made.lines.resize(mostLines);
        made.lines.back() = {QStringLiteral("…"), -1};
    }
    for (auto &line : made.lines) {
        line.text = lines.elidedText(line.text, Qt::ElideRight, m_look.px(widestLine));
        width = std::max(width, lines.horizontalAdvance(line.text));
    }
    double height = m_titleHeight;
    if (!made.lines.empty())
        height += static_cast<double>(made.lines.size()) * m_lineHeight + 4;
    // Room for the badge beside the title.
    made.size = {std::max(narrowestBox, std::ceil(width) + 2 * boxPadding), height};
    return made;
}

ChartMetrics::Label ChartMetrics::label(int transition) const
{
    const QFontMetricsF metrics(lineFont());
    const auto &it = m_chart.transition(transition);
    const auto cut = [&](const QString &text) {
        return metrics.elidedText(text, Qt::ElideRight, m_look.px(widestLabel));
    };
    Label made{cut(ChartWords::events(it)), cut(ChartWords::condition(m_chart, it)), {}};
    const int lines = !made.events.isEmpty() + !made.condition.isEmpty();
    if (lines > 0) {
        const double width = std::max(metrics.horizontalAdvance(made.events),
                                      metrics.horizontalAdvance(made.condition));
        made.size = {std::ceil(width) + 10, lines * m_lineHeight + 4};
    }
    return made;
}

ChartSizes ChartMetrics::sizes() const
{
    return {[this](StateIndex state) { return box(state).size; },
            [this](int transition) { return label(transition).size; }};
}

} // namespace tandem
