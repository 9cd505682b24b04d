// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/expression.h"

#include <cstdint>

// The inside of Expression: a parsed condition as nodes in one list, operands before operators.
namespace tandem::expressions {

enum class Operation {
    Number,
    Name,
    Plus,
    Minus,
    Times,
    Negative,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    And,
    Or,
    Not
};

constexpr bool isComparison(Operation operation)
{
    return operation >= Operation::Equal && operation <= Operation::GreaterEqual;
}
constexpr bool isCondition(Operation operation) { return operation >= Operation::Equal; }

struct Node
{
    Operation operation = Operation::Number;
    std::int64_t number = 0; // of Number
    int left = -1;           // operands; of Name: which of the names
    int right = -1;
    int begin = 0; // bytes of the text, for messages
    int end = 0;
};

struct Tree
{
    std::string text;
    std::vector<Node> nodes; // the last one is the whole
    std::vector<std::string> names;
    std::vector<Expression::Name> mentions;

    const Node &at(int node) const { return nodes[static_cast<std::size_t>(node)]; }
    int root() const { return static_cast<int>(nodes.size()) - 1; }
};

// The column, from 1 and in characters, of a byte of UTF-8.
int columnOf(std::string_view text, int byte);
// Keeps sums and products of any length within what 64 bits hold.
std::int64_t bounded(std::int64_t value);

Result<Tree> parse(std::string_view text);
Result<void> checkPossible(const Tree &tree, int lowest, int highest);

} // namespace tandem::expressions
