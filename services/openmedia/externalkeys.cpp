// SPDX-License-Identifier: GPL-3.0-or-later
#include "openmedia/externalkeys.h"

#include "base/hash.h"

#include <charconv>
#include <utility>

namespace tandem {

namespace {

constexpr std::size_t digits = 16; // of a number in hexadecimal

void writeNumber(std::string &out, std::uint64_t number)
{
    static constexpr char hex[] = "0123456789abcdef";
    for (int shift = 60; shift >= 0; shift -= 4)
        out += hex[(number >> shift) & 15];
}

std::optional<std::uint64_t> numberFrom(std::string_view text)
{
    std::uint64_t number = 0;
    const auto *end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, number, 16);
    return error == std::errc() && stopped == end ? std::optional(number) : std::nullopt;
}

} // namespace

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

void ExternalKeys::put(const Slot &entry)
{
    if ((m_count + 1) * 4 > m_slots.size() * 3)
        grow();
    auto &slot = m_slots[placeOf(entry.hash)];
    m_count += slot.id ? 0 : 1;
    slot = entry;
}

void ExternalKeys::add(std::int64_t hash, InteractionId id)
{
    const Slot entry{static_cast<std::uint64_t>(hash), id};
    put(entry);
    m_unpaged.push_back(entry);
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
    m_unpaged.clear();
    m_count = 0;
}

bool ExternalKeys::addPage(std::string_view page)
{
    if (page.size() != pageSize * 2 * digits)
        return false;
    for (std::size_t at = 0; at < page.size(); at += 2 * digits) {
        const auto hash = numberFrom(page.substr(at, digits));
        const auto id = numberFrom(page.substr(at + digits, digits));
        if (!hash || !id || *id == 0)
            return false;
        put({*hash, InteractionId{*id}});
    }
    return true;
}

std::optional<std::string> ExternalKeys::takePage()
{
    if (m_unpaged.size() < pageSize)
        return std::nullopt;
    std::string page;
    page.reserve(pageSize * 2 * digits);
    const auto end = m_unpaged.begin() + static_cast<std::ptrdiff_t>(pageSize);
    for (auto entry = m_unpaged.begin(); entry != end; ++entry) {
        writeNumber(page, entry->hash);
        writeNumber(page, entry->id.value);
    }
    m_unpaged.erase(m_unpaged.begin(), end);
    return page;
}

} // namespace tandem
