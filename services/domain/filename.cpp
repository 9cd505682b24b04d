// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/filename.h"

#include <algorithm>
#include <array>

namespace tandem {

namespace {

constexpr std::size_t longestEnding = 32;
constexpr std::string_view unnamed = "file";

bool isContinuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// C0, DEL, C1 (two bytes in UTF-8), and what Unicode's bidirectional algorithm (UAX 9) and line
// breaking obey: all three bytes long but for U+061C.
std::size_t unwantedLength(std::string_view rest)
{
    const auto first = static_cast<unsigned char>(rest[0]);
    if (first < 0x20 || first == 0x7F)
        return 1;
    static constexpr std::array<std::string_view, 17> signs{
        "\u061C", "\u200B", "\u200E", "\u200F", "\u2028", "\u2029", "\u202A", "\u202B", "\u202C",
        "\u202D", "\u202E", "\u2060", "\u2066", "\u2067", "\u2068", "\u2069", "\uFEFF"};
    for (const auto sign : signs) {
        if (rest.starts_with(sign))
            return sign.size();
    }
    const bool isC1 =
        first == 0xC2 && rest.size() > 1 && static_cast<unsigned char>(rest[1]) < 0xA0;
    return isC1 ? 2 : 0;
}

std::string withoutUnwanted(std::string_view text)
{
    std::string clean;
    while (!text.empty()) {
        const auto unwanted = unwantedLength(text);
        if (!unwanted)
            clean += text[0];
        text.remove_prefix(std::max<std::size_t>(unwanted, 1));
    }
    return clean;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lowerCase(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(), lower);
    return result;
}

bool isDevice(std::string_view name)
{
    static constexpr std::array<std::string_view, 6> devices{"con", "prn", "aux",
                                                             "nul", "com", "lpt"};
    const auto stem = lowerCase(name.substr(0, name.find('.')));
    const auto base = std::string_view(stem).substr(0, 3);
    const bool isNumbered = stem.size() == 4 && stem[3] >= '0' && stem[3] <= '9';
    const bool isPort = base == "com" || base == "lpt";
    return std::ranges::find(devices, base) != devices.end()
           && (isPort ? isNumbered : stem.size() == 3);
}

std::string shortened(std::string name, std::size_t longest)
{
    if (name.size() <= longest)
        return name;
    auto ending = fileEnding(name);
    ending = ending.empty() || ending.size() > longestEnding
                 ? std::string()
                 : name.substr(name.size() - ending.size() - 1);
    auto end = longest - ending.size();
    while (end > 0 && isContinuation(name[end]))
        --end;
    end = std::string_view(name).substr(0, end).find_last_not_of(". ") + 1;
    return name.substr(0, end) + ending;
}

// RFC 8187 section 3.2.1, attr-char.
bool isPlain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
           || std::string_view("!#$&+-.^_`|~").find(c) != std::string_view::npos;
}

} // namespace

std::string safeFileName(std::string_view name, std::size_t longest)
{
    auto clean = withoutUnwanted(name);
    if (const auto slash = clean.find_last_of("/\\"); slash != std::string::npos)
        clean.erase(0, slash + 1);
    // What other systems read as a drive, a stream, a pattern or a command.
    std::ranges::replace_if(
        clean,
        [](char c) { return std::string_view(":*?\"<>|").find(c) != std::string_view::npos; }, '_');
    const auto first = clean.find_first_not_of(". ");
    clean.erase(0, std::min(first, clean.size()));
    clean.erase(clean.find_last_not_of(". ") + 1);
    if (clean.empty())
        return std::string(unnamed);
    if (isDevice(clean))
        clean.insert(0, 1, '_');
    return shortened(std::move(clean), longest);
}

std::string fileEnding(std::string_view name)
{
    const auto dot = name.rfind('.');
    return dot == name.npos ? std::string() : lowerCase(name.substr(dot + 1));
}

std::string attachmentDisposition(std::string_view name)
{
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string plain;
    std::string encoded;
    for (const char c : name) {
        const bool isSafe = isPlain(c) || c == ' ';
        if (isSafe)
            plain += c;
        else if (!isContinuation(c))
            plain += '_';
        if (isPlain(c)) {
            encoded += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            encoded += {'%', digits[byte >> 4], digits[byte & 15]};
        }
    }
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
}

} // namespace tandem
