// SPDX-License-Identifier: GPL-3.0-or-later
#include "prometheusreader.h"

#include <charconv>
#include <cmath>

namespace tandem::test {

namespace {

bool isNameBegin(char c) { return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Takes a name off the front; empty where there is none. Colons are for recording rules only.
std::string takeName(std::string_view &rest)
{
    std::size_t length = 0;
    while (length < rest.size()
           && (isNameBegin(rest[length])
               || (length > 0 && rest[length] >= '0' && rest[length] <= '9')))
        ++length;
    std::string name(rest.substr(0, length));
    rest.remove_prefix(length);
    return name;
}

bool takeChar(std::string_view &rest, char c)
{
    if (rest.empty() || rest.front() != c)
        return false;
    rest.remove_prefix(1);
    return true;
}

} // namespace

std::string PrometheusReader::read(std::string_view text)
{
    for (int number = 1; !text.empty(); ++number) {
        const auto end = text.find('\n');
        if (end == std::string_view::npos)
            return "the last line does not end";
        if (auto wrong = readLine(text.substr(0, end)); !wrong.empty())
            return "line " + std::to_string(number) + ": " + wrong;
        text.remove_prefix(end + 1);
    }
    for (const auto &[family, type] : m_types) {
        if (!m_helped.contains(family))
            return family + " has no help";
    }
    return {};
}

std::string PrometheusReader::readLine(std::string_view line)
{
    for (const char c : line) {
        if (static_cast<unsigned char>(c) < ' ')
            return "a control character";
    }
    return line.starts_with('#') ? readComment(line) : readSample(line);
}

std::string PrometheusReader::begin(const std::string &family)
{
    if (family.empty())
        return "no name";
    if (family == m_family)
        return {};
    if (m_over.contains(family))
        return family + " is in pieces";
    m_over.insert(m_family);
    m_family = family;
    return {};
}

std::string PrometheusReader::readComment(std::string_view line)
{
    const bool isHelp = line.starts_with("# HELP ");
    if (!isHelp && !line.starts_with("# TYPE "))
        return "a comment that is neither HELP nor TYPE";
    line.remove_prefix(7);
    const auto family = takeName(line);
    if (auto wrong = begin(family); !wrong.empty())
        return wrong;
    if (!takeChar(line, ' ') || line.empty())
        return "nothing said of " + family;
    if (isHelp)
        return m_helped.insert(family).second ? std::string() : "two helps of " + family;
    if (line != "counter" && line != "gauge")
        return "unknown type " + std::string(line);
    if (!m_types.emplace(family, line).second)
        return "two types of " + family;
    if (line == "counter" && !family.ends_with("_total"))
        return "a counter that is not named _total: " + family;
    return {};
}

std::string PrometheusReader::readLabels(std::string_view &rest)
{
    std::set<std::string> names;
    do {
        const auto name = takeName(rest);
        if (name.empty() || name.starts_with("__") || !names.insert(name).second)
            return "a label's name";
        if (!takeChar(rest, '=') || !takeChar(rest, '"'))
            return "a label's value is not in quotes";
        while (!rest.empty() && rest.front() != '"') {
            const bool isEscape = takeChar(rest, '\\');
            if (rest.empty() || (isEscape && !std::string_view("\\n\"").contains(rest.front())))
                return "an unknown escape";
            rest.remove_prefix(1);
        }
        if (!takeChar(rest, '"'))
            return "a label's value does not end";
    } while (takeChar(rest, ','));
    return takeChar(rest, '}') ? std::string() : "labels do not end";
}

std::string PrometheusReader::readSample(std::string_view line)
{
    auto rest = line;
    const auto family = takeName(rest);
    if (auto wrong = begin(family); !wrong.empty())
        return wrong;
    if (!m_types.contains(family))
        return family + " has no type";
    if (takeChar(rest, '{')) {
        if (auto wrong = readLabels(rest); !wrong.empty())
            return wrong;
    }
    const std::string key(line.substr(0, line.size() - rest.size()));
    if (!takeChar(rest, ' '))
        return "no blank before the value";
    double value = 0;
    const auto [stop, error] = std::from_chars(rest.data(), rest.data() + rest.size(), value);
    if (error != std::errc() || stop != rest.data() + rest.size())
        return "no number: " + std::string(rest);
    if (m_types[family] == "counter" && !(value >= 0))
        return "a counter below zero";
    return m_samples.emplace(key, value).second ? std::string() : "twice: " + key;
}

} // namespace tandem::test
