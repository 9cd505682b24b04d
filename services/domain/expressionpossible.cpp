// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/expressiontree.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

// Whether any values make a condition true: it is written as alternatives of comparisons that must
// all hold (disjunctive normal form), and each alternative narrows what every name may be. What
// this cannot judge (too many alternatives, products of names) counts as possible.
namespace tandem::expressions {

namespace {

constexpr std::size_t mostLiterals = 20'000; // of all alternatives together
constexpr int mostRounds = 50;
// So many comparisons are settled one by one, so that the message names the one that is too much.
constexpr std::size_t fewComparisons = 10;

// comparison: a node; holds: whether it must be true or false.
struct Literal
{
    int comparison = 0;
    bool holds = true;
};
using Alternative = std::vector<Literal>;
using Alternatives = std::vector<Alternative>;

// sum of factor * name, plus constant; absent where names are multiplied.
struct Linear
{
    std::map<int, std::int64_t> factors; // by name
    std::int64_t constant = 0;
};

struct Range
{
    std::int64_t low = 0;
    std::int64_t high = 0;
    std::set<std::int64_t> excluded; // values that it may not have

    bool isEmpty() const { return low > high; }
};

std::size_t literalsOf(const Alternatives &alternatives)
{
    std::size_t count = 0;
    for (const auto &alternative : alternatives)
        count += alternative.size();
    return count;
}

std::optional<Alternatives> alternativesOf(const Tree &tree, int index, bool holds)
{
    const auto &node = tree.at(index);
    if (node.operation == Operation::Not)
        return alternativesOf(tree, node.left, !holds);
    if (isComparison(node.operation))
        return Alternatives{{{index, holds}}};
    auto left = alternativesOf(tree, node.left, holds);
    auto right = left ? alternativesOf(tree, node.right, holds) : std::nullopt;
    if (!right)
        return std::nullopt;
    if ((node.operation == Operation::Or) == holds) {
        left->insert(left->end(), right->begin(), right->end());
        return literalsOf(*left) > mostLiterals ? std::nullopt : left;
    }
    if (left->size() * literalsOf(*right) + right->size() * literalsOf(*left) > mostLiterals)
        return std::nullopt;
    Alternatives product;
    for (const auto &first : *left) {
        for (const auto &second : *right) {
            auto &both = product.emplace_back(first);
            both.insert(both.end(), second.begin(), second.end());
        }
    }
    return product;
}

Linear combined(Linear a, const Linear &b, std::int64_t times)
{
    for (const auto &[name, factor] : b.factors) {
        auto &sum = a.factors[name];
        sum = bounded(sum + factor * times);
        if (sum == 0)
            a.factors.erase(name);
    }
    a.constant = bounded(a.constant + b.constant * times);
    return a;
}

std::optional<Linear> linearOf(const Tree &tree, int index)
{
    const auto &node = tree.at(index);
    if (node.operation == Operation::Number)
        return Linear{{}, node.number};
    if (node.operation == Operation::Name)
        return Linear{{{node.left, 1}}, 0};
    const auto left = linearOf(tree, node.left);
    if (!left)
        return std::nullopt;
    if (node.operation == Operation::Negative)
        return combined({}, *left, -1);
    const auto right = linearOf(tree, node.right);
    if (!right)
        return std::nullopt;
    if (node.operation == Operation::Plus)
        return combined(*left, *right, 1);
    if (node.operation == Operation::Minus)
        return combined(*left, *right, -1);
    if (right->factors.empty())
        return combined({}, *left, right->constant);
    if (left->factors.empty())
        return combined({}, *right, left->constant);
    return std::nullopt;
}

Operation opposite(Operation operation)
{
    switch (operation) {
    case Operation::Equal: return Operation::NotEqual;
    case Operation::NotEqual: return Operation::Equal;
    case Operation::Less: return Operation::GreaterEqual;
    case Operation::LessEqual: return Operation::Greater;
    case Operation::Greater: return Operation::LessEqual;
    default: return Operation::Less;
    }
}

std::int64_t floorDivided(std::int64_t a, std::int64_t b)
{
    return a / b - (a % b != 0 && (a < 0) != (b < 0) ? 1 : 0);
}

// What is still possible of each name while one comparison after the other is taken in.
class Possibilities
{
public:
    Possibilities(std::size_t names, int lowest, int highest)
        : m_ranges(names, Range{lowest, highest, {}})
    {
    }

    // False where nothing is left.
    bool takeIn(int comparison, const Linear &linear, Operation operation)
    {
        m_taken.push_back({comparison, linear, operation});
        return narrow(linear, operation) && (m_taken.size() > fewComparisons || !settle());
    }

    // Lets all that was taken in narrow each other; the comparison that leaves nothing, if any.
    std::optional<int> settle()
    {
        m_changed = true;
        for (int round = 0; m_changed && round < mostRounds; ++round) {
            m_changed = false;
            for (const auto &taken : m_taken) {
                if (!narrow(taken.linear, taken.operation))
                    return taken.comparison;
            }
        }
        return std::nullopt;
    }

private:
    struct Taken
    {
        int comparison;
        Linear linear;
        Operation operation;
    };

    bool narrow(const Linear &linear, Operation operation)
    {
        switch (operation) {
        case Operation::LessEqual: return atMostZero(linear);
        case Operation::Less: return atMostZero(combined(linear, {{}, 1}, 1));
        case Operation::GreaterEqual: return atMostZero(combined({}, linear, -1));
        case Operation::Greater: return atMostZero(combined({{}, 1}, linear, -1));
        case Operation::Equal: return atMostZero(linear) && atMostZero(combined({}, linear, -1));
        default: return notZero(linear);
        }
    }

    // The least that the sum can be without the part of `without`.
    std::int64_t least(const Linear &linear, int without = -1) const
    {
        std::int64_t sum = linear.constant;
        for (const auto &[name, factor] : linear.factors) {
            if (name != without)
                sum += factor * (factor > 0 ? range(name).low : range(name).high);
        }
        return sum;
    }

    bool atMostZero(const Linear &linear)
    {
        if (least(linear) > 0)
            return false;
        for (const auto &[name, factor] : linear.factors) {
            auto &own = range(name);
            const auto most = floorDivided(-least(linear, name), factor > 0 ? factor : -factor);
            const auto before = std::pair(own.low, own.high);
            if (factor > 0)
                own.high = std::min(own.high, most);
            else
                own.low = std::max(own.low, -most);
            trim(own);
            if (own.isEmpty())
                return false;
            m_changed = m_changed || before != std::pair(own.low, own.high);
        }
        return true;
    }

    // Speaks of one name only; of several, nothing is excluded for one of them alone.
    bool notZero(const Linear &linear)
    {
        if (linear.factors.empty())
            return linear.constant != 0;
        if (linear.factors.size() > 1)
            return true;
        const auto &[name, factor] = *linear.factors.begin();
        if (linear.constant % factor != 0)
            return true;
        auto &own = range(name);
        m_changed = own.excluded.insert(-linear.constant / factor).second || m_changed;
        trim(own);
        return !own.isEmpty();
    }

    static void trim(Range &range)
    {
        while (!range.isEmpty() && range.excluded.contains(range.low))
            ++range.low;
        while (!range.isEmpty() && range.excluded.contains(range.high))
            --range.high;
    }

    Range &range(int name) { return m_ranges[static_cast<std::size_t>(name)]; }
    const Range &range(int name) const { return m_ranges[static_cast<std::size_t>(name)]; }

    std::vector<Range> m_ranges;
    std::vector<Taken> m_taken;
    bool m_changed = false;
};

// The comparison that leaves nothing; none where values are left.
std::optional<int> contradiction(const Tree &tree, const Alternative &alternative, int lowest,
                                 int highest)
{
    Possibilities left(tree.names.size(), lowest, highest);
    for (const auto &literal : alternative) {
        const auto &node = tree.at(literal.comparison);
        const auto first = linearOf(tree, node.left);
        const auto second = linearOf(tree, node.right);
        if (!first || !second)
            continue;
        const auto operation = literal.holds ? node.operation : opposite(node.operation);
        if (!left.takeIn(literal.comparison, combined(*first, *second, -1), operation))
            return literal.comparison;
    }
    return left.settle();
}

} // namespace

Result<void> checkPossible(const Tree &tree, int lowest, int highest)
{
    const auto alternatives = alternativesOf(tree, tree.root(), true);
    if (!alternatives)
        return {};
    std::optional<int> first;
    for (const auto &alternative : *alternatives) {
        const auto fault = contradiction(tree, alternative, lowest, highest);
        if (!fault)
            return {};
        first = first ? first : fault;
    }
    const auto &node = tree.at(*first);
    const auto part = tree.text.substr(static_cast<std::size_t>(node.begin),
                                       static_cast<std::size_t>(node.end - node.begin));
    return failure(Reason::InvalidParams,
                   "This can never be true: values are " + std::to_string(lowest) + " to "
                       + std::to_string(highest) + ", look at \"" + part + "\" at column "
                       + std::to_string(columnOf(tree.text, node.begin)) + ".",
                   "expression");
}

} // namespace tandem::expressions
