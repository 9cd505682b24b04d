// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tandem {

// Which interaction an externalId belongs to, for all that ever were: two numbers each, since they
// never end. Known by a hash of 63 bits that nobody can choose. Stored in pages of many, so that a
// start reads millions in a second. Not thread-safe.
class ExternalKeys
{
public:
    static constexpr std::size_t pageSize = 4096;

    static std::int64_t hashOf(std::string_view mediaType, std::string_view externalId);

    // None where it is not known.
    InteractionId find(std::int64_t hash) const;
    void add(std::int64_t hash, InteractionId id);
    void clear();
    std::size_t size() const { return m_count; }

    // All keys of a stored page; false where it is none.
    bool addPage(std::string_view page);
    // What is to be stored as the next page: the oldest keys that are in none, once there are
    // enough of them.
    std::optional<std::string> takePage();

private:
    struct Slot
    {
        std::uint64_t hash = 0;
        InteractionId id; // none: free
    };

    std::size_t placeOf(std::uint64_t hash) const;
    void put(const Slot &slot);
    void grow();

    std::vector<Slot> m_slots; // a power of two; open addressing, never more than 3/4 full
    std::size_t m_count = 0;
    std::vector<Slot> m_unpaged; // in the order in which they were added
};

} // namespace tandem
