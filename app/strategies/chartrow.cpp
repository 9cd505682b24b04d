// SPDX-License-Identifier: GPL-3.0-or-later
#include "strategies/chartlevels.h"

#include <algorithm>

namespace tandem {

using layered::Edge;
using layered::Node;
using layered::Stand;

namespace {

constexpr double regionGap = 14;
constexpr double underStep = 22;

class Row
{
public:
    explicit Row(ChartLevel &level) : m_level(level), m_graph(level.graph) {}

    void run()
    {
        placeRegions();
        double under = m_height;
        for (auto &edge : m_graph.edges) {
            if (isRegion(edge.from) && isRegion(edge.to))
                drawUnder(edge, under += std::max(underStep, edge.label.height() + 6));
        }
        m_bottom = under > m_height ? under + 10 : m_height;
        for (auto &edge : m_graph.edges) {
            if (!isRegion(edge.from))
                drawPort(edge, edge.from, edge.to, edge.toAt);
            else if (!isRegion(edge.to))
                drawPort(edge, edge.to, edge.from, edge.fromAt);
        }
        m_graph.size = {m_width, m_bottom};
    }

private:
    Node &node(int index) { return m_graph.nodes[static_cast<std::size_t>(index)]; }
    bool isRegion(int index) { return node(index).stand == Stand::Free; }

    void placeRegions()
    {
        double x = 0;
        for (const auto &made : m_graph.nodes) {
            if (made.stand == Stand::Free)
                m_height = std::max(m_height, made.height);
        }
        bool isFirst = true;
        for (auto &made : m_graph.nodes) {
            if (made.stand != Stand::Free)
                continue;
            if (!isFirst)
                m_level.divisions.push_back(x - regionGap / 2);
            isFirst = false;
            made.height = m_height;
            made.centre = {x + made.left, m_height / 2};
            x += made.left + made.right + regionGap;
        }
        m_width = std::max(0.0, x - regionGap);
    }

    void drawUnder(Edge &edge, double y)
    {
        const double from = node(edge.from).centre.x() + edge.fromAt.value_or(0);
        const double to = node(edge.to).centre.x() + edge.toAt.value_or(0);
        edge.points = {{from, m_height}, {from, y}, {to, y}, {to, m_height}};
        edge.labelCentre = {(from + to) / 2, y};
    }

    void drawPort(Edge &edge, int port, int region, std::optional<double> at)
    {
        const bool isTop = node(port).stand != Stand::Last;
        const double x = node(region).centre.x() + at.value_or(0);
        node(port).centre = {x, isTop ? 0 : m_bottom};
        edge.points = {{x, isTop ? 0 : m_height}, {x, isTop ? 0 : m_bottom}};
        edge.labelCentre = {x, m_height / 2};
        if (edge.from == port)
            std::ranges::reverse(edge.points);
    }

    ChartLevel &m_level;
    layered::Graph &m_graph;
    double m_height = 0;
    double m_width = 0;
    double m_bottom = 0;
};

} // namespace

void layOutRow(ChartLevel &level) { Row(level).run(); }

} // namespace tandem
