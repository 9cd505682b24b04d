// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QSizeF>

#include <optional>
#include <vector>

// A drawing in layers (Sugiyama, Tagawa and Toda 1981) of one level of a state chart: ranks by
// longest path, crossings by barycentres, places by least squares. Our own, since the library for
// it, dagre, crashes Qt 6.4's QJSEngine on graphs of 60 nodes, takes 66 ms for one of 30, and needs
// a bundler and four substitutes for what that engine lacks.
namespace tandem::layered {

// Where a node stands. Above: just over the nodes that it leads to. First, Last: on the border,
// where lines come in from outside and go out.
enum class Stand { Free, Above, First, Last };

// left, right, height: what it needs around its middle, where lines to it meet.
struct Node
{
    Stand stand = Stand::Free;
    double left = 0;
    double right = 0;
    double height = 0;
    double linesWithin = 0; // half of the width that lines may end in
    // What was decided.
    QPointF centre{};
};

// isBack: against the direction, from below to above. fromAt, toAt: where at the node's border it
// has to end, from the middle. label: its size; empty: none.
struct Edge
{
    int from = 0;
    int to = 0;
    QSizeF label{};
    bool isBack = false;
    std::optional<double> fromAt{};
    std::optional<double> toAt{};
    // What was decided; the line leaves each point straight up or down.
    std::vector<QPointF> points{};
    QPointF labelCentre{};
};

struct Graph
{
    std::vector<Node> nodes;
    std::vector<Edge> edges; // none from a node to itself
    // What was decided: from 0, 0.
    QSizeF size{};
};

// Says of each edge whether it goes back, so that the others make no circle. Looks from the first
// node on, so that what is there first stands above.
void markBackEdges(Graph &graph);

// Decides the places and lines.
void layOut(Graph &graph);

} // namespace tandem::layered
