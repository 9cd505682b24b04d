// SPDX-License-Identifier: GPL-3.0-or-later
#include "strategies/chartlayout.h"

#include "strategies/chartlevels.h"

#include <algorithm>

namespace tandem {

using scxml::StateIndex;

namespace {

constexpr double sidePadding = 18;
constexpr double endPadding = 16;
constexpr double belowTitle = 8;
constexpr double endsFromCorner = 14;
constexpr double badgeRoom = 34; // of a region's badge, which stands in its corner

class ChartLayout
{
public:
    explicit ChartLayout(ChartPlan &plan) : m_plan(plan), m_chart(plan.chart) {}

    // What is inside stands after what it is in.
    void run()
    {
        m_plan.boxes.resize(m_chart.states.size());
        for (auto i = static_cast<StateIndex>(m_chart.states.size()) - 1; i >= 0; --i) {
            if (isLevel(m_chart, i))
                layOutLevel(i);
            else
                box(i) = m_chart.state(i).isHistory() ? QSizeF(historySize, historySize)
                                                      : m_plan.sizes.state(i);
            box(i).setHeight(std::max(box(i).height(), selfHeight(i)));
        }
    }

private:
    QSizeF &box(StateIndex state) { return m_plan.boxes[static_cast<std::size_t>(state)]; }

    const std::vector<SelfArc> &selfArcs(StateIndex state) const
    {
        static const std::vector<SelfArc> none;
        const auto found = m_plan.selfArcs.find(state);
        return found == m_plan.selfArcs.end() ? none : found->second;
    }
    double selfHeight(StateIndex state) const
    {
        double height = 0;
        for (const auto &arc : selfArcs(state))
            height += std::max(loopStep, arc.label.height() + 6);
        return height > 0 ? height + 12 : 0;
    }
    double selfWidth(StateIndex state) const
    {
        double width = 0;
        for (const auto &arc : selfArcs(state))
            width = std::max(width, loopWidth + arc.label.width() + 4);
        return width;
    }

    void layOutLevel(StateIndex state)
    {
        auto &level = m_plan.levels.at(state);
        level.uses.resize(level.graph.edges.size());
        for (const auto &[child, node] : level.nodeOf) {
            auto &made = level.graph.nodes[static_cast<std::size_t>(node)];
            made.left = box(child).width() / 2;
            made.right = made.left + selfWidth(child);
            made.height = box(child).height();
            made.linesWithin = std::max(0.0, made.left - endsFromCorner);
        }
        fixEnds(level);
        if (m_chart.state(state).kind == scxml::State::Kind::Parallel)
            layOutRow(level);
        else
            layered::layOut(level.graph);
        close(state, level);
    }

    // Where lines from inside a box come out of it.
    void fixEnds(ChartLevel &level)
    {
        for (std::size_t i = 0; i < level.graph.edges.size(); ++i) {
            const auto [index, piece] = level.uses[i];
            const auto &route = m_plan.routes[index];
            if (piece > 0 && piece <= route.own)
                level.graph.edges[i].fromAt = portAt(route.pieces[piece - 1], false);
            if (piece >= route.own && piece + 1 < route.pieces.size())
                level.graph.edges[i].toAt = portAt(route.pieces[piece + 1], true);
        }
    }

    double portAt(const RoutePiece &piece, bool isEntry)
    {
        const auto &level = m_plan.levels.at(piece.level);
        const auto &edge = level.graph.edges[static_cast<std::size_t>(piece.edge)];
        const auto port = static_cast<std::size_t>(isEntry ? edge.from : edge.to);
        return level.graph.nodes[port].centre.x() + level.contentAt.x()
               - box(piece.level).width() / 2;
    }

    void close(StateIndex state, ChartLevel &level)
    {
        const auto content = level.graph.size;
        if (state == 0) {
            box(state) = content;
            return;
        }
        const auto title = m_plan.sizes.state(state);
        const bool isRow = m_chart.state(state).kind == scxml::State::Kind::Parallel;
        const double side = isRow ? 0 : sidePadding;
        const double width = std::max(title.width(), content.width() + 2 * side);
        const double top = title.height() + (isRow ? 0 : belowTitle);
        level.contentAt = {(width - content.width()) / 2, top};
        level.title = QRectF(QPointF(), title);
        box(state) = {width, top + content.height() + (isRow ? 0 : endPadding)};
        placeTitle(state, level);
    }

    // Lines come in and go out through the height of the title: it stands before, between or behind
    // them, and where there is no room the box is made wider.
    void placeTitle(StateIndex state, ChartLevel &level)
    {
        std::vector<double> lines;
        for (const auto &node : level.graph.nodes) {
            if (node.stand == layered::Stand::First)
                lines.push_back(level.contentAt.x() + node.centre.x());
        }
        if (lines.empty())
            return;
        std::ranges::sort(lines);
        const double width = level.title.width();
        if (lines.front() >= width)
            return;
        for (std::size_t i = 1; i < lines.size(); ++i) {
            if (lines[i] - lines[i - 1] >= width) {
                level.title.moveLeft(lines[i - 1]);
                return;
            }
        }
        const auto parent = m_chart.state(state).parent;
        const bool isRegion = m_chart.state(parent).kind == scxml::State::Kind::Parallel;
        const double behind = width + (isRegion ? badgeRoom : 0);
        const double missingBefore = width - lines.front();
        const double missingBehind = behind - (box(state).width() - lines.back());
        if (missingBehind <= 0 || missingBehind < missingBefore) {
            level.title.moveLeft(lines.back());
            box(state).rwidth() += std::max(0.0, missingBehind);
        } else {
            level.contentAt.rx() += missingBefore;
            box(state).rwidth() += missingBefore;
        }
    }

    ChartPlan &m_plan;
    const scxml::Chart &m_chart;
};

} // namespace

DrawnChart layOutChart(const scxml::Chart &chart, const ChartSizes &sizes)
{
    ChartPlan plan{chart, sizes, {}, {}, {}, {}};
    planRoutes(plan);
    ChartLayout(plan).run();
    return composed(plan);
}

} // namespace tandem
