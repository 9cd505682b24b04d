// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/tracehash.h"

#include <array>
#include <charconv>
#include <cstring>

namespace tandem {

void TraceHash::add(std::uint64_t number)
{
    m_state = (m_state ^ number) * 0x9e3779b97f4a7c15u;
    m_state ^= m_state >> 32;
}

void TraceHash::add(std::string_view text)
{
    add(text.size());
    for (; text.size() >= 8; text.remove_prefix(8)) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data(), 8);
        add(word);
    }
    std::uint64_t rest = 0;
    std::memcpy(&rest, text.data(), text.size());
    add(rest);
}

void TraceHash::add(const Write &write)
{
    // Addresses differ from run to run, the texts do not.
    const auto known = m_statements.find(write.statement);
    if (known == m_statements.end()) {
        TraceHash own;
        own.add(write.statement->sql);
        m_statements.emplace(write.statement, own.m_state);
        add(own.m_state);
    } else {
        add(known->second);
    }
    for (const auto &value : write.values) {
        add(value.index());
        if (const auto *number = std::get_if<std::int64_t>(&value))
            add(static_cast<std::uint64_t>(*number));
        else if (const auto *text = std::get_if<std::string>(&value))
            add(std::string_view(*text));
    }
}

std::string TraceHash::text() const
{
    std::array<char, 16> digits{};
    auto *end = std::to_chars(digits.data(), digits.data() + digits.size(), m_state, 16).ptr;
    const std::string written(digits.data(), end);
    return std::string(16 - written.size(), '0') + written;
}

} // namespace tandem
