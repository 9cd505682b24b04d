// SPDX-License-Identifier: GPL-3.0-or-later
#include "strategies/layeredgraph.h"

#include "strategies/layers.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tandem::layered {

namespace {

constexpr double smallestGap = 14;
constexpr double largestGap = 44;

// From the ranks to points of the plane.
class Drawing
{
public:
    Drawing(Graph &graph, const Layers &layers) : m_graph(graph), m_layers(layers) {}

    void run()
    {
        setHeights();
        shift();
        for (std::size_t i = 0; i < m_graph.nodes.size(); ++i) {
            const auto &band = m_bands[static_cast<std::size_t>(m_layers.rankOf[i])];
            m_graph.nodes[i].centre = {vertex(static_cast<int>(i)).x + m_dx, band.middle()};
        }
        for (std::size_t i = 0; i < m_graph.edges.size(); ++i)
            drawLine(i);
    }

private:
    struct Band
    {
        double top = 0;
        double bottom = 0;
        double middle() const { return (top + bottom) / 2; }
    };

    const Vertex &vertex(int index) const
    {
        return m_layers.vertices[static_cast<std::size_t>(index)];
    }
    const Link &link(int index) const { return m_layers.links[static_cast<std::size_t>(index)]; }
    const Band &bandOf(int index) const
    {
        return m_bands[static_cast<std::size_t>(m_layers.rankOf[static_cast<std::size_t>(index)])];
    }

    double heightOf(int index) const
    {
        const auto &it = vertex(index);
        if (it.node >= 0)
            return m_graph.nodes[static_cast<std::size_t>(it.node)].height;
        return it.hasLabel ? m_graph.edges[static_cast<std::size_t>(it.edge)].label.height() : 0;
    }

    // A line that goes far to the side needs room to do so.
    double gapBelow(std::size_t rank) const
    {
        double furthest = 0;
        for (const int index : m_layers.ranks[rank]) {
            for (const int one : vertex(index).downs) {
                const auto &it = link(one);
                furthest = std::max(furthest, std::abs(vertex(it.upper).x + it.upperAt
                                                       - vertex(it.lower).x - it.lowerAt));
            }
        }
        return std::clamp(smallestGap + furthest * 0.1, smallestGap, largestGap);
    }

    void setHeights()
    {
        double y = 0;
        for (std::size_t rank = 0; rank < m_layers.ranks.size(); ++rank) {
            double height = 0;
            for (const int index : m_layers.ranks[rank])
                height = std::max(height, heightOf(index));
            m_bands.push_back({y, y + height});
            y += height;
            if (rank + 1 < m_layers.ranks.size() && !m_layers.ranks[rank].empty())
                y += gapBelow(rank);
        }
        m_graph.size.setHeight(y);
    }

    void shift()
    {
        double left = std::numeric_limits<double>::max();
        double right = std::numeric_limits<double>::lowest();
        for (const auto &it : m_layers.vertices) {
            left = std::min(left, it.x - it.left);
            right = std::max(right, it.x + it.right);
        }
        if (m_layers.vertices.empty())
            left = right = 0;
        m_dx = -left;
        m_graph.size.setWidth(right - left);
    }

    void drawLine(std::size_t index)
    {
        auto &edge = m_graph.edges[index];
        const auto &chain = m_layers.chains[index];
        edge.points.clear();
        const auto add = [&](double x, double y) {
            const QPointF point(x + m_dx, y);
            if (edge.points.empty() || edge.points.back() != point)
                edge.points.push_back(point);
        };
        for (const int one : chain) {
            const auto &it = link(one);
            const double x = vertex(it.upper).x + it.upperAt;
            const double end = vertex(it.lower).x + it.lowerAt;
            if (vertex(it.upper).node >= 0)
                add(x, bandOf(it.upper).middle() + heightOf(it.upper) / 2);
            add(x, bandOf(it.upper).bottom);
            add(end, bandOf(it.lower).top);
            if (vertex(it.lower).node >= 0)
                add(end, bandOf(it.lower).middle() - heightOf(it.lower) / 2);
            else if (vertex(it.lower).hasLabel)
                edge.labelCentre = {end + m_dx, bandOf(it.lower).middle()};
        }
        if (edge.isBack)
            std::ranges::reverse(edge.points);
    }

    Graph &m_graph;
    const Layers &m_layers;
    std::vector<Band> m_bands;
    double m_dx = 0;
};

} // namespace

void layOut(Graph &graph)
{
    auto layers = makeLayers(graph);
    orderLayers(layers);
    placeLayers(graph, layers);
    Drawing(graph, layers).run();
}

} // namespace tandem::layered
