// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/webaddress.h"

#include <algorithm>
#include <cctype>

namespace tandem {

namespace {

constexpr std::size_t longest = 2'000;

bool startsWithScheme(std::string_view text, std::string_view scheme)
{
    return text.size() > scheme.size()
           && std::equal(scheme.begin(), scheme.end(), text.begin(), [](char wanted, char given) {
                  return wanted == std::tolower(static_cast<unsigned char>(given));
              });
}

} // namespace

bool isWebAddress(std::string_view text)
{
    const bool isHttps = startsWithScheme(text, "https://");
    if (text.size() > longest || (!isHttps && !startsWithScheme(text, "http://")))
        return false;
    const bool isPlain = std::ranges::all_of(text, [](unsigned char c) {
        return c > 0x20 && c != 0x7F && c != '\\' && c != '"' && c != '<' && c != '>';
    });
    const auto rest = text.substr(isHttps ? 8 : 7);
    const auto authority = rest.substr(0, rest.find_first_of("/?#"));
    return isPlain && !authority.empty() && authority.front() != ':'
           && authority.find('@') == authority.npos;
}

} // namespace tandem
