// SPDX-License-Identifier: GPL-3.0-or-later
// What customers ask of files.
#include "chat/chatchecks.h"
#include "chat/chatfiles.h"

#include "base/hash.h"
#include "domain/filename.h"
#include "domain/filerules.h"
#include "domain/limits.h"

#include <algorithm>

namespace tandem {

namespace {

std::unexpected<Error> noSuchFile()
{
    return failure(Reason::InvalidParams, "There is no such file any more.", "fileId");
}

std::optional<int> eventOfKey(const ChatRecord &chat, const std::optional<std::string> &key)
{
    if (!key)
        return std::nullopt;
    const auto known = chat.keys.find(keyHash("1\n" + *key));
    return known == chat.keys.end() ? std::nullopt : std::optional(known->second);
}

} // namespace

void ChatFiles::serveCustomers()
{
    using namespace protocol;
    m_engine.serve<CustomerFileLimits>(
        [this](const Caller &, const auto &r) -> Result<CustomerReply> {
            auto chat = m_chats.customersChat(r.key);
            if (!chat)
                return std::unexpected(chat.error());
            auto reply = m_chats.replyTo(**chat, {});
            reply.userData = limits(**chat);
            return reply;
        });
    m_engine.serve<CustomerFileBegin>([this](const Caller &, const auto &r) { return begin(r); });
    m_engine.serve<CustomerFileFinish>([this](const Caller &, const auto &r) { return finish(r); });
    m_engine.serve<CustomerFileDelete>(
        [this](const Caller &, const auto &r) { return deleteOwn(r); });
    m_engine.servePlanned<CustomerFileRead>(
        [this](const Caller &, const auto &r) { return read(r); });
}

Result<protocol::FileBeginReply> ChatFiles::begin(const protocol::CustomerFileBegin &request)
{
    const auto &fields = static_cast<const protocol::CustomerFileFields &>(request);
    auto found = m_chats.customersChat(fields.key);
    if (!found)
        return std::unexpected(found.error());
    auto &chat = **found;
    if (auto checked = checkKey(fields.clientMessageId); !checked)
        return std::unexpected(checked.error());
    if (eventOfKey(chat, fields.clientMessageId))
        return protocol::FileBeginReply{{}, true};
    if (chat.endedAt)
        return failure(Reason::WrongState, "The chat has ended.");
    Upload upload;
    upload.chat = chat.id;
    upload.participantId = chat.customer().participantId;
    upload.name = safeFileName(fields.name);
    upload.size = fields.size;
    upload.key = fields.clientMessageId;
    upload.isClaimed = true;
    auto may = checkBegin(chat, Side::Customer, upload.name, upload.size);
    if (may)
        may = checkUploads(upload);
    if (!may)
        return std::unexpected(may.error());
    return protocol::FileBeginReply{begin(std::move(upload)), false};
}

Result<protocol::CustomerReply> ChatFiles::finish(const protocol::CustomerFileFinish &request)
{
    auto found = m_chats.customersChat(request.key);
    if (!found)
        return std::unexpected(found.error());
    auto &chat = **found;
    FileId fileId;
    if (const auto known = eventOfKey(chat, request.clientMessageId)) {
        abandon(request.uploadId, {});
        fileId = fileOf(chat, *known);
    } else {
        auto *upload = find(request.uploadId);
        if (!upload || upload->agent || upload->chat != chat.id || !request.content)
            return failure(Reason::Busy, "The upload was broken off; please try again.");
        upload->text = request.message;
        auto done = finish(request.uploadId, chat, *request.content, request.userData);
        if (!done)
            return std::unexpected(done.error());
        fileId = done->fileId;
    }
    auto reply = m_chats.replyTo(chat, request.position);
    if (!reply.userData)
        reply.userData.emplace();
    (*reply.userData)["file-id"] = fileId.text();
    return reply;
}

Result<protocol::CustomerReply> ChatFiles::deleteOwn(const protocol::CustomerFileDelete &request)
{
    auto found = m_chats.customersChat(request.key);
    if (!found)
        return std::unexpected(found.error());
    auto &chat = **found;
    const auto file = std::ranges::find(chat.files, request.fileId, &ChatFile::id);
    const bool isOwn =
        file != chat.files.end() && file->participantId == chat.customer().participantId;
    if (!isOwn) {
        // Said again, it is answered alike.
        const bool wasDeleted = std::ranges::any_of(chat.events, [&](const auto &event) {
            const auto id = event.userData.find("file-id");
            return event.type == ChatEventType::FileDeleted
                   && event.from.participantId == chat.customer().participantId
                   && id != event.userData.end() && id->second == request.fileId.text();
        });
        if (wasDeleted)
            return m_chats.replyTo(chat, request.position);
        return noSuchFile();
    }
    if (chat.endedAt)
        return failure(Reason::WrongState, "The chat has ended.");
    if (!m_site.rules().filesDeletable.value_or(true)) {
        return failure(Reason::InvalidParams, "Files that were sent cannot be taken back.",
                       "delete");
    }
    remove(chat, request.fileId, chat.customer());
    return m_chats.replyTo(chat, request.position);
}

Result<Engine::Outcome> ChatFiles::read(const protocol::CustomerFileRead &request)
{
    auto found = m_chats.customersChat(request.key);
    if (!found)
        return std::unexpected(found.error());
    auto &chat = **found;
    const auto file = std::ranges::find(chat.files, request.fileId, &ChatFile::id);
    if (file == chat.files.end() || file->audience != Audience::Everyone)
        return noSuchFile();
    const bool isThumbnail = request.part == protocol::FilePart::Thumbnail;
    if (isThumbnail && !file->thumbnailHash)
        return failure(Reason::InvalidParams, "There is no picture of this file.", "fileId");
    if (!isThumbnail && ++chat.downloads > filerules::downloads)
        return failure(Reason::InvalidParams, "Too many downloads in this chat.", "downloads");
    return Engine::Outcome(
        Engine::Reading([wanted = *file, isThumbnail](Database &database) -> Result<AnyValue> {
            auto bytes = isThumbnail ? readPicture(database, *wanted.thumbnailHash)
                                     : readContent(database, wanted.hash, 0, wanted.size);
            if (!bytes)
                return std::unexpected(bytes.error());
            return AnyValue::of(
                protocol::CustomerFile{wanted.name, isThumbnail ? "image/png" : wanted.type,
                                       std::make_shared<const std::string>(*std::move(bytes))});
        }));
}

} // namespace tandem
