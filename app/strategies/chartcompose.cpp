// SPDX-License-Identifier: GPL-3.0-or-later
#include "strategies/chartlevels.h"

#include <algorithm>
#include <cmath>

namespace tandem {

using layered::Stand;
using scxml::StateIndex;

namespace {

// Straight down where the points stand over each other, else in an S that begins and ends upright.
QPainterPath pathThrough(const std::vector<QPointF> &points)
{
    QPainterPath path;
    if (points.empty())
        return path;
    path.moveTo(points.front());
    for (std::size_t i = 1; i < points.size(); ++i) {
        const auto &from = points[i - 1];
        const auto &to = points[i];
        if (std::abs(from.x() - to.x()) < 0.5 || std::abs(from.y() - to.y()) < 0.5) {
            path.lineTo(to);
            continue;
        }
        const double middle = (from.y() + to.y()) / 2;
        path.cubicTo({from.x(), middle}, {to.x(), middle}, to);
    }
    return path;
}

QRectF around(const QPointF &centre, const QSizeF &size)
{
    return {centre.x() - size.width() / 2, centre.y() - size.height() / 2, size.width(),
            size.height()};
}

class Composer
{
public:
    explicit Composer(const ChartPlan &plan) : m_plan(plan), m_chart(plan.chart) {}

    DrawnChart run()
    {
        m_drawn.states.resize(m_chart.states.size());
        m_drawn.titles.resize(m_chart.states.size());
        if (!m_drawn.states.empty())
            m_drawn.states[0] = {QPointF(), m_plan.boxes[0]};
        // In document order: the outer ones first.
        for (const auto &[state, level] : m_plan.levels)
            placeLevel(state, level);
        for (const auto &route : m_plan.routes)
            draw(route);
        for (const auto &[state, arcs] : m_plan.selfArcs)
            drawLoops(state, arcs);
        return std::move(m_drawn);
    }

private:
    const QRectF &rect(StateIndex state) const
    {
        return m_drawn.states[static_cast<std::size_t>(state)];
    }

    void placeLevel(StateIndex state, const ChartLevel &level)
    {
        const auto origin = rect(state).topLeft() + level.contentAt;
        m_drawn.titles[static_cast<std::size_t>(state)] =
            level.title.translated(rect(state).topLeft());
        for (const auto &[child, index] : level.nodeOf) {
            const auto &node = level.graph.nodes[static_cast<std::size_t>(index)];
            m_drawn.states[static_cast<std::size_t>(child)] =
                around(origin + node.centre, {2 * node.left, node.height});
        }
        if (level.dot >= 0) {
            const auto &dot = level.graph.nodes[static_cast<std::size_t>(level.dot)];
            m_drawn.dots.push_back({state, origin + dot.centre});
        }
        for (const double x : level.divisions)
            m_drawn.divisions.emplace_back(origin.x() + x, origin.y(), origin.x() + x,
                                           rect(state).bottom());
    }

    void draw(const Route &route)
    {
        std::vector<QPointF> points;
        const auto add = [&](const QPointF &point) {
            if (points.empty() || (points.back() - point).manhattanLength() > 0.01)
                points.push_back(point);
        };
        for (const auto &piece : route.pieces) {
            const auto &level = m_plan.levels.at(piece.level);
            const auto origin = rect(piece.level).topLeft() + level.contentAt;
            const auto &edge = level.graph.edges[static_cast<std::size_t>(piece.edge)];
            const auto border = [&](int index) {
                const auto &node = level.graph.nodes[static_cast<std::size_t>(index)];
                const auto x = origin.x() + node.centre.x();
                if (node.stand == Stand::First)
                    add({x, rect(piece.level).top()});
                else if (node.stand == Stand::Last)
                    add({x, rect(piece.level).bottom()});
            };
            border(edge.from);
            for (const auto &point : edge.points)
                add(origin + point);
            border(edge.to);
        }
        const auto &own = route.pieces[route.own];
        const auto &level = m_plan.levels.at(own.level);
        const auto &edge = level.graph.edges[static_cast<std::size_t>(own.edge)];
        DrawnArc made{route.transition,    route.source,   route.target,  route.isInitial,
                      pathThrough(points), points.front(), points.back(), {}};
        if (!edge.label.isEmpty())
            made.label =
                around(rect(own.level).topLeft() + level.contentAt + edge.labelCentre, edge.label);
        m_drawn.arcs.push_back(std::move(made));
    }

    void drawLoops(StateIndex state, const std::vector<SelfArc> &arcs)
    {
        const auto &box = rect(state);
        double height = 0;
        for (const auto &arc : arcs)
            height += std::max(loopStep, arc.label.height() + 6);
        double y = box.center().y() - height / 2;
        for (const auto &arc : arcs) {
            const double step = std::max(loopStep, arc.label.height() + 6);
            const QPointF middle(box.right(), y + step / 2);
            DrawnArc made;
            made.transition = arc.transition;
            made.source = made.target = state;
            made.begin = middle + QPointF(0, -7);
            made.end = middle + QPointF(0, 7);
            made.path.moveTo(made.begin);
            made.path.cubicTo(middle + QPointF(loopWidth, -11), middle + QPointF(loopWidth, 11),
                              made.end);
            if (!arc.label.isEmpty())
                made.label = {
                    QPointF(box.right() + loopWidth - 2, middle.y() - arc.label.height() / 2),
                    arc.label};
            m_drawn.arcs.push_back(std::move(made));
            y += step;
        }
    }

    const ChartPlan &m_plan;
    const scxml::Chart &m_chart;
    DrawnChart m_drawn;
};

} // namespace

DrawnChart composed(const ChartPlan &plan) { return Composer(plan).run(); }

} // namespace tandem
