// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sqlite3.h>

#include <mutex>
#include <optional>
#include <random>
#include <set>
#include <vector>

namespace tandem {

// One file as a machine with power sees it: what was written since the last sync is in memory only,
// and goes with the process. All handles of the file share one. Any thread. Results are SQLite's
// codes; `disk` is a handle of the real file that may be written where a function writes.
class VolatileFile
{
public:
    // Reads what the disk holds.
    explicit VolatileFile(sqlite3_file *disk);

    // SQLITE_IOERR_SHORT_READ, with zeros behind, where the file ends before.
    int read(void *to, int bytes, sqlite3_int64 offset) const;
    void write(const void *from, int bytes, sqlite3_int64 offset);
    void truncate(sqlite3_int64 size);
    sqlite3_int64 size() const;

    // All that was written reaches the disk.
    int sync(sqlite3_file *disk, int flags);
    // A few sectors that nobody asked for reach the disk before others that were written earlier.
    int writeOutSome(sqlite3_file *disk, std::mt19937_64 &random);
    // The disk failed while it took what was written: later syncs do not try it again, as those of
    // Linux do not.
    void giveUp();

private:
    int writeOut(sqlite3_file *disk, sqlite3_int64 first, sqlite3_int64 behind);
    int cut(sqlite3_file *disk);

    mutable std::mutex m_mutex;
    std::vector<char> m_bytes;
    std::set<sqlite3_int64> m_unsynced; // sectors
    std::optional<sqlite3_int64> m_cutTo;
};

} // namespace tandem
