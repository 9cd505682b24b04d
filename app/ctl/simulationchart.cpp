// SPDX-License-Identifier: GPL-3.0-or-later
// The chart of simulated days, as SVG without a background of its own: its greys and colours stand
// off from white and from black alike.
#include "ctl/simulationreport.h"

#include <QString>

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

namespace tandem::ctl {

namespace {

constexpr int chartWidth = 800;
constexpr int panelLeft = 64;
constexpr int panelRight = 780;
constexpr int panelHeight = 170;
constexpr const char *lineColours[] = {"#2f86d6", "#d9730d"};
constexpr const char *lineDashes[] = {"none", "7 4"};
constexpr char grey[] = "#7b7b7b";

using ValueOf = std::function<std::optional<double>(const HalfHourFigures &)>;

std::string escaped(const std::string &text)
{
    return QString::fromStdString(text).toHtmlEscaped().toStdString();
}

std::string number(double value) { return QString::number(value, 'f', 1).toStdString(); }

// 1, 2 or 5 times a power of ten, so that about four of it reach `most`.
double stepFor(double most)
{
    const double rough = std::max(most / 4, 0.25);
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= rough)
            return std::max(1.0, factor * power);
    }
    return std::max(1.0, 10 * power);
}

std::string textAt(double x, double y, const char *anchor, const std::string &text,
                   const char *colour = grey)
{
    return "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" text-anchor=\"" + anchor
           + "\" fill=\"" + colour + "\">" + escaped(text) + "</text>\n";
}

std::string rule(double x1, double y1, double x2, double y2, const char *opacity)
{
    return "<line x1=\"" + number(x1) + "\" y1=\"" + number(y1) + "\" x2=\"" + number(x2)
           + "\" y2=\"" + number(y2) + "\" stroke=\"" + grey + "\" stroke-opacity=\"" + opacity
           + "\"/>\n";
}

// The half hours in which anybody came, from the first to the one behind the last.
std::pair<std::size_t, std::size_t> spanOf(const std::vector<SimulatedResult> &results)
{
    std::size_t first = 48;
    std::size_t end = 0;
    for (const auto &result : results) {
        for (std::size_t i = 0; i < result.figures.halfHours.size(); ++i) {
            if (result.figures.halfHours[i].offered == 0)
                continue;
            first = std::min(first, i);
            end = std::max(end, i + 1);
        }
    }
    return first < end ? std::pair(first, end) : std::pair(std::size_t(0), std::size_t(48));
}

class Panel
{
public:
    Panel(const std::vector<SimulatedResult> &results, double top, ValueOf valueOf)
        : m_results(results), m_top(top), m_valueOf(std::move(valueOf)), m_span(spanOf(results))
    {
        double most = 1;
        for (const auto &result : results) {
            for (const auto &slot : result.figures.halfHours)
                most = std::max(most, m_valueOf(slot).value_or(0));
        }
        m_step = stepFor(most);
        m_most = m_step * std::ceil(most / m_step);
    }

    std::string draw(const std::string &title) const
    {
        std::string svg = textAt(panelLeft, m_top - 12, "start", title);
        for (double value = 0; value <= m_most + m_step / 2; value += m_step) {
            svg += rule(panelLeft, y(value), panelRight, y(value), value == 0 ? "1" : "0.3");
            svg += textAt(panelLeft - 8, y(value) + 4, "end",
                          std::to_string(static_cast<long>(std::lround(value))));
        }
        const auto [first, end] = m_span;
        const std::size_t every = end - first > 16 ? 4 : 2;
        for (std::size_t i = first; i <= end; ++i) {
            if (i % every != 0)
                continue;
            svg += rule(x(i), y(0), x(i), y(0) + 4, "1");
            svg += textAt(x(i), y(0) + 19, "middle", i == 48 ? "24:00" : halfHourText(i));
        }
        for (std::size_t i = 0; i < m_results.size(); ++i)
            svg += line(i);
        return svg;
    }

private:
    double x(double slot) const
    {
        const auto width = static_cast<double>(m_span.second - m_span.first);
        return panelLeft
               + (slot - static_cast<double>(m_span.first)) / width * (panelRight - panelLeft);
    }
    double x(std::size_t slot) const { return x(static_cast<double>(slot)); }
    double y(double value) const { return m_top + panelHeight * (1 - value / m_most); }

    // Through the middle of each half hour that has a value.
    std::string line(std::size_t index) const
    {
        std::string points;
        for (std::size_t i = m_span.first; i < m_span.second; ++i) {
            if (const auto value = m_valueOf(m_results[index].figures.halfHours[i]))
                points += number(x(static_cast<double>(i) + 0.5)) + ',' + number(y(*value)) + ' ';
        }
        return "<polyline points=\"" + points + "\" fill=\"none\" stroke=\""
               + lineColours[index % 2]
               + "\" stroke-width=\"2.5\" stroke-linejoin=\"round\" stroke-dasharray=\""
               + lineDashes[index % 2] + "\"/>\n";
    }

    const std::vector<SimulatedResult> &m_results;
    double m_top;
    ValueOf m_valueOf;
    std::pair<std::size_t, std::size_t> m_span;
    double m_step = 1;
    double m_most = 1;
};

std::string legendOf(const std::vector<SimulatedResult> &results)
{
    std::string svg;
    for (std::size_t i = 0; i < results.size(); ++i) {
        const double left = panelLeft + static_cast<double>(i) * 360;
        svg += "<line x1=\"" + number(left) + "\" y1=\"24\" x2=\"" + number(left + 36)
               + "\" y2=\"24\" stroke=\"" + lineColours[i % 2]
               + "\" stroke-width=\"3\" stroke-dasharray=\"" + lineDashes[i % 2] + "\"/>\n";
        auto name = QString::fromStdString(results[i].name);
        if (name.size() > 38)
            name = name.left(37) + QChar(0x2026);
        svg += textAt(left + 44, 28, "start", name.toStdString(), lineColours[i % 2]);
    }
    return svg;
}

} // namespace

std::string chartOf(const std::vector<SimulatedResult> &results)
{
    const Panel waits(results, 84, [](const HalfHourFigures &slot) -> std::optional<double> {
        const auto wait = slot.averageWait();
        return wait ? std::optional(static_cast<double>(wait->count()) / 1000) : std::nullopt;
    });
    const Panel abandons(results, 340, [](const HalfHourFigures &slot) -> std::optional<double> {
        return slot.offered > 0 ? std::optional<double>(slot.abandoned) : std::nullopt;
    });
    const auto width = std::to_string(chartWidth);
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width
           + "\" height=\"550\" viewBox=\"0 0 " + width
           + " 550\" font-family=\"sans-serif\" font-size=\"13\" role=\"img\">\n"
             "<title>Waits and abandons over the simulated day</title>\n"
           + legendOf(results)
           + waits.draw("Average wait of those answered, in seconds, by half hour of arrival")
           + abandons.draw("Customers who left while waiting, by half hour of arrival")
           + "</svg>\n";
}

} // namespace tandem::ctl
