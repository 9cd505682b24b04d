// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <unordered_map>

namespace tandem::statistics {

inline constexpr std::uint32_t noNumber = std::numeric_limits<std::uint32_t>::max();

// Gives each key a small number, from 0, at first sight. Core thread.
template <class Key>
class Names
{
public:
    std::uint32_t number(const Key &key)
    {
        return m_numbers.try_emplace(key, static_cast<std::uint32_t>(m_numbers.size()))
            .first->second;
    }
    // noNumber where it was never seen.
    std::uint32_t find(const Key &key) const
    {
        const auto found = m_numbers.find(key);
        return found == m_numbers.end() ? noNumber : found->second;
    }

private:
    std::unordered_map<Key, std::uint32_t> m_numbers;
};

} // namespace tandem::statistics
