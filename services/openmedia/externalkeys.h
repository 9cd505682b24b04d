// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace tandem {

// Which interaction an externalId belongs to, for all that ever were: two numbers each, since they
// never end. Known by a hash of 63 bits that nobody can choose. Not thread-safe.
class ExternalKeys
{
public:
    static std::int64_t hashOf(std::string_view mediaType, std::string_view externalId);

    // None where it is not known.
    InteractionId find(std::int64_t hash) const;
    void add(std::int64_t hash, InteractionId id);
    void clear();
    std::size_t size() const { return m_count; }

private:
    struct Slot
    {
        std::uint64_t hash = 0;
        InteractionId id; // none: free
    };

    std::size_t placeOf(std::uint64_t hash) const;
    void grow();

    std::vector<Slot> m_slots; // a power of two; open addressing, never more than 3/4 full
    std::size_t m_count = 0;
};

} // namespace tandem
