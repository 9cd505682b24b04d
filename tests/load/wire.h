// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

// Just enough of the wire to make requests and to find what matters in answers, without building
// a tree of each: the generator shares its processors with the server that it measures.
namespace tandem::load {

// `text` as a JSON string, with its quotes.
std::string quoted(std::string_view text);
// `text` for a form's body (application/x-www-form-urlencoded).
std::string formEncoded(std::string_view text);

// The value of the first member of that name behind `from`: a string without its quotes (escapes
// stay), a number, a word. Empty where there is none. Quotes inside of strings are escaped on the
// wire, so that no text of a customer can look like a member.
std::string_view memberOf(std::string_view json, std::string_view name, std::size_t from = 0);

enum class Side : char { Customer = 'c', Agent = 'a' };

// At the end of every text: who said it, and which of that chat's messages it is.
struct Mark
{
    Side side;
    std::uint32_t conversation;
    std::uint32_t number; // 1, 2, 3 ... of that side

    friend bool operator==(const Mark &, const Mark &) = default;
};

std::string written(const Mark &mark);
// Every mark in it, in order.
void forEachMark(std::string_view json, const std::function<void(const Mark &)> &seen);

} // namespace tandem::load
