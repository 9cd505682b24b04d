// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/cleanpages.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <bit>
#include <list>
#include <mutex>
#include <vector>

namespace tandem {

namespace {

constexpr int smallestPage = 512;
constexpr std::size_t firstPagesHeader = 100;
// Not 0: some pages have no rows, but tell where others are (section 1.8), and look like these.
constexpr sqlite3_int64 autoVacuumAt = 52;

// The methods of files of the default VFS with our own for writing. A file knows them by their
// address, so that the ones below stand first.
struct CleanMethods
{
    sqlite3_io_methods methods{};
    const sqlite3_io_methods *real = nullptr;
};

// Whether pages of this file are cleaned; gives a code of SQLite.
int look(const sqlite3_io_methods *real, sqlite3_file *file, int pageSize, bool &isCleaned)
{
    sqlite3_int64 fileSize = 0;
    if (const int code = real->xFileSize(file, &fileSize); code != SQLITE_OK)
        return code;
    std::array<char, 4> autoVacuum{};
    const int code = real->xRead(file, autoVacuum.data(), autoVacuum.size(), autoVacuumAt);
    if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ)
        return code;
    isCleaned = fileSize / pageSize < mostCleanPages && autoVacuum == std::array<char, 4>{};
    return SQLITE_OK;
}

int writePage(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 offset)
{
    const auto *real = reinterpret_cast<const CleanMethods *>(file->pMethods)->real;
    bool isCleaned = size >= smallestPage && std::has_single_bit(static_cast<unsigned>(size))
                     && offset % size == 0;
    if (isCleaned) {
        if (const int code = look(real, file, size, isCleaned); code != SQLITE_OK)
            return code;
    }
    if (!isCleaned)
        return real->xWrite(file, bytes, size, offset);
    const auto *begin = static_cast<const std::uint8_t *>(bytes);
    thread_local std::vector<std::uint8_t> page;
    page.assign(begin, begin + size);
    zeroUnused(page, offset == 0 ? firstPagesHeader : 0);
    return real->xWrite(file, page.data(), size, offset);
}

const sqlite3_io_methods *cleanMethodsFor(const sqlite3_io_methods *real)
{
    static std::mutex mutex;
    static std::list<CleanMethods> known; // one for each way of locking that is in use
    const std::lock_guard lock(mutex);
    const auto found = std::ranges::find(known, real, &CleanMethods::real);
    if (found != known.end())
        return &found->methods;
    auto &made = known.emplace_back(CleanMethods{*real, real});
    made.methods.xWrite = writePage;
    return &made.methods;
}

sqlite3_vfs *realVfs()
{
    static auto *const vfs = sqlite3_vfs_find(nullptr);
    return vfs;
}

int openFile(sqlite3_vfs *, sqlite3_filename name, sqlite3_file *file, int flags, int *opened)
{
    const int code = realVfs()->xOpen(realVfs(), name, file, flags, opened);
    if (code == SQLITE_OK && (flags & SQLITE_OPEN_MAIN_DB) != 0 && file->pMethods)
        file->pMethods = cleanMethodsFor(file->pMethods);
    return code;
}

std::size_t number(std::span<const std::uint8_t> page, std::size_t at)
{
    return static_cast<std::size_t>(page[at] << 8 | page[at + 1]);
}

} // namespace

void zeroUnused(std::span<std::uint8_t> page, std::size_t header)
{
    const auto type = page[header];
    const bool isLeaf = type == 10 || type == 13;
    const bool isInner = type == 2 || type == 5;
    if (!isLeaf && !isInner)
        return;
    const auto cells = number(page, header + 3);
    const auto content = number(page, header + 5);
    const auto first = header + (isLeaf ? 8 : 12) + 2 * cells;
    const auto last = content == 0 ? std::size_t(65536) : content;
    if (first < last && last <= page.size())
        std::fill(page.begin() + static_cast<std::ptrdiff_t>(first),
                  page.begin() + static_cast<std::ptrdiff_t>(last), std::uint8_t(0));
}

const char *cleanPagesVfs()
{
    static sqlite3_vfs vfs{};
    static const bool isRegistered = [] {
        if (!realVfs())
            return false;
        vfs = *realVfs();
        vfs.zName = "tandem";
        vfs.pNext = nullptr;
        vfs.xOpen = openFile;
        return sqlite3_vfs_register(&vfs, 0) == SQLITE_OK;
    }();
    return isRegistered ? vfs.zName : nullptr;
}

} // namespace tandem
