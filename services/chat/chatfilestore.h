// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/chatrecord.h"
#include "protocol/file.h"
#include "store/database.h"

#include <map>

namespace tandem {

// Rows of chat_file and file_chunk. A content is there while a file that is arriving or kept refers
// to it.
struct FileArrival
{
    FileId id;
    InteractionId chat;
    int participantId = 0;
    std::string name;
    Audience audience = Audience::Everyone;
    protocol::FileContent content;
    UtcTime time{};
};

Write insertArriving(const FileArrival &file);
Write insertChunk(const std::string &hash, int number, SqlBytes bytes);
// All of it is there; from now on it counts. expiresAt: never where it is absent.
Write updateKept(FileId id, UtcTime uploadedAt, std::optional<UtcTime> expiresAt);

enum class FileEnd { Deleted, Expired };
// The file goes, and its content unless another file has the same.
std::vector<Write> removeFile(FileId id, FileEnd end, UtcTime goneAt);
// What was arriving goes without a trace.
std::vector<Write> dropArriving(FileId id);
std::vector<Write> dropAllArriving();

// When each file that is kept expires, and how many were arriving when the server ended.
struct StoredFiles
{
    std::multimap<UtcTime, FileId> expiries;
    std::int64_t arriving = 0;
};
Result<StoredFiles> readStoredFiles(Database &database);
// The files of a chat that are kept.
Result<std::vector<ChatFile>> readFilesOf(Database &database, InteractionId chat);
struct StoredFile
{
    ChatFile file;
    InteractionId chat;
};
// `not_found` where it is not there any more.
Result<StoredFile> readFile(Database &database, FileId id);
// Bytes of a content from `offset` on, at most `most`. An error where some are missing.
Result<std::string> readContent(Database &database, const std::string &hash, std::int64_t offset,
                                std::int64_t most);

// All of a content whose size nobody knows: of a thumbnail.
Result<std::string> readPicture(Database &database, const std::string &hash);

} // namespace tandem
