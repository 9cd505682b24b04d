// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultyvfs.h"

#include "volatilefile.h"

#include <map>
#include <memory>

namespace tandem {

namespace {

struct FaultyDisk
{
    sqlite3_vfs vfs{}; // first: SQLite hands out its address
    sqlite3_vfs *real = nullptr;
    DiskFaults *faults = nullptr;
    std::mutex mutex;
    std::map<std::string, std::shared_ptr<VolatileFile>> files;
};

FaultyDisk &theDisk()
{
    static FaultyDisk disk;
    return disk;
}

// SQLite allots it, with the handle of the real file behind it.
struct OpenFile
{
    sqlite3_file base;
    std::shared_ptr<VolatileFile> *content;
};

sqlite3_file *realFile(sqlite3_file *file)
{
    return reinterpret_cast<sqlite3_file *>(reinterpret_cast<char *>(file) + sizeof(OpenFile));
}

const sqlite3_io_methods &realMethods(sqlite3_file *file) { return *realFile(file)->pMethods; }

VolatileFile &contentOf(sqlite3_file *file)
{
    return **reinterpret_cast<OpenFile *>(file)->content;
}

int closeFile(sqlite3_file *file)
{
    delete reinterpret_cast<OpenFile *>(file)->content;
    return realMethods(file).xClose(realFile(file));
}

int readFile(sqlite3_file *file, void *to, int bytes, sqlite3_int64 offset)
{
    return contentOf(file).read(to, bytes, offset);
}

int writeFile(sqlite3_file *file, const void *from, int bytes, sqlite3_int64 offset)
{
    auto &faults = *theDisk().faults;
    if (const int fault = faults.onWrite(SQLITE_IOERR_WRITE); fault != SQLITE_OK)
        return fault;
    contentOf(file).write(from, bytes, offset);
    if (!faults.writesOut())
        return SQLITE_OK;
    auto random = faults.random();
    return contentOf(file).writeOutSome(realFile(file), random);
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    if (const int fault = theDisk().faults->onWrite(SQLITE_IOERR_TRUNCATE); fault != SQLITE_OK)
        return fault;
    contentOf(file).truncate(size);
    return SQLITE_OK;
}

int syncFile(sqlite3_file *file, int flags)
{
    if (const int fault = theDisk().faults->onSync(); fault != SQLITE_OK) {
        contentOf(file).giveUp();
        return fault;
    }
    return contentOf(file).sync(realFile(file), flags);
}

int sizeOfFile(sqlite3_file *file, sqlite3_int64 *size)
{
    *size = contentOf(file).size();
    return SQLITE_OK;
}

int controlFile(sqlite3_file *file, int operation, void *argument)
{
    // It would enlarge the real file.
    if (operation == SQLITE_FCNTL_SIZE_HINT)
        return SQLITE_OK;
    return realMethods(file).xFileControl(realFile(file), operation, argument);
}

sqlite3_io_methods methodsOfFiles()
{
    sqlite3_io_methods methods{};
    methods.iVersion = 2; // without mapped reads, which would pass by what is in memory
    methods.xClose = closeFile;
    methods.xRead = readFile;
    methods.xWrite = writeFile;
    methods.xTruncate = truncateFile;
    methods.xSync = syncFile;
    methods.xFileSize = sizeOfFile;
    methods.xFileControl = controlFile;
    methods.xLock = [](sqlite3_file *file, int level) {
        return realMethods(file).xLock(realFile(file), level);
    };
    methods.xUnlock = [](sqlite3_file *file, int level) {
        return realMethods(file).xUnlock(realFile(file), level);
    };
    methods.xCheckReservedLock = [](sqlite3_file *file, int *isReserved) {
        return realMethods(file).xCheckReservedLock(realFile(file), isReserved);
    };
    methods.xSectorSize = [](sqlite3_file *file) {
        return realMethods(file).xSectorSize(realFile(file));
    };
    methods.xDeviceCharacteristics = [](sqlite3_file *file) {
        return realMethods(file).xDeviceCharacteristics(realFile(file));
    };
    methods.xShmMap = [](sqlite3_file *file, int region, int bytes, int extend,
                         void volatile **memory) {
        return realMethods(file).xShmMap(realFile(file), region, bytes, extend, memory);
    };
    methods.xShmLock = [](sqlite3_file *file, int offset, int count, int flags) {
        return realMethods(file).xShmLock(realFile(file), offset, count, flags);
    };
    methods.xShmBarrier = [](sqlite3_file *file) { realMethods(file).xShmBarrier(realFile(file)); };
    methods.xShmUnmap = [](sqlite3_file *file, int isDelete) {
        return realMethods(file).xShmUnmap(realFile(file), isDelete);
    };
    return methods;
}

// Temporary files are nobody's promise: they are opened as they are.
int openFile(sqlite3_vfs *, sqlite3_filename name, sqlite3_file *file, int flags, int *opened)
{
    static const auto methods = methodsOfFiles();
    auto &disk = theDisk();
    constexpr int kept = SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_WAL;
    if (!name || !(flags & kept))
        return disk.real->xOpen(disk.real, name, file, flags, opened);
    file->pMethods = nullptr;
    if (const int done = disk.real->xOpen(disk.real, name, realFile(file), flags, opened);
        done != SQLITE_OK)
        return done;
    const std::lock_guard lock(disk.mutex);
    auto &content = disk.files[name];
    if (!content)
        content = std::make_shared<VolatileFile>(realFile(file));
    reinterpret_cast<OpenFile *>(file)->content = new std::shared_ptr<VolatileFile>(content);
    file->pMethods = &methods;
    return SQLITE_OK;
}

int deleteFile(sqlite3_vfs *, const char *name, int isDirectorySynced)
{
    auto &disk = theDisk();
    const std::lock_guard lock(disk.mutex);
    disk.files.erase(name);
    return disk.real->xDelete(disk.real, name, isDirectorySynced);
}

int accessFile(sqlite3_vfs *, const char *name, int flags, int *result)
{
    auto &disk = theDisk();
    const std::lock_guard lock(disk.mutex);
    // A file without content counts as absent, and what there is of it may be in memory only.
    if (const auto known = disk.files.find(name);
        flags == SQLITE_ACCESS_EXISTS && known != disk.files.end()) {
        *result = known->second->size() > 0;
        return SQLITE_OK;
    }
    return disk.real->xAccess(disk.real, name, flags, result);
}

} // namespace

bool useFaultyDisk(DiskFaults &faults)
{
    auto &disk = theDisk();
    disk.real = sqlite3_vfs_find(nullptr);
    if (!disk.real)
        return false;
    disk.faults = &faults;
    disk.vfs = *disk.real;
    disk.vfs.zName = "faultydisk";
    disk.vfs.pNext = nullptr;
    disk.vfs.szOsFile = static_cast<int>(sizeof(OpenFile)) + disk.real->szOsFile;
    disk.vfs.xOpen = openFile;
    disk.vfs.xDelete = deleteFile;
    disk.vfs.xAccess = accessFile;
    return sqlite3_vfs_register(&disk.vfs, 1) == SQLITE_OK;
}

} // namespace tandem
