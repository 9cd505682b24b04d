// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pathparts.h"

#include "gateway/httpsyntax.h"

#include <algorithm>

namespace tandem::gateway {

std::optional<std::vector<std::string>> pathParts(std::string_view path, std::string_view prefix)
{
    if (!path.starts_with(prefix))
        return std::nullopt;
    path.remove_prefix(prefix.size());
    std::vector<std::string> parts;
    while (!path.empty()) {
        const auto end = std::min(path.find('/'), path.size());
        auto part = percentDecoded(path.substr(0, end));
        if (!part || part->empty() || !isUtf8(*part) || part->contains('\0'))
            return std::nullopt;
        parts.push_back(*std::move(part));
        path.remove_prefix(std::min(end + 1, path.size()));
    }
    return parts;
}

} // namespace tandem::gateway
