// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/expressiontree.h"

#include <algorithm>

namespace tandem::expressions {

namespace {

constexpr std::size_t longestText = 1000;
constexpr int deepest = 32;
constexpr std::int64_t largestNumber = 1'000'000;

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isNameStart(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool isNamePart(char c) { return isNameStart(c) || isDigit(c) || c == '.' || c == '-'; }

struct Sign
{
    std::string_view text;
    Operation operation;
};
constexpr Sign comparisons[] = {
    {"==", Operation::Equal},     {"=", Operation::Equal},         {"!=", Operation::NotEqual},
    {"<=", Operation::LessEqual}, {">=", Operation::GreaterEqual}, {"<", Operation::Less},
    {">", Operation::Greater},
};

} // namespace

int columnOf(std::string_view text, int byte)
{
    const auto before = text.substr(0, static_cast<std::size_t>(byte));
    return 1 + static_cast<int>(std::ranges::count_if(before, [](char c) {
               return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
           }));
}

std::int64_t bounded(std::int64_t value)
{
    constexpr std::int64_t most = std::int64_t(1) << 31;
    return std::clamp(value, -most, most);
}

namespace {

// Recursive descent; each level of precedence is a function that gives the index of its node.
class Parser
{
public:
    explicit Parser(std::string_view text) : m_text(text) { m_tree.text = text; }

    Result<Tree> parse()
    {
        auto whole = condition();
        skipSpace();
        if (whole && m_at < m_text.size())
            whole = unexpected("an operator");
        if (!whole)
            return std::unexpected(whole.error());
        return std::move(m_tree);
    }

private:
    using Parsed = Result<int>;

    std::unexpected<Error> fault(const std::string &what, std::size_t byte) const
    {
        return failure(Reason::InvalidParams,
                       what + " at column "
                           + std::to_string(columnOf(m_text, static_cast<int>(byte))) + ".",
                       "expression");
    }

    std::unexpected<Error> unexpected(const std::string &wanted) const
    {
        if (m_at >= m_text.size())
            return fault("It ends where " + wanted + " is needed,", m_at);
        std::size_t end = m_at + 1;
        while (end < m_text.size() && (static_cast<unsigned char>(m_text[end]) & 0xC0) == 0x80)
            ++end;
        return fault("There is \"" + std::string(m_text.substr(m_at, end - m_at)) + "\" where "
                         + wanted + " is needed,",
                     m_at);
    }

    void skipSpace()
    {
        while (m_at < m_text.size() && (m_text[m_at] == ' ' || m_text[m_at] == '\t'))
            ++m_at;
    }

    bool takes(std::string_view sign)
    {
        skipSpace();
        if (!m_text.substr(m_at).starts_with(sign))
            return false;
        m_at += sign.size();
        return true;
    }

    int add(Node node)
    {
        m_tree.nodes.push_back(node);
        return m_tree.root();
    }

    int join(Operation operation, int left, int right)
    {
        Node node{operation, 0, left, right, 0, 0};
        node.begin = m_tree.at(left).begin;
        node.end = m_tree.at(right).end;
        return add(node);
    }

    // A bare name is a condition: at least 1.
    Parsed asCondition(Parsed parsed)
    {
        if (!parsed || isCondition(m_tree.at(*parsed).operation))
            return parsed;
        const auto node = m_tree.at(*parsed);
        if (node.operation != Operation::Name) {
            return fault("A comparison is needed, as in \"" + partOf(node) + " >= 1\",",
                         static_cast<std::size_t>(node.begin));
        }
        const int one = add({Operation::Number, 1, -1, -1, node.begin, node.end});
        return join(Operation::GreaterEqual, *parsed, one);
    }

    Parsed asNumber(Parsed parsed) const
    {
        if (parsed && isCondition(m_tree.at(*parsed).operation)) {
            const auto &node = m_tree.at(*parsed);
            return fault("\"" + partOf(node) + "\" is no number, but one is needed",
                         static_cast<std::size_t>(node.begin));
        }
        return parsed;
    }

    std::string partOf(const Node &node) const
    {
        return m_tree.text.substr(static_cast<std::size_t>(node.begin),
                                  static_cast<std::size_t>(node.end - node.begin));
    }

    template <class Operand>
    Parsed series(std::string_view sign, Operation operation, Operand operand)
    {
        auto left = operand();
        while (left && takes(sign)) {
            left = asCondition(left);
            auto right = left ? asCondition(operand()) : left;
            left = right ? Parsed(join(operation, *left, *right)) : right;
        }
        return left;
    }

    Parsed condition() { return asCondition(alternatives()); }

    Parsed alternatives()
    {
        return series("|", Operation::Or, [this] { return all(); });
    }

    Parsed all()
    {
        return series("&", Operation::And, [this] { return negation(); });
    }

    Parsed negation()
    {
        skipSpace();
        if (m_at >= m_text.size() || m_text[m_at] != '!' || m_text.substr(m_at).starts_with("!="))
            return comparison();
        const auto begin = static_cast<int>(m_at++);
        const auto inner = deeper([this] { return asCondition(negation()); });
        if (!inner)
            return inner;
        return add({Operation::Not, 0, *inner, -1, begin, m_tree.at(*inner).end});
    }

    Parsed comparison()
    {
        auto left = sum();
        if (!left)
            return left;
        for (const auto &sign : comparisons) {
            if (!takes(sign.text))
                continue;
            left = asNumber(left);
            const auto right = left ? asNumber(sum()) : left;
            return right ? Parsed(join(sign.operation, *left, *right)) : right;
        }
        return left;
    }

    Parsed sum()
    {
        auto left = product();
        while (left) {
            const bool isPlus = takes("+");
            if (!isPlus && !takes("-"))
                break;
            left = asNumber(left);
            const auto right = left ? asNumber(product()) : left;
            left = right ? Parsed(join(isPlus ? Operation::Plus : Operation::Minus, *left, *right))
                         : right;
        }
        return left;
    }

    Parsed product()
    {
        auto left = factor();
        while (left && takes("*")) {
            left = asNumber(left);
            const auto right = left ? asNumber(factor()) : left;
            left = right ? Parsed(join(Operation::Times, *left, *right)) : right;
        }
        return left;
    }

    Parsed factor()
    {
        skipSpace();
        const auto begin = static_cast<int>(m_at);
        if (takes("-")) {
            const auto inner = deeper([this] { return asNumber(factor()); });
            if (!inner)
                return inner;
            return add({Operation::Negative, 0, *inner, -1, begin, m_tree.at(*inner).end});
        }
        if (!takes("("))
            return word();
        const auto inner = deeper([this] { return alternatives(); });
        if (inner && !takes(")"))
            return unexpected("\")\"");
        return inner;
    }

    template <class Inner>
    Parsed deeper(Inner inner)
    {
        if (m_depth == deepest)
            return fault("It is nested more than " + std::to_string(deepest) + " deep", m_at);
        ++m_depth;
        auto parsed = inner();
        --m_depth;
        return parsed;
    }

    // A number, or a name: "billing", "lang_de", "24h".
    Parsed word()
    {
        skipSpace();
        const auto begin = m_at;
        while (m_at < m_text.size() && isDigit(m_text[m_at]))
            ++m_at;
        const bool isName = m_at < m_text.size() && isNameStart(m_text[m_at]);
        if (isName)
            return name(begin);
        if (m_at == begin)
            return unexpected("a name or a number");
        std::int64_t number = 0;
        for (const char digit : m_text.substr(begin, m_at - begin)) {
            number = number * 10 + (digit - '0');
            if (number > largestNumber) {
                return fault("A number is larger than " + std::to_string(largestNumber), begin);
            }
        }
        return add(
            {Operation::Number, number, -1, -1, static_cast<int>(begin), static_cast<int>(m_at)});
    }

    int name(std::size_t begin)
    {
        while (m_at < m_text.size() && isNamePart(m_text[m_at]))
            ++m_at;
        const std::string text(m_text.substr(begin, m_at - begin));
        auto &names = m_tree.names;
        const auto known = std::ranges::find(names, text);
        const int index = static_cast<int>(known - names.begin());
        if (known == names.end())
            names.push_back(text);
        m_tree.mentions.push_back({text, columnOf(m_text, static_cast<int>(begin))});
        return add(
            {Operation::Name, 0, index, -1, static_cast<int>(begin), static_cast<int>(m_at)});
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    int m_depth = 0;
    Tree m_tree;
};

} // namespace

Result<Tree> parse(std::string_view text)
{
    if (text.size() > longestText) {
        return failure(Reason::InvalidParams,
                       "An expression has at most " + std::to_string(longestText) + " bytes.",
                       "expression");
    }
    return Parser(text).parse();
}

} // namespace tandem::expressions
