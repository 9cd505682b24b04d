// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/expression.h"

#include "domain/expressiontree.h"

namespace tandem {

using namespace expressions;

struct Expression::Parsed
{
    Tree tree;
};

namespace {

class Evaluation
{
public:
    Evaluation(const Tree &tree, const Expression::ValueOf &valueOf)
        : m_tree(tree), m_valueOf(valueOf)
    {
    }

    // Of a condition 0 or 1.
    std::int64_t valueOf(int index) const
    {
        const auto &node = m_tree.at(index);
        switch (node.operation) {
        case Operation::Number: return node.number;
        case Operation::Name: return m_valueOf(m_tree.names[static_cast<std::size_t>(node.left)]);
        case Operation::Negative: return -valueOf(node.left);
        case Operation::Not: return !valueOf(node.left);
        case Operation::And: return valueOf(node.left) && valueOf(node.right);
        case Operation::Or: return valueOf(node.left) || valueOf(node.right);
        default: return joined(node.operation, valueOf(node.left), valueOf(node.right));
        }
    }

private:
    static std::int64_t joined(Operation operation, std::int64_t left, std::int64_t right)
    {
        switch (operation) {
        case Operation::Plus: return bounded(left + right);
        case Operation::Minus: return bounded(left - right);
        case Operation::Times: return bounded(left * right);
        case Operation::Equal: return left == right;
        case Operation::NotEqual: return left != right;
        case Operation::Less: return left < right;
        case Operation::LessEqual: return left <= right;
        case Operation::Greater: return left > right;
        default: return left >= right;
        }
    }

    const Tree &m_tree;
    const Expression::ValueOf &m_valueOf;
};

} // namespace

Result<Expression> Expression::parse(std::string_view text)
{
    auto tree = expressions::parse(text);
    if (!tree)
        return std::unexpected(tree.error());
    return Expression(std::make_shared<const Parsed>(std::move(*tree)));
}

bool Expression::holds(const ValueOf &valueOf) const
{
    const auto &tree = m_parsed->tree;
    return Evaluation(tree, valueOf).valueOf(tree.root());
}

const std::vector<Expression::Name> &Expression::names() const { return m_parsed->tree.mentions; }

Result<void> Expression::checkPossible(int lowest, int highest) const
{
    return expressions::checkPossible(m_parsed->tree, lowest, highest);
}

const std::string &Expression::text() const { return m_parsed->tree.text; }

} // namespace tandem
