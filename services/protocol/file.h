// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/customer.h"
#include "protocol/interaction.h"

#include <array>
#include <memory>
#include <string>
#include <vector>

// Files of chats: what agents ask for, what customers ask for, and the steps between, which the
// file intake takes for either. The content itself goes beside the described members, shared and
// never as JSON, but for agents' requests, which carry it in base64.
namespace tandem::protocol {

// What was found out about a content before it was kept. thumbnailHash: where there is a picture.
struct FileContent
{
    std::string hash; // SHA-256, in hexadecimal digits
    std::int64_t size = 0;
    std::string type; // MIME
    std::optional<std::string> thumbnailHash;
    std::optional<std::string> scan; // what a scanner said; none was asked where it is absent
};

// --- agents

struct FileBeginReply
{
    UploadId uploadId;
    bool isRepeat = false; // of a key whose file is there: finish at once
};
BOOST_DESCRIBE_STRUCT(FileBeginReply, (), (uploadId, isRepeat))

struct FileBeginFields
{
    InteractionId interactionId;
    std::string name;
    std::int64_t size = 0;
    std::optional<std::string> text;
    std::optional<Audience> audience;
    std::optional<std::string> clientMessageId;
};
BOOST_DESCRIBE_STRUCT(FileBeginFields, (),
                      (interactionId, name, size, text, audience, clientMessageId))

// A file for everybody in the chat, or (audience) for agents alone; `text` comes with it. Its
// fields stand in a base, since one of them is called "name". Ends by itself when nothing comes
// for a minute.
struct FileBegin : FileBeginFields
{
    static constexpr std::string_view name = "file.begin";
    static constexpr Policy policy = handlers;
    using Reply = FileBeginReply;
};
BOOST_DESCRIBE_STRUCT(FileBegin, (FileBeginFields), ())

// bytes: base64 (RFC 4648 section 4), at most 512 KiB of them; offset: how much has come before.
struct FileAppend
{
    static constexpr std::string_view name = "file.append";
    static constexpr Policy policy = handlers;
    using Reply = Done;

    UploadId uploadId;
    std::int64_t offset = 0;
    std::string bytes;
    std::shared_ptr<const std::string> content; // of `bytes`, before the core sees them
};
BOOST_DESCRIBE_STRUCT(FileAppend, (), (uploadId, offset, bytes))

struct FileFinishReply
{
    FileId fileId;
    int index = 0; // of FileUploaded
};
BOOST_DESCRIBE_STRUCT(FileFinishReply, (), (fileId, index))

// All has come: it is examined, kept, and told. No answer for a while is no refusal.
struct FileFinish
{
    static constexpr std::string_view name = "file.finish";
    static constexpr Policy policy = handlers;
    using Reply = FileFinishReply;

    UploadId uploadId;
    std::optional<FileContent> content; // kept by then; absent for a repeat
};
BOOST_DESCRIBE_STRUCT(FileFinish, (), (uploadId))

struct FileCancel
{
    static constexpr std::string_view name = "file.cancel";
    static constexpr Policy policy = handlers;
    using Reply = Done;

    UploadId uploadId;
};
BOOST_DESCRIBE_STRUCT(FileCancel, (), (uploadId))

struct FileReadFields
{
    std::string bytes; // base64
    std::int64_t size = 0;
    std::string name;
    std::string type;
};
BOOST_DESCRIBE_STRUCT(FileReadFields, (), (bytes, size, name, type))
using FileReadReply = FileReadFields;

// Bytes from `offset` on, at most `most` (and 512 KiB); whoever takes part in the interaction, or
// may see all. interactionId may be left out.
struct FileRead
{
    static constexpr std::string_view name = "file.read";
    static constexpr Policy policy = Policy::anyAgent();
    using Reply = FileReadReply;

    FileId fileId;
    std::optional<InteractionId> interactionId;
    std::int64_t offset = 0;
    std::optional<std::int64_t> most;
};
BOOST_DESCRIBE_STRUCT(FileRead, (), (fileId, interactionId, offset, most))

// The picture of it, whole: a PNG.
struct FileThumbnail
{
    static constexpr std::string_view name = "file.thumbnail";
    static constexpr Policy policy = Policy::anyAgent();
    using Reply = FileReadReply;

    FileId fileId;
    std::optional<InteractionId> interactionId;
};
BOOST_DESCRIBE_STRUCT(FileThumbnail, (), (fileId, interactionId))

// Of the agent's own, or by whoever may see all. What is gone already stays so.
struct FileDelete
{
    static constexpr std::string_view name = "file.delete";
    static constexpr Policy policy = handlers;
    using Reply = Done;

    FileId fileId;
    std::optional<InteractionId> interactionId;
};
BOOST_DESCRIBE_STRUCT(FileDelete, (), (fileId, interactionId))

// --- customers

struct CustomerFileLimits
{
    static constexpr std::string_view name = "customer.fileLimits";
    static constexpr Policy policy = Policy::customer();
    using Reply = CustomerReply; // userData: see docs/protocol.md

    CustomerKey key;
};
BOOST_DESCRIBE_STRUCT(CustomerFileLimits, (), (key))

struct CustomerFileFields
{
    CustomerKey key;
    std::string name;
    std::int64_t size = 0;
    std::optional<std::string> clientMessageId;
};
BOOST_DESCRIBE_STRUCT(CustomerFileFields, (), (key, name, size, clientMessageId))

// All of it has come to the front door.
struct CustomerFileBegin : CustomerFileFields
{
    static constexpr std::string_view name = "customer.fileBegin";
    static constexpr Policy policy = Policy::customer();
    using Reply = FileBeginReply;
};
BOOST_DESCRIBE_STRUCT(CustomerFileBegin, (CustomerFileFields), ())

// message, userData: come with the file. position: as in CustomerSend.
struct CustomerFileFinish
{
    static constexpr std::string_view name = "customer.fileFinish";
    static constexpr Policy policy = Policy::customer();
    using Reply = CustomerReply;

    CustomerKey key;
    UploadId uploadId;
    std::optional<std::string> message;
    Data userData;
    std::optional<int> position;
    std::optional<std::string> clientMessageId;
    std::optional<FileContent> content;
};
BOOST_DESCRIBE_STRUCT(CustomerFileFinish, (),
                      (key, uploadId, message, userData, position, clientMessageId))

enum class FilePart { Content, Thumbnail };
constexpr std::array<std::string_view, 2> namesOf(FilePart) { return {"content", "thumbnail"}; }

struct CustomerFile
{
    std::string fileName;
    std::string type;
    std::shared_ptr<const std::string> content;
};
BOOST_DESCRIBE_STRUCT(CustomerFile, (), (fileName, type))

struct CustomerFileRead
{
    static constexpr std::string_view name = "customer.fileRead";
    static constexpr Policy policy = Policy::customer();
    using Reply = CustomerFile;

    CustomerKey key;
    FileId fileId;
    FilePart part = FilePart::Content;
};
BOOST_DESCRIBE_STRUCT(CustomerFileRead, (), (key, fileId, part))

struct CustomerFileDelete
{
    static constexpr std::string_view name = "customer.fileDelete";
    static constexpr Policy policy = Policy::customer();
    using Reply = CustomerReply;

    CustomerKey key;
    FileId fileId;
    std::optional<int> position;
};
BOOST_DESCRIBE_STRUCT(CustomerFileDelete, (), (key, fileId, position))

// --- the steps between

struct FilePieces
{
    std::string fileName;
    bool isRepeat = false; // the file is there: nothing is to be kept
    std::vector<std::shared_ptr<const std::string>> pieces = {};
};
BOOST_DESCRIBE_STRUCT(FilePieces, (), (fileName, isRepeat))

// What an agent's upload has brought: it is handed over, and the upload takes no more.
struct FileClaim
{
    static constexpr std::string_view name = "file.claim";
    static constexpr Policy policy = Policy::system();
    using Reply = FilePieces;

    UploadId uploadId;
    AgentId agent;
};
BOOST_DESCRIBE_STRUCT(FileClaim, (), (uploadId, agent))

// The content is fit to be kept; its pieces come next.
struct FileArrive
{
    static constexpr std::string_view name = "file.arrive";
    static constexpr Policy policy = Policy::system();
    using Reply = Done;

    UploadId uploadId;
    FileContent content;
};
BOOST_DESCRIBE_STRUCT(FileArrive, (), (uploadId))

// One piece of the content (or of its thumbnail) of that hash, numbered from 0.
struct FileStore
{
    static constexpr std::string_view name = "file.store";
    static constexpr Policy policy = Policy::system();
    using Reply = Done;

    UploadId uploadId;
    std::string hash;
    int number = 0;
    std::shared_ptr<const std::string> content;
    std::size_t offset = 0;
    std::size_t size = 0;
};
BOOST_DESCRIBE_STRUCT(FileStore, (), (uploadId, hash, number))

// Nothing comes of it. found: what a scanner found in it; that is kept in the audit.
struct FileAbandon
{
    static constexpr std::string_view name = "file.abandon";
    static constexpr Policy policy = Policy::system();
    using Reply = Done;

    UploadId uploadId;
    std::optional<std::string> found;
};
BOOST_DESCRIBE_STRUCT(FileAbandon, (), (uploadId, found))

} // namespace tandem::protocol
