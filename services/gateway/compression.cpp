// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/compression.h"

#include "gateway/httpsyntax.h"

#include <zlib.h>

#include <algorithm>

namespace tandem::gateway {

std::string gzipped(std::string_view content)
{
    constexpr int gzipFormat = 16; // added to the window bits
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, MAX_WBITS + gzipFormat, 9,
                     Z_DEFAULT_STRATEGY)
        != Z_OK)
        return {};
    std::string out(deflateBound(&stream, content.size()), '\0');
    // zlib's interface is older than const.
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(content.data()));
    stream.avail_in = static_cast<uInt>(content.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int result = deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return result == Z_STREAM_END ? out : std::string();
}

bool acceptsGzip(std::string_view field)
{
    while (!field.empty()) {
        const auto end = std::min(field.find(','), field.size());
        const auto entry = field.substr(0, end);
        field.remove_prefix(std::min(end + 1, field.size()));
        const auto semicolon = std::min(entry.find(';'), entry.size());
        const auto coding = trimmed(entry.substr(0, semicolon));
        if (!equalIgnoringCase(coding, "gzip") && coding != "*")
            continue;
        // "q=0", "q=0.0" and the like refuse it.
        const auto weight = entry.substr(semicolon);
        const auto q = weight.find("q=");
        return q == weight.npos || weight.find_first_of("123456789", q) != weight.npos;
    }
    return false;
}

} // namespace tandem::gateway
