// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <type_traits>

namespace tandem {

// An enum with names gives them, in the order of its values from 0, by a function
// `namesOf(E)` beside it. These names stand on the wire and in the store and never change.
template <class E>
concept NamedEnum = std::is_enum_v<E> && requires(E e) { namesOf(e).size(); };

template <NamedEnum E>
constexpr std::string_view nameOf(E value)
{
    return namesOf(value)[static_cast<std::size_t>(value)];
}

template <NamedEnum E>
constexpr std::optional<E> fromName(std::string_view name)
{
    const auto names = namesOf(E{});
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == name)
            return static_cast<E>(i);
    }
    return std::nullopt;
}

} // namespace tandem
