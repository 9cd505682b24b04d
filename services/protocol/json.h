// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "base/result.h"
#include "base/time.h"
#include "domain/names.h"
#include "protocol/protocol_export.h"

#include <boost/describe.hpp>
#include <boost/json/value.hpp>
#include <boost/mp11.hpp>

#include <charconv>
#include <concepts>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Described structs to and from JSON (RFC 8259). Writing goes straight to text; reading goes
// through a parsed tree, because outside input is checked as a whole before any of it counts.
// Any thread.
namespace tandem::json {

using Object = boost::json::object;
using Value = boost::json::value;

// Appends `text` in quotes. `text` is UTF-8.
TANDEM_PROTOCOL_EXPORT void writeString(std::string &out, std::string_view text);
// Parses one document, at most 32 deep; `invalid_params` says what is wrong and at which byte.
TANDEM_PROTOCOL_EXPORT Result<Value> parse(std::string_view text);
TANDEM_PROTOCOL_EXPORT std::unexpected<Error> wrongType(const std::string &field,
                                                        std::string_view wanted);
TANDEM_PROTOCOL_EXPORT std::unexpected<Error> missing(const std::string &field);

template <class T>
concept Described = std::is_class_v<T> && boost::describe::has_describe_members<T>::value;

template <class T>
inline constexpr bool isOptional = false;
template <class T>
inline constexpr bool isOptional<std::optional<T>> = true;
template <class T>
inline constexpr bool isVector = false;
template <class T>
inline constexpr bool isVector<std::vector<T>> = true;
template <class T>
inline constexpr bool isMap = false;
template <class T>
inline constexpr bool isMap<std::map<std::string, T>> = true;
template <class T>
inline constexpr bool isId = false;
template <class Tag>
inline constexpr bool isId<Id<Tag>> = true;

template <class T>
using Members = boost::describe::describe_members<T, boost::describe::mod_public
                                                         | boost::describe::mod_inherited>;

template <class T>
void write(std::string &out, const T &value)
{
    if constexpr (std::same_as<T, bool>) {
        out += value ? "true" : "false";
    } else if constexpr (std::integral<T> || std::floating_point<T>) {
        char digits[32];
        out.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
    } else if constexpr (std::convertible_to<T, std::string_view>) {
        writeString(out, value);
    } else if constexpr (NamedEnum<T>) {
        writeString(out, nameOf(value));
    } else if constexpr (std::same_as<T, UtcTime>) {
        writeString(out, toIso(value));
    } else if constexpr (isId<T>) {
        writeString(out, value.text());
    } else if constexpr (isOptional<T>) {
        write(out, *value);
    } else if constexpr (isVector<T>) {
        out += '[';
        for (const char *comma = ""; const auto &entry : value) {
            out += comma;
            write(out, entry);
            comma = ",";
        }
        out += ']';
    } else if constexpr (isMap<T>) {
        out += '{';
        for (const char *comma = ""; const auto &[key, entry] : value) {
            out += comma;
            writeString(out, key);
            out += ':';
            write(out, entry);
            comma = ",";
        }
        out += '}';
    } else {
        static_assert(Described<T>, "describe the struct with BOOST_DESCRIBE_STRUCT");
        out += '{';
        const char *comma = "";
        boost::mp11::mp_for_each<Members<T>>([&](auto member) {
            const auto &field = value.*member.pointer;
            if constexpr (isOptional<std::remove_cvref_t<decltype(field)>>) {
                if (!field)
                    return;
            }
            out += comma;
            out += '"';
            out += member.name;
            out += "\":";
            write(out, field);
            comma = ",";
        });
        out += '}';
    }
}

template <class T>
std::string toText(const T &value)
{
    std::string out;
    write(out, value);
    return out;
}

template <class T>
Result<void> read(const Value &from, T &into, const std::string &field);

template <Described T>
Result<void> readMembers(const Value &from, T &into, const std::string &field)
{
    const auto *object = from.if_object();
    if (!object)
        return wrongType(field, "an object");
    Result<void> result;
    boost::mp11::mp_for_each<Members<T>>([&](auto member) {
        if (!result)
            return;
        auto &target = into.*member.pointer;
        using Field = std::remove_cvref_t<decltype(target)>;
        const std::string path = field.empty() ? member.name : field + '.' + member.name;
        const auto *entry = object->if_contains(member.name);
        if (entry && !(entry->is_null() && isOptional<Field>))
            result = read(*entry, target, path);
        else if constexpr (!isOptional<Field> && !isVector<Field> && !isMap<Field>)
            result = missing(path);
    });
    return result;
}

// Fills `into`; `field` is the path for error messages. Optional members and lists may be absent.
template <class T>
Result<void> read(const Value &from, T &into, const std::string &field)
{
    if constexpr (std::same_as<T, bool>) {
        if (!from.is_bool())
            return wrongType(field, "true or false");
        into = from.as_bool();
    } else if constexpr (std::integral<T>) {
        boost::system::error_code error;
        into = from.to_number<T>(error);
        if (error)
            return wrongType(field, "a whole number in range");
    } else if constexpr (std::floating_point<T>) {
        boost::system::error_code error;
        into = from.to_number<T>(error);
        if (error)
            return wrongType(field, "a number");
    } else if constexpr (isOptional<T>) {
        return read(from, into.emplace(), field);
    } else if constexpr (isVector<T>) {
        if (!from.is_array())
            return wrongType(field, "a list");
        for (const auto &entry : from.get_array()) {
            if (auto result = read(entry, into.emplace_back(), field); !result)
                return result;
        }
    } else if constexpr (isMap<T>) {
        if (!from.is_object())
            return wrongType(field, "an object");
        for (const auto &[key, entry] : from.get_object()) {
            if (std::string_view(key).find('\0') != std::string_view::npos)
                return wrongType(field, "an object whose names have no NUL characters (U+0000)");
            if (auto result = read(entry, into[std::string(key)], field + '.' + std::string(key));
                !result)
                return result;
        }
    } else if constexpr (Described<T>) {
        return readMembers(from, into, field);
    } else {
        const auto *text = from.if_string();
        if (!text)
            return wrongType(field, "a text");
        const std::string_view view(text->data(), text->size());
        if constexpr (std::same_as<T, std::string>) {
            // PostgreSQL keeps no text with one.
            if (view.find('\0') != view.npos)
                return wrongType(field, "a text without NUL characters (U+0000)");
            into = view;
        } else if constexpr (NamedEnum<T>) {
            const auto named = fromName<T>(view);
            if (!named)
                return wrongType(field, "one of the known names");
            into = *named;
        } else if constexpr (std::same_as<T, UtcTime>) {
            const auto time = fromIso(view);
            if (!time)
                return wrongType(field, "a time like 2026-01-31T09:05:00.000Z");
            into = *time;
        } else {
            static_assert(isId<T>);
            const auto id = T::fromText(view);
            // An id of no known form names nothing; it is answered like one that is not there.
            into = id.value_or(T{});
        }
    }
    return {};
}

template <class T>
Result<T> fromValue(const Value &value)
{
    T result{};
    if (auto done = read(value, result, {}); !done)
        return std::unexpected(done.error());
    return result;
}

template <class T>
Result<T> fromText(std::string_view text)
{
    auto value = parse(text);
    if (!value)
        return std::unexpected(value.error());
    return fromValue<T>(*value);
}

} // namespace tandem::json
