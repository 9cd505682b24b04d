// SPDX-License-Identifier: GPL-3.0-or-later
#include "strategies/layers.h"

#include <algorithm>
#include <cmath>

// Where in its rank each vertex stands, and where lines end at boxes.
namespace tandem::layered {

namespace {

constexpr double nodeGap = 36;
constexpr double lineGap = 16;
constexpr double endGap = 22;
constexpr int passes = 10;
constexpr double straightWithin = 12;

class Placing
{
public:
    Placing(const Graph &graph, Layers &layers) : m_graph(graph), m_layers(layers) {}

    void run()
    {
        for (const auto &rank : m_layers.ranks) {
            double x = 0;
            for (std::size_t k = 0; k < rank.size(); ++k) {
                x += k > 0 ? apart(rank[k - 1], rank[k]) : 0;
                vertex(rank[k]).x = x;
            }
        }
        relax(passes / 2);
        spread();
        relax(passes);
        spread();
        both();
        straighten();
    }

private:
    enum class Look { Up, Down, Both };

    Vertex &vertex(int index) { return m_layers.vertices[static_cast<std::size_t>(index)]; }
    Link &link(int index) { return m_layers.links[static_cast<std::size_t>(index)]; }

    double apart(int left, int right)
    {
        const bool areNodes = vertex(left).node >= 0 && vertex(right).node >= 0;
        return vertex(left).right + vertex(right).left + (areNodes ? nodeGap : lineGap);
    }

    void relax(int count)
    {
        for (int i = 0; i < count; ++i) {
            for (auto &rank : m_layers.ranks)
                settle(rank, Look::Up);
            for (auto rank = m_layers.ranks.rbegin(); rank != m_layers.ranks.rend(); ++rank)
                settle(*rank, Look::Down);
        }
    }

    void both()
    {
        for (int i = 0; i < 4; ++i) {
            for (auto &rank : m_layers.ranks)
                settle(rank, Look::Both);
            for (auto rank = m_layers.ranks.rbegin(); rank != m_layers.ranks.rend(); ++rank)
                settle(*rank, Look::Both);
        }
    }

    // Bends of a line that stand nearly over each other stand right over each other, where what is
    // beside them leaves room: a kink of some pixels looks like a mistake.
    void straighten()
    {
        for (const auto &chain : m_layers.chains) {
            for (const int one : chain) {
                const auto &above = vertex(link(one).upper);
                auto &below = vertex(link(one).lower);
                if (above.node < 0 && below.node < 0 && std::abs(above.x - below.x) < straightWithin
                    && hasRoom(link(one).lower, above.x))
                    below.x = above.x;
            }
        }
    }

    bool hasRoom(int index, double x)
    {
        const auto &rank =
            m_layers
                .ranks[static_cast<std::size_t>(m_layers.rankOf[static_cast<std::size_t>(index)])];
        const auto place = static_cast<std::size_t>(vertex(index).place);
        const bool isFreeBefore =
            place == 0 || x - vertex(rank[place - 1]).x >= apart(rank[place - 1], index);
        return isFreeBefore
               && (place + 1 == rank.size()
                   || vertex(rank[place + 1]).x - x >= apart(index, rank[place + 1]));
    }

    struct Wish
    {
        double at = 0;
        double weight = 0;
    };

    Wish wishOf(int index, Look look)
    {
        Wish wish;
        const auto add = [&](const Link &one, bool isUp) {
            const auto other = vertex(isUp ? one.upper : one.lower).x;
            const auto shift = isUp ? one.upperAt - one.lowerAt : one.lowerAt - one.upperAt;
            wish.at += one.weight * (other + shift);
            wish.weight += one.weight;
        };
        if (look != Look::Down) {
            for (const int one : vertex(index).ups)
                add(link(one), true);
        }
        if (look != Look::Up) {
            for (const int one : vertex(index).downs)
                add(link(one), false);
        }
        if (wish.weight == 0)
            return {vertex(index).x, 0.1};
        return {wish.at / wish.weight, wish.weight};
    }

    // Least squares with distances kept: the pool of adjacent violators.
    void settle(const std::vector<int> &rank, Look look)
    {
        struct Pool
        {
            double at;
            double weight;
            std::size_t count;
        };
        std::vector<Pool> pools;
        std::vector<double> offsets;
        double offset = 0;
        for (std::size_t k = 0; k < rank.size(); ++k) {
            offset += k > 0 ? apart(rank[k - 1], rank[k]) : 0;
            offsets.push_back(offset);
            const auto wish = wishOf(rank[k], look);
            pools.push_back({wish.at - offset, wish.weight, 1});
            while (pools.size() > 1 && pools[pools.size() - 2].at > pools.back().at) {
                const auto last = pools.back();
                pools.pop_back();
                auto &first = pools.back();
                const auto weight = first.weight + last.weight;
                first.at = (first.at * first.weight + last.at * last.weight) / weight;
                first.weight = weight;
                first.count += last.count;
            }
        }
        std::size_t k = 0;
        for (const auto &pool : pools) {
            for (std::size_t i = 0; i < pool.count; ++i, ++k)
                vertex(rank[k]).x = pool.at + offsets[k];
        }
    }

    // The ends of several lines at one box stand beside each other in the order of where they go.
    void spread()
    {
        for (std::size_t i = 0; i < m_graph.nodes.size(); ++i) {
            spread(m_layers.vertices[i].downs, m_graph.nodes[i], false);
            spread(m_layers.vertices[i].ups, m_graph.nodes[i], true);
        }
    }

    void spread(const std::vector<int> &links, const Node &node, bool areUp)
    {
        std::vector<int> loose;
        for (const int one : links) {
            const auto fixed = fixedEnd(one, areUp);
            if (fixed)
                (areUp ? link(one).lowerAt : link(one).upperAt) = *fixed;
            else
                loose.push_back(one);
        }
        std::ranges::stable_sort(loose, {}, [&](int one) {
            const auto &it = link(one);
            return areUp ? vertex(it.upper).x + it.upperAt : vertex(it.lower).x + it.lowerAt;
        });
        if (loose.empty())
            return;
        const auto count = static_cast<double>(loose.size());
        const double gap = count > 1 ? std::min(endGap, 2 * node.linesWithin / (count - 1)) : 0;
        double at = -gap * (count - 1) / 2;
        for (const int one : loose) {
            (areUp ? link(one).lowerAt : link(one).upperAt) = at;
            at += gap;
        }
    }

    std::optional<double> fixedEnd(int index, bool areUp)
    {
        const auto edgeIndex = edgeOf(index);
        const auto &edge = m_graph.edges[edgeIndex];
        // At its upper end a back edge ends, the others begin.
        return areUp == edge.isBack ? edge.fromAt : edge.toAt;
    }

    std::size_t edgeOf(int index)
    {
        if (m_edgeOf.empty()) {
            m_edgeOf.resize(m_layers.links.size());
            for (std::size_t i = 0; i < m_layers.chains.size(); ++i) {
                for (const int one : m_layers.chains[i])
                    m_edgeOf[static_cast<std::size_t>(one)] = i;
            }
        }
        return m_edgeOf[static_cast<std::size_t>(index)];
    }

    const Graph &m_graph;
    Layers &m_layers;
    std::vector<std::size_t> m_edgeOf;
};

} // namespace

void placeLayers(const Graph &graph, Layers &layers) { Placing(graph, layers).run(); }

} // namespace tandem::layered
