// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/chatfilestore.h"

#include "domain/filerules.h"

namespace tandem {

namespace {

constexpr Statement insertFileRow{
    "INSERT INTO chat_file (id, interaction_id, participant_id, name, type, size, hash, "
    "thumbnail_hash, scan, audience, state, uploaded_at) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'arriving', ?)"};
constexpr Statement insertChunkRow{"INSERT INTO file_chunk (hash, number, bytes) VALUES (?, ?, ?) "
                                   "ON CONFLICT (hash, number) DO NOTHING"};
constexpr Statement updateFileKept{
    "UPDATE chat_file SET state = 'kept', uploaded_at = ?, expires_at = ? WHERE id = ?"};
constexpr Statement updateFileGone{
    "UPDATE chat_file SET state = ?, gone_at = ? WHERE id = ? AND gone_at IS NULL"};
constexpr Statement deleteFileRow{"DELETE FROM chat_file WHERE id = ? AND state = 'arriving'"};
constexpr Statement deleteArrivingRows{"DELETE FROM chat_file WHERE state = 'arriving'"};

// Of content that `chosen` files had, and no other one that is arriving or kept has.
#define TANDEM_UNUSED_CHUNKS(chosen, others)                                                       \
    "DELETE FROM file_chunk WHERE hash IN (SELECT hash FROM chat_file WHERE " chosen               \
    " UNION SELECT thumbnail_hash FROM chat_file WHERE thumbnail_hash IS NOT NULL AND " chosen     \
    ") AND NOT EXISTS (SELECT 1 FROM chat_file k WHERE k.gone_at IS NULL AND " others              \
    " AND k.hash = file_chunk.hash) AND NOT EXISTS (SELECT 1 FROM chat_file k "                    \
    "WHERE k.gone_at IS NULL AND " others " AND k.thumbnail_hash = file_chunk.hash)"

constexpr Statement deleteChunksOf{TANDEM_UNUSED_CHUNKS("id = ?", "k.id <> ?")};
constexpr Statement deleteChunksOfArriving{
    TANDEM_UNUSED_CHUNKS("state = 'arriving'", "k.state <> 'arriving'")};

#undef TANDEM_UNUSED_CHUNKS
#define TANDEM_FILE_COLUMNS                                                                        \
    "id, interaction_id, participant_id, name, size, type, hash, thumbnail_hash, audience"

constexpr Statement selectExpiries{
    "SELECT expires_at, id FROM chat_file WHERE gone_at IS NULL AND expires_at IS NOT NULL "
    "AND state = 'kept'"};
constexpr Statement countArriving{"SELECT count(*) FROM chat_file WHERE state = 'arriving'"};
constexpr Statement selectFilesOf{"SELECT " TANDEM_FILE_COLUMNS
                                  " FROM chat_file WHERE interaction_id = ? AND state = 'kept' "
                                  "ORDER BY id"};
constexpr Statement selectFile{"SELECT " TANDEM_FILE_COLUMNS
                               " FROM chat_file WHERE id = ? AND state = 'kept'"};
constexpr Statement selectChunks{"SELECT bytes FROM file_chunk WHERE hash = ? "
                                 "AND number BETWEEN ? AND ? ORDER BY number"};

#undef TANDEM_FILE_COLUMNS

ChatFile fileFrom(const Row &row)
{
    return {row.id<FileId>(0), static_cast<int>(row.number(2)),
            row.text(3),       row.number(4),
            row.text(5),       row.text(6),
            row.maybeText(7),  row.named<Audience>(8)};
}

Write deleteUnused(FileId id) { return write(deleteChunksOf, id, id, id, id); }

} // namespace

Write insertArriving(const FileArrival &file)
{
    const auto &content = file.content;
    return write(insertFileRow, file.id, file.chat, file.participantId, file.name, content.type,
                 content.size, content.hash, content.thumbnailHash, content.scan, file.audience,
                 file.time);
}

Write insertChunk(const std::string &hash, int number, SqlBytes bytes)
{
    return write(insertChunkRow, hash, number, std::move(bytes));
}

Write updateKept(FileId id, UtcTime uploadedAt, std::optional<UtcTime> expiresAt)
{
    return write(updateFileKept, uploadedAt, expiresAt, id);
}

std::vector<Write> removeFile(FileId id, FileEnd end, UtcTime goneAt)
{
    const auto *state = end == FileEnd::Deleted ? "deleted" : "expired";
    return {write(updateFileGone, state, goneAt, id), deleteUnused(id)};
}

std::vector<Write> dropArriving(FileId id) { return {deleteUnused(id), write(deleteFileRow, id)}; }

std::vector<Write> dropAllArriving()
{
    return {write(deleteChunksOfArriving), write(deleteArrivingRows)};
}

Result<StoredFiles> readStoredFiles(Database &database)
{
    StoredFiles stored;
    auto read = database.query(selectExpiries, {}, [&](const Row &row) {
        stored.expiries.emplace(row.time(0), row.id<FileId>(1));
    });
    if (read) {
        read = database.query(countArriving, {},
                              [&](const Row &row) { stored.arriving = row.number(0); });
    }
    if (!read)
        return std::unexpected(read.error());
    return stored;
}

Result<std::vector<ChatFile>> readFilesOf(Database &database, InteractionId chat)
{
    std::vector<ChatFile> files;
    const auto read = database.query(selectFilesOf, {sql(chat)},
                                     [&](const Row &row) { files.push_back(fileFrom(row)); });
    if (!read)
        return std::unexpected(read.error());
    return files;
}

Result<StoredFile> readFile(Database &database, FileId id)
{
    std::optional<StoredFile> found;
    const auto read = database.query(selectFile, {sql(id)}, [&](const Row &row) {
        found = {fileFrom(row), row.id<InteractionId>(1)};
    });
    if (!read)
        return std::unexpected(read.error());
    if (!found)
        return failure(Reason::NotFound, "There is no such file any more.", "fileId");
    return *std::move(found);
}

Result<std::string> readContent(Database &database, const std::string &hash, std::int64_t offset,
                                std::int64_t most)
{
    if (most <= 0)
        return std::string();
    constexpr auto size = static_cast<std::int64_t>(filerules::chunk);
    std::string bytes;
    const auto read = database.query(
        selectChunks, {sql(hash), sql(offset / size), sql((offset + most - 1) / size)},
        [&](const Row &row) { bytes += row.bytes(0); });
    if (!read)
        return std::unexpected(read.error());
    const auto skipped = static_cast<std::size_t>(offset % size);
    if (bytes.size() < skipped + static_cast<std::size_t>(most))
        return failure(Reason::Internal, "The content of the file is not whole.");
    return bytes.substr(skipped, static_cast<std::size_t>(most));
}

Result<std::string> readPicture(Database &database, const std::string &hash)
{
    std::string bytes;
    const auto read =
        database.query(selectChunks, {sql(hash), sql(0), sql(std::int64_t(filerules::most))},
                       [&](const Row &row) { bytes += row.bytes(0); });
    if (!read)
        return std::unexpected(read.error());
    if (bytes.empty())
        return failure(Reason::Internal, "The picture of the file is not there.");
    return bytes;
}

} // namespace tandem
