// SPDX-License-Identifier: GPL-3.0-or-later
#include "openmedia/externalkeys.h"

#include "base/hash.h"

#include <string>
#include <utility>

namespace tandem {

std::int64_t ExternalKeys::hashOf(std::string_view mediaType, std::string_view externalId)
{
    // A media type's id holds no line feed.
    return keyHash(std::string(mediaType) + '\n' + std::string(externalId));
}

// The hash is evenly spread as it is. There is always a free slot to stop at.
std::size_t ExternalKeys::placeOf(std::uint64_t hash) const
{
    const auto mask = m_slots.size() - 1;
    auto place = static_cast<std::size_t>(hash) & mask;
    while (m_slots[place].id && m_slots[place].hash != hash)
        place = (place + 1) & mask;
    return place;
}

InteractionId ExternalKeys::find(std::int64_t hash) const
{
    if (m_slots.empty())
        return {};
    return m_slots[placeOf(static_cast<std::uint64_t>(hash))].id;
}

void ExternalKeys::add(std::int64_t hash, InteractionId id)
{
    if ((m_count + 1) * 4 > m_slots.size() * 3)
        grow();
    auto &slot = m_slots[placeOf(static_cast<std::uint64_t>(hash))];
    m_count += slot.id ? 0 : 1;
    slot = {static_cast<std::uint64_t>(hash), id};
}

void ExternalKeys::grow()
{
    const auto before =
        std::exchange(m_slots, std::vector<Slot>(m_slots.empty() ? 64 : m_slots.size() * 2));
    for (const auto &slot : before) {
        if (slot.id)
            m_slots[placeOf(slot.hash)] = slot;
    }
}

void ExternalKeys::clear()
{
    m_slots.clear();
    m_count = 0;
}

} // namespace tandem
