// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/base_export.h"
#include "base/time.h"

#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace tandem {

// Text form of an id: 13 characters of Crockford's base 32, sortable like the number.
TANDEM_BASE_EXPORT std::string idToText(std::uint64_t value);
TANDEM_BASE_EXPORT std::optional<std::uint64_t> idFromText(std::string_view text);

// A globally unique id that sorts by the time of its making. Ids of different things are
// different types. Zero is "no id".
template <class Tag>
struct Id
{
    std::uint64_t value = 0;

    explicit operator bool() const { return value != 0; }
    auto operator<=>(const Id &) const = default;
    std::string text() const { return value ? idToText(value) : std::string(); }

    static std::optional<Id> fromText(std::string_view text)
    {
        if (const auto value = idFromText(text))
            return Id{*value};
        return std::nullopt;
    }
};

// Makes ids: 42 bits milliseconds since 2020, 8 bits node, 14 bits counter. Never goes back, even
// when the clock does. Core thread only.
class TANDEM_BASE_EXPORT IdSource
{
public:
    explicit IdSource(std::uint8_t node = 0) : m_node(node) {}

    // A number greater than each one given before.
    std::uint64_t next(UtcTime now);
    // All ids given at that time or later are at least this, unless the clock was set back.
    static std::uint64_t firstAt(UtcTime time);
    // After a start: no id at or below `value` is given any more.
    void skipTo(std::uint64_t value);

    template <class Tag>
    Id<Tag> make(UtcTime now)
    {
        return Id<Tag>{next(now)};
    }

private:
    std::uint64_t m_tick = 0;
    std::uint32_t m_counter = 0;
    std::uint8_t m_node;
};

} // namespace tandem

template <class Tag>
struct std::hash<tandem::Id<Tag>>
{
    std::size_t operator()(const tandem::Id<Tag> &id) const noexcept
    {
        return std::hash<std::uint64_t>()(id.value * 0x9e3779b97f4a7c15u);
    }
};
