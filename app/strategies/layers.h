// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "strategies/layeredgraph.h"

// What the steps of the layout work on.
namespace tandem::layered {

// A node, or a bend of an edge in a rank that the edge passes.
struct Vertex
{
    int node = -1;
    int edge = -1;
    bool hasLabel = false;
    double left = 0;
    double right = 0;
    double x = 0;
    int place = 0;          // in its rank
    std::vector<int> ups;   // links
    std::vector<int> downs; // links
};

struct Link
{
    int upper = 0;
    int lower = 0;
    double weight = 1;
    double upperAt = 0; // from the vertex' middle
    double lowerAt = 0;
};

struct Layers
{
    std::vector<Vertex> vertices; // the graph's nodes first
    std::vector<Link> links;
    std::vector<std::vector<int>> ranks;
    std::vector<int> rankOf;              // of each vertex
    std::vector<std::vector<int>> chains; // of each edge: links from above to below
};

Layers makeLayers(const Graph &graph);
void orderLayers(Layers &layers);
void placeLayers(const Graph &graph, Layers &layers);

} // namespace tandem::layered
