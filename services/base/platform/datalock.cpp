// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/platform/datalock.h"

#ifdef _WIN32
#include <windows.h>
#else
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#endif

namespace tandem {

namespace {

std::string inUse(const std::string &folder)
{
    return "The data folder " + folder
           + " is in use by another Tandem process. Stop that one first, or choose another folder "
             "with --data.";
}

} // namespace

#ifdef _WIN32

Result<std::unique_ptr<DataLock>> DataLock::acquire(const std::string &folder)
{
    const HANDLE file = CreateFileA((folder + "/lock").c_str(), GENERIC_WRITE, 0, nullptr,
                                    OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (file == INVALID_HANDLE_VALUE)
        return failure(Reason::Conflict, inUse(folder));
    return std::unique_ptr<DataLock>(new DataLock(reinterpret_cast<std::intptr_t>(file)));
}

DataLock::~DataLock() { CloseHandle(reinterpret_cast<HANDLE>(m_handle)); }

#else

Result<std::unique_ptr<DataLock>> DataLock::acquire(const std::string &folder)
{
    const auto path = folder + "/lock";
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) {
        return failure(Reason::StoreUnavailable,
                       "Cannot write to the data folder " + folder + ": " + std::strerror(errno));
    }
    if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
        ::close(file);
        return failure(Reason::Conflict, inUse(folder));
    }
    return std::unique_ptr<DataLock>(new DataLock(file));
}

DataLock::~DataLock() { ::close(static_cast<int>(m_handle)); }

#endif

} // namespace tandem
