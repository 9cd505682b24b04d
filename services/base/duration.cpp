// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/duration.h"

#include <charconv>
#include <utility>

namespace tandem {

namespace {

constexpr std::int64_t longestMs = 366LL * 24 * 3'600'000;
constexpr std::pair<std::string_view, std::int64_t> units[] = {
    {"", 1}, {"ms", 1}, {"s", 1'000}, {"m", 60'000}, {"h", 3'600'000}, {"d", 86'400'000}};

} // namespace

std::optional<Ms> durationFromText(std::string_view text)
{
    std::int64_t count = 0;
    const auto *end = text.data() + text.size();
    const auto [at, problem] = std::from_chars(text.data(), end, count);
    if (problem != std::errc() || count < 0)
        return std::nullopt;
    const std::string_view unit(at, end);
    for (const auto &[name, factor] : units) {
        if (unit == name && count <= longestMs / factor)
            return Ms(count * factor);
    }
    return std::nullopt;
}

} // namespace tandem
