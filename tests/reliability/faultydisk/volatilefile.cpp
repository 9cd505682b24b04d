// SPDX-License-Identifier: GPL-3.0-or-later
#include "volatilefile.h"

#include <algorithm>
#include <cstring>

namespace tandem {

namespace {

// What a disk writes in one piece; pages of the database are torn between them.
constexpr sqlite3_int64 sectorBytes = 512;
constexpr int sectorsAtOnce = 8;

} // namespace

VolatileFile::VolatileFile(sqlite3_file *disk)
{
    sqlite3_int64 size = 0;
    if (disk->pMethods->xFileSize(disk, &size) != SQLITE_OK || size == 0)
        return;
    m_bytes.resize(static_cast<std::size_t>(size));
    disk->pMethods->xRead(disk, m_bytes.data(), static_cast<int>(size), 0);
}

int VolatileFile::read(void *to, int bytes, sqlite3_int64 offset) const
{
    const std::lock_guard lock(m_mutex);
    const auto there = static_cast<sqlite3_int64>(m_bytes.size()) - offset;
    const auto known = std::clamp<sqlite3_int64>(there, 0, bytes);
    if (known > 0)
        std::memcpy(to, m_bytes.data() + offset, static_cast<std::size_t>(known));
    std::memset(static_cast<char *>(to) + known, 0, static_cast<std::size_t>(bytes - known));
    return known == bytes ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

void VolatileFile::write(const void *from, int bytes, sqlite3_int64 offset)
{
    const std::lock_guard lock(m_mutex);
    const auto size = static_cast<sqlite3_int64>(m_bytes.size());
    const auto end = offset + bytes;
    if (end > size)
        m_bytes.resize(static_cast<std::size_t>(end));
    std::memcpy(m_bytes.data() + offset, from, static_cast<std::size_t>(bytes));
    for (auto sector = std::min(offset, size) / sectorBytes; sector * sectorBytes < end; ++sector)
        m_unsynced.insert(sector);
}

void VolatileFile::truncate(sqlite3_int64 size)
{
    const std::lock_guard lock(m_mutex);
    if (size >= static_cast<sqlite3_int64>(m_bytes.size()))
        return;
    m_bytes.resize(static_cast<std::size_t>(size));
    m_unsynced.erase(m_unsynced.lower_bound((size + sectorBytes - 1) / sectorBytes),
                     m_unsynced.end());
    m_cutTo = std::min(m_cutTo.value_or(size), size);
}

sqlite3_int64 VolatileFile::size() const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<sqlite3_int64>(m_bytes.size());
}

int VolatileFile::sync(sqlite3_file *disk, int flags)
{
    const std::lock_guard lock(m_mutex);
    if (const int done = cut(disk); done != SQLITE_OK)
        return done;
    for (auto from = m_unsynced.begin(); from != m_unsynced.end();) {
        const auto first = *from;
        auto behind = first;
        while (from != m_unsynced.end() && *from == behind) {
            ++behind;
            ++from;
        }
        if (const int done = writeOut(disk, first, behind); done != SQLITE_OK)
            return done;
    }
    m_unsynced.clear();
    return disk->pMethods->xSync(disk, flags);
}

int VolatileFile::writeOutSome(sqlite3_file *disk, std::mt19937_64 &random)
{
    const std::lock_guard lock(m_mutex);
    if (m_unsynced.empty())
        return SQLITE_OK;
    if (const int done = cut(disk); done != SQLITE_OK)
        return done;
    std::uniform_int_distribution<sqlite3_int64> any(*m_unsynced.begin(), *m_unsynced.rbegin());
    auto from = m_unsynced.lower_bound(any(random));
    for (int count = 0; count < sectorsAtOnce && from != m_unsynced.end(); ++count) {
        if (const int done = writeOut(disk, *from, *from + 1); done != SQLITE_OK)
            return done;
        from = m_unsynced.erase(from);
    }
    return SQLITE_OK;
}

void VolatileFile::giveUp()
{
    const std::lock_guard lock(m_mutex);
    m_unsynced.clear();
}

int VolatileFile::writeOut(sqlite3_file *disk, sqlite3_int64 first, sqlite3_int64 behind)
{
    const auto from = first * sectorBytes;
    const auto to = std::min(behind * sectorBytes, static_cast<sqlite3_int64>(m_bytes.size()));
    return disk->pMethods->xWrite(disk, m_bytes.data() + from, static_cast<int>(to - from), from);
}

int VolatileFile::cut(sqlite3_file *disk)
{
    if (!m_cutTo)
        return SQLITE_OK;
    const auto size = *m_cutTo;
    m_cutTo.reset();
    sqlite3_int64 known = 0;
    if (disk->pMethods->xFileSize(disk, &known) != SQLITE_OK || known <= size)
        return SQLITE_OK;
    return disk->pMethods->xTruncate(disk, size);
}

} // namespace tandem
