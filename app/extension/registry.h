// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string>
#include <vector>

namespace tandem {

// What plug-ins contribute of one kind, in the order of `position`; T has `id` and `position`.
// GUI thread; filled while plug-ins initialize, read afterwards.
template <class T>
class Registry
{
public:
    // False where the id is taken already.
    bool add(T entry)
    {
        if (std::ranges::find(m_entries, entry.id, &T::id) != m_entries.end())
            return false;
        const auto at = std::ranges::upper_bound(m_entries, entry.position, {}, &T::position);
        m_entries.insert(at, std::move(entry));
        return true;
    }
    void remove(const std::string &id)
    {
        std::erase_if(m_entries, [&](const T &entry) { return entry.id == id; });
    }
    const std::vector<T> &entries() const { return m_entries; }

private:
    std::vector<T> m_entries;
};

} // namespace tandem
