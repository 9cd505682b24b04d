// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace tandem {

// SQLite overwrites what is deleted (secure_delete), but not the copies that stay behind in the
// unused middle of a page where rows are moved to another one.

// The name of a VFS (sqlite.org/vfs.html): the default one, except that the unused middle of a
// page of the database goes to the disk as zeros. In the log it goes as it is, until that is
// written back. Null: it could not be registered. Any thread.
const char *cleanPagesVfs();

// Zeros what is used by nothing between the pointers to the cells and the cells of a page that is
// a b-tree's (sqlite.org/fileformat2.html, section 1.6); others, and what is none, stay as they
// are. header: where the page's header begins, 100 in the first page, else 0.
void zeroUnused(std::span<std::uint8_t> page, std::size_t header);

// A file of as many pages or more is written as it is: the number of the next page, with which
// other pages begin, could look like a b-tree's header there. So is one with `auto_vacuum`.
constexpr std::int64_t mostCleanPages = 1 << 24;

} // namespace tandem
