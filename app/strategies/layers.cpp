// SPDX-License-Identifier: GPL-3.0-or-later
#include "strategies/layers.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace tandem::layered {

namespace {

constexpr int step = 2; // ranks from node to node: between them stand labels
constexpr int mostBends = 20'000;
constexpr int longestOfMany = 8;

struct Down
{
    int upper;
    int lower;
};

Down down(const Edge &edge)
{
    return edge.isBack ? Down{edge.to, edge.from} : Down{edge.from, edge.to};
}

bool isFree(const Graph &graph, int node)
{
    return graph.nodes[static_cast<std::size_t>(node)].stand == Stand::Free;
}

// The longest way from a node that nothing leads to (Kahn's order).
void rankFree(const Graph &graph, std::vector<int> &ranks)
{
    std::vector<std::vector<int>> lowers(graph.nodes.size());
    std::vector<int> open(graph.nodes.size());
    for (const auto &edge : graph.edges) {
        const auto [upper, lower] = down(edge);
        if (!isFree(graph, upper) || !isFree(graph, lower))
            continue;
        lowers[static_cast<std::size_t>(upper)].push_back(lower);
        ++open[static_cast<std::size_t>(lower)];
    }
    std::vector<int> ready;
    for (std::size_t i = 0; i < open.size(); ++i) {
        if (open[i] == 0)
            ready.push_back(static_cast<int>(i));
    }
    for (std::size_t next = 0; next < ready.size(); ++next) {
        const auto upper = static_cast<std::size_t>(ready[next]);
        for (const int lower : lowers[upper]) {
            auto &rank = ranks[static_cast<std::size_t>(lower)];
            rank = std::max(rank, ranks[upper] + step);
            if (--open[static_cast<std::size_t>(lower)] == 0)
                ready.push_back(lower);
        }
    }
    // Whom nothing leads to stands near what it leads to, except what is entered first.
    std::vector<bool> isInitial(graph.nodes.size());
    for (const auto &edge : graph.edges) {
        const auto stand = graph.nodes[static_cast<std::size_t>(edge.from)].stand;
        if (stand == Stand::Above)
            isInitial[static_cast<std::size_t>(edge.to)] = true;
    }
    for (auto at = ready.rbegin(); at != ready.rend(); ++at) {
        const auto upper = static_cast<std::size_t>(*at);
        int nearest = std::numeric_limits<int>::max();
        for (const int lower : lowers[upper])
            nearest = std::min(nearest, ranks[static_cast<std::size_t>(lower)] - step);
        if (ranks[upper] == 0 && !isInitial[upper] && nearest != std::numeric_limits<int>::max())
            ranks[upper] = nearest;
    }
}

// A label between a node and the border.
bool needsRoomAtBorder(const Graph &graph)
{
    return std::ranges::any_of(graph.edges, [&](const Edge &edge) {
        const auto stands = [&](int node) {
            const auto stand = graph.nodes[static_cast<std::size_t>(node)].stand;
            return stand == Stand::First || stand == Stand::Last;
        };
        return !edge.label.isEmpty() && (stands(edge.from) || stands(edge.to));
    });
}

std::vector<int> rank(const Graph &graph)
{
    std::vector<int> ranks(graph.nodes.size());
    rankFree(graph, ranks);
    const auto size = graph.nodes.size();
    int last = 0;
    int first = 0;
    for (std::size_t i = 0; i < size; ++i) {
        if (graph.nodes[i].stand == Stand::Free)
            last = std::max(last, ranks[i]);
    }
    std::vector<int> above(size, std::numeric_limits<int>::max());
    for (const auto &edge : graph.edges) {
        const auto [upper, lower] = down(edge);
        auto &lowest = above[static_cast<std::size_t>(upper)];
        lowest = std::min(lowest, ranks[static_cast<std::size_t>(lower)] - 1);
    }
    for (std::size_t i = 0; i < size; ++i) {
        if (graph.nodes[i].stand == Stand::Above) {
            ranks[i] = above[i] == std::numeric_limits<int>::max() ? 0 : above[i];
            first = std::min(first, ranks[i]);
        }
    }
    const int toBorder = needsRoomAtBorder(graph) ? step : 1;
    for (std::size_t i = 0; i < size; ++i) {
        if (graph.nodes[i].stand == Stand::First)
            ranks[i] = first - toBorder;
        else if (graph.nodes[i].stand == Stand::Last)
            ranks[i] = last + toBorder;
    }
    return ranks;
}

class Builder
{
public:
    Builder(const Graph &graph, Layers &layers) : m_graph(graph), m_layers(layers) {}

    void addNodes(const std::vector<int> &ranks)
    {
        for (std::size_t i = 0; i < m_graph.nodes.size(); ++i) {
            Vertex made;
            made.node = static_cast<int>(i);
            made.left = m_graph.nodes[i].left;
            made.right = m_graph.nodes[i].right;
            m_layers.vertices.push_back(made);
            m_layers.rankOf.push_back(ranks[i]);
        }
    }

    void addEdge(int index, int longest)
    {
        const auto &edge = m_graph.edges[static_cast<std::size_t>(index)];
        const auto [upper, lower] = down(edge);
        const int top = rankOf(upper);
        const int bottom = rankOf(lower);
        auto &chain = m_layers.chains.emplace_back();
        const bool isLong = bottom - top > longest;
        // The label stands near where the line begins.
        const int labelAt = edge.isBack ? bottom - 1 : top + 1;
        int from = upper;
        for (int rank = top + 1; rank < bottom; ++rank) {
            if (isLong && rank != labelAt)
                continue;
            const int bend = addBend(index, rank, rank == labelAt && !edge.label.isEmpty());
            chain.push_back(link(from, bend));
            from = bend;
        }
        chain.push_back(link(from, lower));
        // What is known of the ends counts when the order is looked for.
        const auto ends =
            edge.isBack ? std::pair(edge.toAt, edge.fromAt) : std::pair(edge.fromAt, edge.toAt);
        m_layers.links[static_cast<std::size_t>(chain.front())].upperAt = ends.first.value_or(0);
        m_layers.links[static_cast<std::size_t>(chain.back())].lowerAt = ends.second.value_or(0);
    }

private:
    int rankOf(int vertex) const { return m_layers.rankOf[static_cast<std::size_t>(vertex)]; }

    int addBend(int edge, int rank, bool hasLabel)
    {
        Vertex made;
        made.edge = edge;
        made.hasLabel = hasLabel;
        if (hasLabel)
            made.left = made.right =
                m_graph.edges[static_cast<std::size_t>(edge)].label.width() / 2;
        m_layers.vertices.push_back(made);
        m_layers.rankOf.push_back(rank);
        return static_cast<int>(m_layers.vertices.size()) - 1;
    }

    int link(int upper, int lower)
    {
        auto &above = m_layers.vertices[static_cast<std::size_t>(upper)];
        auto &below = m_layers.vertices[static_cast<std::size_t>(lower)];
        const int nodes = (above.node >= 0) + (below.node >= 0);
        // Bends in a row make a straight line before nodes stand over each other.
        m_layers.links.push_back({upper, lower, nodes == 2 ? 2.0 : nodes == 1 ? 2.0 : 100.0});
        const int made = static_cast<int>(m_layers.links.size()) - 1;
        above.downs.push_back(made);
        below.ups.push_back(made);
        return made;
    }

    const Graph &m_graph;
    Layers &m_layers;
};

} // namespace

Layers makeLayers(const Graph &graph)
{
    Layers layers;
    Builder builder(graph, layers);
    auto ranks = rank(graph);
    const int lowest = ranks.empty() ? 0 : *std::ranges::min_element(ranks);
    for (int &rank : ranks)
        rank -= lowest;
    builder.addNodes(ranks);
    qint64 bends = 0;
    for (const auto &edge : graph.edges)
        bends += std::abs(ranks[static_cast<std::size_t>(edge.to)]
                          - ranks[static_cast<std::size_t>(edge.from)]);
    const int longest = bends > mostBends ? longestOfMany : std::numeric_limits<int>::max();
    for (std::size_t i = 0; i < graph.edges.size(); ++i)
        builder.addEdge(static_cast<int>(i), longest);
    const int count = ranks.empty() ? 0 : *std::ranges::max_element(ranks) + 1;
    layers.ranks.resize(static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < layers.vertices.size(); ++i)
        layers.ranks[static_cast<std::size_t>(layers.rankOf[i])].push_back(static_cast<int>(i));
    return layers;
}

void markBackEdges(Graph &graph)
{
    std::vector<std::vector<std::size_t>> leaving(graph.nodes.size());
    for (std::size_t i = 0; i < graph.edges.size(); ++i)
        leaving[static_cast<std::size_t>(graph.edges[i].from)].push_back(i);
    enum class Seen { No, Open, Done };
    std::vector<Seen> seen(graph.nodes.size(), Seen::No);
    struct Visit
    {
        int node;
        std::size_t next;
    };
    for (std::size_t start = 0; start < graph.nodes.size(); ++start) {
        if (seen[start] != Seen::No)
            continue;
        std::vector<Visit> path{{static_cast<int>(start), 0}};
        seen[start] = Seen::Open;
        while (!path.empty()) {
            auto &[node, next] = path.back();
            const auto &out = leaving[static_cast<std::size_t>(node)];
            if (next == out.size()) {
                seen[static_cast<std::size_t>(node)] = Seen::Done;
                path.pop_back();
                continue;
            }
            auto &edge = graph.edges[out[next++]];
            auto &target = seen[static_cast<std::size_t>(edge.to)];
            edge.isBack = target == Seen::Open;
            if (target == Seen::No) {
                target = Seen::Open;
                path.push_back({edge.to, 0});
            }
        }
    }
}

} // namespace tandem::layered
