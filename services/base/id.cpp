// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/id.h"

#include <algorithm>
#include <array>

namespace tandem {

namespace {

constexpr std::string_view alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr std::size_t textLength = 13;
constexpr std::int64_t epochMs = 1577836800000; // 2020-01-01T00:00:00Z
constexpr std::uint32_t counterLimit = 1u << 14;

} // namespace

std::string idToText(std::uint64_t value)
{
    std::string text(textLength, '0');
    for (std::size_t i = textLength; i-- > 0; value >>= 5)
        text[i] = alphabet[value & 31];
    return text;
}

std::optional<std::uint64_t> idFromText(std::string_view text)
{
    if (text.size() != textLength || alphabet.find(text.front()) > 15)
        return std::nullopt;
    std::uint64_t value = 0;
    for (const char c : text) {
        const auto digit = alphabet.find(c);
        if (digit == std::string_view::npos)
            return std::nullopt;
        value = (value << 5) | digit;
    }
    return value;
}

std::uint64_t IdSource::next(UtcTime now)
{
    const auto tick = static_cast<std::uint64_t>(std::max<std::int64_t>(1, toMs(now) - epochMs));
    if (tick > m_tick) {
        m_tick = tick;
        m_counter = 0;
    } else if (++m_counter == counterLimit) {
        ++m_tick;
        m_counter = 0;
    }
    return (m_tick << 22) | (std::uint64_t(m_node) << 14) | m_counter;
}

std::uint64_t IdSource::firstAt(UtcTime time)
{
    return static_cast<std::uint64_t>(std::max<std::int64_t>(0, toMs(time) - epochMs)) << 22;
}

void IdSource::skipTo(std::uint64_t value)
{
    if ((value >> 22) < m_tick)
        return;
    m_tick = value >> 22;
    m_counter = counterLimit - 1;
}

} // namespace tandem
