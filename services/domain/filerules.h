// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

// What holds for files where a company's rules name nothing else, and the bounds of those rules.
// Sizes in bytes.
namespace tandem::filerules {

inline constexpr std::string_view types =
    "jpg:jpeg:png:gif:webp:pdf:txt:doc:docx:xls:xlsx:odt:ods:csv:zip";
inline constexpr std::int64_t maxBytes = 10 * 1024 * 1024;
inline constexpr std::int64_t totalBytes = 50 * 1024 * 1024;
inline constexpr int most = 10;
inline constexpr std::int64_t keptMs = 30LL * 24 * 60 * 60 * 1000;

inline constexpr std::int64_t highestMaxBytes = 25 * 1024 * 1024;
inline constexpr std::int64_t highestTotalBytes = 1024 * 1024 * 1024;
inline constexpr int highestMost = 1000;

inline constexpr std::size_t chunk = 128 * 1024; // pieces that a content is kept in
inline constexpr std::size_t part = 512 * 1024;  // at most, of one request that carries some
inline constexpr int downloads = 1000;           // of a customer in a chat, since the start

} // namespace tandem::filerules
