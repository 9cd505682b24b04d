// SPDX-License-Identifier: GPL-3.0-or-later
#include "strategies/chartlevels.h"

namespace tandem {

using layered::Stand;
using scxml::noState;
using scxml::StateIndex;

bool isLevel(const scxml::Chart &chart, StateIndex state)
{
    const auto kind = chart.state(state).kind;
    return kind == scxml::State::Kind::Parallel || kind == scxml::State::Kind::Compound
           || (state == 0 && !chart.state(0).children.empty());
}

namespace {

class Planner
{
public:
    explicit Planner(ChartPlan &plan) : m_plan(plan), m_chart(plan.chart) {}

    void run()
    {
        for (StateIndex i = 0; i < static_cast<StateIndex>(m_chart.states.size()); ++i) {
            if (isLevel(m_chart, i))
                openLevel(i);
        }
        for (StateIndex i = 0; i < static_cast<StateIndex>(m_chart.states.size()); ++i) {
            const auto &state = m_chart.state(i);
            for (const int transition : state.transitions)
                addArcs(transition, i, false);
            if (state.initial >= 0)
                addArcs(state.initial, i, !state.isHistory());
        }
        for (auto &[state, level] : m_plan.levels) {
            if (m_chart.state(state).kind != scxml::State::Kind::Parallel)
                layered::markBackEdges(level.graph);
        }
        for (std::size_t i = 0; i < m_plan.routes.size(); ++i)
            passLevels(i);
    }

private:
    ChartLevel &level(StateIndex state) { return m_plan.levels.at(state); }
    bool isParallel(StateIndex state) const
    {
        return m_chart.state(state).kind == scxml::State::Kind::Parallel;
    }

    void openLevel(StateIndex index)
    {
        const auto &state = m_chart.state(index);
        auto &opened = m_plan.levels[index];
        if (state.initial >= 0 && !m_chart.transition(state.initial).targets.empty())
            opened.dot = addNode(opened, Stand::Above);
        for (const auto child : state.children)
            opened.nodeOf[child] = addNode(opened, Stand::Free);
        for (const auto child : state.histories)
            opened.nodeOf[child] = addNode(opened, Stand::Free);
    }

    static int addNode(ChartLevel &to, Stand stand)
    {
        layered::Node made;
        made.stand = stand;
        if (stand == Stand::Above) {
            made.left = made.right = dotSize / 2;
            made.height = dotSize;
        }
        to.graph.nodes.push_back(made);
        return static_cast<int>(to.graph.nodes.size()) - 1;
    }

    // The state right inside of `outer` that is or holds `inner`.
    StateIndex childOf(StateIndex outer, StateIndex inner) const
    {
        while (m_chart.state(inner).parent != outer)
            inner = m_chart.state(inner).parent;
        return inner;
    }

    StateIndex commonOf(StateIndex one, StateIndex other) const
    {
        auto common = m_chart.state(one).parent;
        while (!m_chart.contains(common, other))
            common = m_chart.state(common).parent;
        return common;
    }

    void addArcs(int transition, StateIndex source, bool isInitial)
    {
        const auto &made = m_chart.transition(transition);
        bool isFirst = true;
        for (const auto target : made.targets) {
            // With several targets the first line says what all of them mean.
            const auto label = isFirst && !isInitial ? m_plan.sizes.label(transition) : QSizeF();
            isFirst = false;
            if (source == target && !isInitial)
                m_plan.selfArcs[source].push_back({transition, label});
            else
                addRoute({transition, source, target, isInitial, {}, 0}, label);
        }
    }

    void addRoute(Route route, const QSizeF &label)
    {
        const auto source = route.source;
        const auto target = route.target;
        StateIndex at = noState;
        int from = 0;
        int to = 0;
        if (route.isInitial) {
            at = source;
            from = level(at).dot;
            to = level(at).nodeOf.at(childOf(at, target));
        } else if (m_chart.contains(source, target)) {
            at = source;
            from = addNode(level(at), Stand::First);
            to = level(at).nodeOf.at(childOf(at, target));
        } else if (m_chart.contains(target, source)) {
            at = target;
            from = level(at).nodeOf.at(childOf(at, source));
            to = addNode(level(at), Stand::Last);
        } else {
            at = commonOf(source, target);
            from = level(at).nodeOf.at(childOf(at, source));
            to = level(at).nodeOf.at(childOf(at, target));
        }
        layered::Edge edge;
        edge.from = from;
        edge.to = to;
        edge.label = label;
        addPiece(route, at, edge);
        m_plan.routes.push_back(std::move(route));
    }

    void addPiece(Route &route, StateIndex at, const layered::Edge &edge)
    {
        auto &graph = level(at).graph;
        graph.edges.push_back(edge);
        route.pieces.push_back({at, static_cast<int>(graph.edges.size()) - 1});
    }

    // Out through the bottom and in through the top where the line goes down, else the other way.
    // Between the regions of a parallel state it goes below them.
    void passLevels(std::size_t index)
    {
        auto &route = m_plan.routes[index];
        const auto own = route.pieces.front();
        const auto &edge = level(own.level).graph.edges[static_cast<std::size_t>(own.edge)];
        const bool isBack = edge.isBack;
        const bool isBelow = isParallel(own.level) && !route.isInitial && own.level != route.source
                             && own.level != route.target;
        route.pieces.clear();
        if (!route.isInitial && own.level != route.source) {
            const auto outermost = childOf(own.level, route.source);
            for (auto at = m_chart.state(route.source).parent;
                 at != own.level && route.source != outermost; at = m_chart.state(at).parent)
                leave(route, at, isBack);
        }
        route.own = route.pieces.size();
        route.pieces.push_back(own);
        if (own.level != route.target) {
            std::vector<StateIndex> inwards;
            for (auto at = m_chart.state(route.target).parent; at != own.level;
                 at = m_chart.state(at).parent)
                inwards.push_back(at);
            for (auto at = inwards.rbegin(); at != inwards.rend(); ++at)
                enter(route, *at, isBack || isBelow);
        }
        for (std::size_t i = 0; i < route.pieces.size(); ++i) {
            auto &uses = level(route.pieces[i].level).uses;
            uses.resize(level(route.pieces[i].level).graph.edges.size());
            uses[static_cast<std::size_t>(route.pieces[i].edge)] = {index, i};
        }
    }

    void leave(Route &route, StateIndex at, bool isBack)
    {
        layered::Edge edge;
        edge.from = level(at).nodeOf.at(childOf(at, route.source));
        edge.to = addNode(level(at), isBack ? Stand::First : Stand::Last);
        edge.isBack = isBack;
        addPiece(route, at, edge);
    }

    void enter(Route &route, StateIndex at, bool isFromBelow)
    {
        layered::Edge edge;
        edge.from = addNode(level(at), isFromBelow ? Stand::Last : Stand::First);
        edge.to = level(at).nodeOf.at(childOf(at, route.target));
        edge.isBack = isFromBelow;
        addPiece(route, at, edge);
    }

    ChartPlan &m_plan;
    const scxml::Chart &m_chart;
};

} // namespace

void planRoutes(ChartPlan &plan) { Planner(plan).run(); }

} // namespace tandem
