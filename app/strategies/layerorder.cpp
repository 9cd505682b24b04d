// SPDX-License-Identifier: GPL-3.0-or-later
#include "strategies/layers.h"

#include <algorithm>
#include <utility>

// Which vertex of a rank stands beside which, so that few lines cross.
namespace tandem::layered {

namespace {

constexpr int sweeps = 12;
constexpr std::size_t manyVertices = 3'000;
constexpr double withinBox = 1'000'000; // less than one place

class Ordering
{
public:
    explicit Ordering(Layers &layers) : m_layers(layers) {}

    void run()
    {
        begin();
        auto best = m_layers.ranks;
        auto fewest = crossings();
        const bool isLarge = m_layers.vertices.size() > manyVertices;
        for (int i = 0; i < (isLarge ? 2 : sweeps) && fewest > 0; ++i) {
            sweep(i % 2 == 0);
            if (!isLarge)
                exchange();
            const auto now = crossings();
            if (now < fewest) {
                fewest = now;
                best = m_layers.ranks;
            }
        }
        m_layers.ranks = std::move(best);
        number();
    }

private:
    Vertex &vertex(int index) { return m_layers.vertices[static_cast<std::size_t>(index)]; }
    const Link &link(int index) const { return m_layers.links[static_cast<std::size_t>(index)]; }

    void number()
    {
        for (const auto &rank : m_layers.ranks)
            number(rank);
    }
    void number(const std::vector<int> &rank)
    {
        int place = 0;
        for (const int index : rank)
            vertex(index).place = place++;
    }

    // In the order in which they are reached: what belongs together stands together.
    void begin()
    {
        std::vector<bool> seen(m_layers.vertices.size());
        for (auto &rank : m_layers.ranks)
            rank.clear();
        std::vector<int> starts;
        for (int i = 0; i < static_cast<int>(m_layers.vertices.size()); ++i)
            starts.push_back(i);
        std::ranges::stable_sort(
            starts, {}, [&](int i) { return m_layers.rankOf[static_cast<std::size_t>(i)]; });
        for (const int start : starts) {
            std::vector<int> open{start};
            while (!open.empty()) {
                const int index = open.back();
                open.pop_back();
                if (seen[static_cast<std::size_t>(index)])
                    continue;
                seen[static_cast<std::size_t>(index)] = true;
                const auto rank = m_layers.rankOf[static_cast<std::size_t>(index)];
                m_layers.ranks[static_cast<std::size_t>(rank)].push_back(index);
                const auto &downs = vertex(index).downs;
                for (auto at = downs.rbegin(); at != downs.rend(); ++at)
                    open.push_back(link(*at).lower);
            }
        }
        number();
    }

    // Where a line ends within its vertex counts, too: lines from one box to one box do not cross.
    double barycentre(int index, bool isDown)
    {
        const auto &links = isDown ? vertex(index).ups : vertex(index).downs;
        if (links.empty())
            return vertex(index).place;
        double sum = 0;
        for (const int one : links) {
            sum += isDown ? upperEnd(one) : lowerEnd(one);
        }
        return sum / static_cast<double>(links.size());
    }

    void sweep(bool isDown)
    {
        const auto count = m_layers.ranks.size();
        for (std::size_t i = 0; i < count; ++i) {
            auto &rank = m_layers.ranks[isDown ? i : count - 1 - i];
            std::vector<std::pair<double, int>> sorted;
            for (const int index : rank)
                sorted.emplace_back(barycentre(index, isDown), index);
            std::ranges::stable_sort(sorted, {}, &std::pair<double, int>::first);
            for (std::size_t k = 0; k < rank.size(); ++k)
                rank[k] = sorted[k].second;
            number(rank);
        }
    }

    // Crossings between the lines of two neighbours, the first one left.
    qint64 between(int left, int right)
    {
        qint64 found = 0;
        for (const int a : vertex(left).ups) {
            for (const int b : vertex(right).ups)
                found += upperEnd(a) > upperEnd(b);
        }
        for (const int a : vertex(left).downs) {
            for (const int b : vertex(right).downs)
                found += lowerEnd(a) > lowerEnd(b);
        }
        return found;
    }
    // Of two that end at one box the one further left.
    double upperEnd(int index)
    {
        return vertex(link(index).upper).place + link(index).upperAt / withinBox;
    }
    double lowerEnd(int index)
    {
        return vertex(link(index).lower).place + link(index).lowerAt / withinBox;
    }

    void exchange()
    {
        for (auto &rank : m_layers.ranks) {
            for (std::size_t k = 0; k + 1 < rank.size(); ++k) {
                if (between(rank[k], rank[k + 1]) <= between(rank[k + 1], rank[k]))
                    continue;
                std::swap(rank[k], rank[k + 1]);
                std::swap(vertex(rank[k]).place, vertex(rank[k + 1]).place);
            }
        }
    }

    // By counting inversions (Barth, Juenger and Mutzel 2002). Links that skip ranks count with
    // the rank that they end in.
    qint64 crossings()
    {
        qint64 found = 0;
        for (const auto &rank : m_layers.ranks) {
            std::vector<int> lowers;
            std::size_t width = 1;
            for (const int index : rank) {
                std::vector<int> ends;
                for (const int one : vertex(index).downs)
                    ends.push_back(vertex(link(one).lower).place);
                std::ranges::sort(ends);
                lowers.insert(lowers.end(), ends.begin(), ends.end());
            }
            for (const int place : lowers)
                width = std::max(width, static_cast<std::size_t>(place) + 1);
            found += inversions(lowers, width);
        }
        return found;
    }

    static qint64 inversions(const std::vector<int> &values, std::size_t width)
    {
        std::vector<qint64> tree(width + 1);
        qint64 found = 0;
        qint64 seen = 0;
        for (const int value : values) {
            qint64 notGreater = 0;
            for (auto i = static_cast<std::size_t>(value) + 1; i > 0; i -= i & (~i + 1))
                notGreater += tree[i];
            found += seen++ - notGreater;
            for (auto i = static_cast<std::size_t>(value) + 1; i <= width; i += i & (~i + 1))
                ++tree[i];
        }
        return found;
    }

    Layers &m_layers;
};

} // namespace

void orderLayers(Layers &layers) { Ordering(layers).run(); }

} // namespace tandem::layered
