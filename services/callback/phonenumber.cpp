// SPDX-License-Identifier: GPL-3.0-or-later
#include "callback/phonenumber.h"

namespace tandem {

namespace {

constexpr std::size_t fewestDigits = 6;
constexpr std::size_t mostDigits = 15;

bool isDigit(char c) { return c >= '0' && c <= '9'; }

bool isBetween(char c) { return std::string_view(" .-/()").contains(c); }

} // namespace

std::optional<std::string> phoneNumberIn(std::string_view text)
{
    std::string number;
    const auto isWhole = [&] {
        const auto digits = number.size() - (number.starts_with('+') ? 1 : 0);
        return digits >= fewestDigits && digits <= mostDigits;
    };
    for (const char c : text) {
        if (isDigit(c)) {
            number += c;
        } else if (c == '+') {
            if (isWhole())
                return number;
            number = "+";
        } else if (!isBetween(c)) {
            if (isWhole())
                return number;
            number.clear();
        }
    }
    return isWhole() ? std::optional(number) : std::nullopt;
}

} // namespace tandem
