// SPDX-License-Identifier: GPL-3.0-or-later
#include "load/wire.h"

#include <cctype>
#include <charconv>
#include <optional>

namespace tandem::load {

namespace {

constexpr std::string_view hexDigits = "0123456789ABCDEF";
constexpr char fence = '~';

void appendEscaped(std::string &into, char character)
{
    const auto code = static_cast<unsigned char>(character);
    if (code >= 0x20) {
        if (character == '"' || character == '\\')
            into += '\\';
        into += character;
        return;
    }
    into += "\\u00";
    into += hexDigits[code >> 4];
    into += hexDigits[code & 15];
}

std::optional<std::uint32_t> takeNumber(std::string_view &text, char end)
{
    std::uint32_t number = 0;
    const auto [at, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem != std::errc() || at == text.data() + text.size() || *at != end)
        return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(at - text.data()) + 1);
    return number;
}

// What follows a fence, if it is a mark.
std::optional<Mark> markAt(std::string_view text)
{
    if (text.empty() || (text.front() != 'c' && text.front() != 'a'))
        return std::nullopt;
    const auto side = static_cast<Side>(text.front());
    text.remove_prefix(1);
    const auto conversation = takeNumber(text, '.');
    const auto number = conversation ? takeNumber(text, fence) : std::nullopt;
    return number ? std::optional(Mark{side, *conversation, *number}) : std::nullopt;
}

} // namespace

std::string quoted(std::string_view text)
{
    std::string result = "\"";
    for (const char character : text)
        appendEscaped(result, character);
    return result += '"';
}

std::string formEncoded(std::string_view text)
{
    std::string result;
    result.reserve(text.size() * 2);
    for (const char character : text) {
        const auto code = static_cast<unsigned char>(character);
        if (std::isalnum(code) != 0 || character == '-' || character == '.' || character == '~') {
            result += character;
        } else {
            result += '%';
            result += hexDigits[code >> 4];
            result += hexDigits[code & 15];
        }
    }
    return result;
}

std::string_view memberOf(std::string_view json, std::string_view name, std::size_t from)
{
    std::string key = "\"";
    key.append(name).append("\":");
    const auto at = json.find(key, from);
    if (at == json.npos)
        return {};
    auto value = json.substr(at + key.size());
    if (!value.starts_with('"'))
        return value.substr(0, value.find_first_of(",}]"));
    value.remove_prefix(1);
    std::size_t end = 0;
    while (end < value.size() && value[end] != '"')
        end += value[end] == '\\' ? 2 : 1;
    return value.substr(0, end);
}

std::string written(const Mark &mark)
{
    std::string text{fence, static_cast<char>(mark.side)};
    text += std::to_string(mark.conversation) + '.' + std::to_string(mark.number);
    return text += fence;
}

void forEachMark(std::string_view json, const std::function<void(const Mark &)> &seen)
{
    for (auto at = json.find(fence); at != json.npos; at = json.find(fence, at + 1)) {
        if (const auto mark = markAt(json.substr(at + 1)))
            seen(*mark);
    }
}

} // namespace tandem::load
