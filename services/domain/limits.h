// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

// Sizes in bytes of UTF-8 and counts that every way into the system keeps to.
namespace tandem::limits {

inline constexpr std::size_t messageText = 16 * 1024;
inline constexpr std::size_t shortText = 256;      // names, subjects, codes, keys
inline constexpr std::size_t dataValue = 4 * 1024; // one value of attached data
inline constexpr std::size_t dataEntries = 100;
inline constexpr std::size_t note = 4 * 1024;
inline constexpr std::size_t password = 1024;
inline constexpr std::size_t snapshotEvents = 50;

} // namespace tandem::limits
