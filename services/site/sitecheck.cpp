// SPDX-License-Identifier: GPL-3.0-or-later
#include "site/sitecheck.h"

#include <algorithm>

namespace tandem {

bool isSiteId(std::string_view text)
{
    return !text.empty() && text.size() <= 64 && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
               || c == '.' || c == '-' || c == '_' || c == '@';
    });
}

} // namespace tandem
