// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "strategies/chartlayout.h"
#include "strategies/layeredgraph.h"

#include <map>
#include <vector>

// What the steps of a chart's layout share.
namespace tandem {

// One edge of a level; a route has one in each level that it passes.
struct RoutePiece
{
    scxml::StateIndex level = scxml::noState;
    int edge = 0;
};

// The way of an arc, from where it begins. own: the piece in the innermost level that holds both
// ends; those before it leave levels, those after it enter some.
struct Route
{
    int transition = -1;
    scxml::StateIndex source = scxml::noState;
    scxml::StateIndex target = scxml::noState;
    bool isInitial = false;
    std::vector<RoutePiece> pieces;
    std::size_t own = 0;
};

struct EdgeUse
{
    std::size_t route = 0;
    std::size_t piece = 0;
};

// What is in a compound or parallel state.
struct ChartLevel
{
    layered::Graph graph;
    std::map<scxml::StateIndex, int> nodeOf;
    int dot = -1;
    std::vector<EdgeUse> uses; // of each edge
    QPointF contentAt;         // of the graph in the box
    QRectF title;              // in the box
    std::vector<double> divisions;
};

// A transition of a state to itself, beside its box.
struct SelfArc
{
    int transition = -1;
    QSizeF label;
};

struct ChartPlan
{
    const scxml::Chart &chart;
    const ChartSizes &sizes;
    std::map<scxml::StateIndex, ChartLevel> levels;
    std::vector<Route> routes;
    std::map<scxml::StateIndex, std::vector<SelfArc>> selfArcs;
    std::vector<QSizeF> boxes; // of each state
};

inline constexpr double loopWidth = 24;
inline constexpr double loopStep = 24;

bool isLevel(const scxml::Chart &chart, scxml::StateIndex state);
// Fills levels and routes, without places.
void planRoutes(ChartPlan &plan);
// The regions of a parallel state, side by side.
void layOutRow(ChartLevel &level);
DrawnChart composed(const ChartPlan &plan);

} // namespace tandem
