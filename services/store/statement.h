// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "base/time.h"
#include "domain/names.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace tandem {

// A prepared SQL statement with `?` for its values. Constants, known by their address.
struct Statement
{
    std::string_view sql;
};

// Bytes of a content that others hold, too: a part of it goes to the store without a copy.
struct SqlBytes
{
    std::shared_ptr<const std::string> content;
    std::size_t offset = 0;
    std::size_t size = 0;

    std::string_view view() const { return std::string_view(*content).substr(offset, size); }
    bool operator==(const SqlBytes &other) const { return view() == other.view(); }
};

using SqlValue = std::variant<std::nullptr_t, std::int64_t, std::string, SqlBytes>;

inline SqlValue sql(SqlValue value) { return value; }
inline SqlValue sql(std::uint64_t value) { return static_cast<std::int64_t>(value); }
inline SqlValue sql(std::nullptr_t) { return nullptr; }
inline SqlValue sql(std::int64_t value) { return value; }
inline SqlValue sql(int value) { return std::int64_t(value); }
inline SqlValue sql(unsigned value) { return std::int64_t(value); }
inline SqlValue sql(SqlBytes value) { return value; }
inline SqlValue sql(bool value) { return std::int64_t(value); }
inline SqlValue sql(std::string value) { return value; }
inline SqlValue sql(std::string_view value) { return std::string(value); }
inline SqlValue sql(const char *value) { return std::string(value); }
inline SqlValue sql(UtcTime value) { return toMs(value); }

template <class Tag>
SqlValue sql(Id<Tag> id)
{
    return id ? SqlValue(static_cast<std::int64_t>(id.value)) : SqlValue(nullptr);
}

template <NamedEnum E>
SqlValue sql(E value)
{
    return std::string(nameOf(value));
}

template <class T>
SqlValue sql(const std::optional<T> &value)
{
    return value ? sql(*value) : SqlValue(nullptr);
}

// One statement with its values, on its way to a commit.
struct Write
{
    const Statement *statement;
    std::vector<SqlValue> values;
};

template <class... T>
Write write(const Statement &statement, const T &...values)
{
    return Write{&statement, {sql(values)...}};
}

// A row of an answer, column by column from 0; a null reads as 0 or empty.
class Row
{
public:
    virtual ~Row() = default;
    virtual bool isNull(int column) const = 0;
    virtual std::int64_t number(int column) const = 0;
    virtual std::string text(int column) const = 0;
    virtual std::string bytes(int column) const = 0;

    UtcTime time(int column) const { return utcFromMs(number(column)); }
    std::optional<UtcTime> maybeTime(int column) const
    {
        return isNull(column) ? std::nullopt : std::optional(time(column));
    }
    std::optional<std::string> maybeText(int column) const
    {
        return isNull(column) ? std::nullopt : std::optional(text(column));
    }
    template <class IdType>
    IdType id(int column) const
    {
        return IdType{static_cast<std::uint64_t>(number(column))};
    }
    template <NamedEnum E>
    E named(int column) const
    {
        return fromName<E>(text(column)).value_or(E{});
    }
};

} // namespace tandem
