// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/statement.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace tandem {

// 64 bits over everything that a core decided, in order: equal where two runs decided alike. No
// protection against forgery.
class TraceHash
{
public:
    void add(const Write &write);
    void add(std::string_view text);
    void add(std::uint64_t number);
    std::string text() const; // 16 hexadecimal digits

private:
    std::uint64_t m_state = 0x243f6a8885a308d3u;
    std::unordered_map<const Statement *, std::uint64_t> m_statements; // by address, of their text
};

} // namespace tandem
