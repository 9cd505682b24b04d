// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/httpsyntax.h"

#include <algorithm>
#include <charconv>

namespace tandem::gateway {

namespace {

bool isDigit(unsigned char c) { return c >= '0' && c <= '9'; }
bool isAlpha(unsigned char c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; }

bool isOneOf(unsigned char c, std::string_view set) { return set.find(char(c)) != set.npos; }

bool isRegisteredName(std::string_view name)
{
    for (std::size_t i = 0; i < name.size(); ++i) {
        const auto c = static_cast<unsigned char>(name[i]);
        if (c == '%') {
            if (i + 2 >= name.size() || hexValue(name[i + 1]) < 0 || hexValue(name[i + 2]) < 0)
                return false;
            i += 2;
        } else if (!isAlpha(c) && !isDigit(c) && !isOneOf(c, "-._~!$&'()*+,;=")) {
            return false;
        }
    }
    return !name.empty();
}

bool isBracketed(std::string_view address)
{
    return address.size() >= 2 && std::ranges::all_of(address, [](unsigned char c) {
               return hexValue(c) >= 0 || isOneOf(c, ":.");
           });
}

bool isPort(std::string_view port)
{
    const auto value = decimal(port);
    return port.empty() || (value && *value <= 65535);
}

// Length of a UTF-8 sequence by its first byte, and the bounds of the second (Unicode table 3-7).
struct Lead
{
    int length;
    unsigned char low;
    unsigned char high;
};

Lead leadOf(unsigned char c)
{
    if (c < 0x80)
        return {1, 0, 0};
    if (c >= 0xC2 && c <= 0xDF)
        return {2, 0x80, 0xBF};
    if (c >= 0xE0 && c <= 0xEF) {
        return {3, static_cast<unsigned char>(c == 0xE0 ? 0xA0 : 0x80),
                static_cast<unsigned char>(c == 0xED ? 0x9F : 0xBF)};
    }
    if (c >= 0xF0 && c <= 0xF4) {
        return {4, static_cast<unsigned char>(c == 0xF0 ? 0x90 : 0x80),
                static_cast<unsigned char>(c == 0xF4 ? 0x8F : 0xBF)};
    }
    return {0, 0, 0};
}

} // namespace

int hexValue(unsigned char c)
{
    if (isDigit(c))
        return c - '0';
    c |= 32;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool isTokenChar(unsigned char c)
{
    return isAlpha(c) || isDigit(c) || isOneOf(c, "!#$%&'*+-.^_`|~");
}

bool isToken(std::string_view text)
{
    return !text.empty()
           && std::ranges::all_of(text, [](unsigned char c) { return isTokenChar(c); });
}

bool isFieldChar(unsigned char c) { return c == '\t' || (c >= 0x20 && c != 0x7F); }

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t");
    if (first == text.npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; }

std::string lowered(std::string_view text)
{
    std::string out(text);
    std::ranges::transform(out, out.begin(), lower);
    return out;
}

bool equalIgnoringCase(std::string_view a, std::string_view b)
{
    return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

bool isHost(std::string_view text)
{
    if (text.starts_with('[')) {
        const auto end = text.find(']');
        if (end == text.npos || !isBracketed(text.substr(1, end - 1)))
            return false;
        const auto rest = text.substr(end + 1);
        return rest.empty() || (rest.starts_with(':') && isPort(rest.substr(1)));
    }
    const auto colon = text.find(':');
    if (colon == text.npos)
        return isRegisteredName(text);
    return isRegisteredName(text.substr(0, colon)) && isPort(text.substr(colon + 1));
}

bool isTarget(std::string_view target, std::string_view method)
{
    const bool visible = std::ranges::all_of(
        target, [](unsigned char c) { return c > 0x20 && c < 0x7F && c != '#'; });
    if (target.empty() || !visible)
        return false;
    if (target == "*")
        return method == "OPTIONS";
    if (target.starts_with('/'))
        return true;
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (!equalIgnoringCase(target.substr(0, scheme.size()), scheme))
            continue;
        const auto rest = target.substr(scheme.size());
        return isHost(rest.substr(0, rest.find_first_of("/?")));
    }
    return false;
}

std::optional<std::uint64_t> decimal(std::string_view text)
{
    std::uint64_t value = 0;
    if (text.empty() || !std::ranges::all_of(text, [](unsigned char c) { return isDigit(c); }))
        return std::nullopt;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc())
        return std::nullopt;
    return value;
}

bool listHas(std::string_view list, std::string_view token)
{
    while (!list.empty()) {
        const auto comma = std::min(list.find(','), list.size());
        if (equalIgnoringCase(trimmed(list.substr(0, comma)), token))
            return true;
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return false;
}

std::optional<std::string> percentDecoded(std::string_view text, Plus plus)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%') {
            if (i + 2 >= text.size())
                return std::nullopt;
            const int high = hexValue(text[i + 1]);
            const int low = hexValue(text[i + 2]);
            if (high < 0 || low < 0)
                return std::nullopt;
            out += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            out += text[i] == '+' && plus == Plus::Space ? ' ' : text[i];
        }
    }
    return out;
}

bool isUtf8(std::string_view text)
{
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = leadOf(static_cast<unsigned char>(text[i]));
        if (lead.length == 0 || i + lead.length > text.size())
            return false;
        for (int k = 1; k < lead.length; ++k) {
            const auto c = static_cast<unsigned char>(text[i + k]);
            const auto low = k == 1 ? lead.low : 0x80;
            const auto high = k == 1 ? lead.high : 0xBF;
            if (c < low || c > high)
                return false;
        }
        i += lead.length;
    }
    return true;
}

} // namespace tandem::gateway
