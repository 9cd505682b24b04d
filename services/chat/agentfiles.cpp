// SPDX-License-Identifier: GPL-3.0-or-later
// What agents ask of files.
#include "chat/chatchecks.h"
#include "chat/chatfiles.h"

#include "base/base64.h"
#include "base/hash.h"
#include "domain/filename.h"
#include "domain/filerules.h"
#include "interactions/interactionrecord.h"

#include <algorithm>

namespace tandem {

namespace {

std::unexpected<Error> notYourFile()
{
    return failure(Reason::NotFound, "You have no such file, or it is gone.", "fileId");
}

std::unexpected<Error> notYourUpload()
{
    return failure(Reason::NotFound, "There is no such upload; begin it again.", "uploadId");
}

// The event that the agent's key has brought before, whichever participant the agent was then.
std::optional<int> eventOfAgent(const ChatRecord &chat, AgentId agent, const std::string &key)
{
    for (const auto &participant : chat.participants) {
        if (participant.agent != agent)
            continue;
        const auto known =
            chat.keys.find(keyHash(std::to_string(participant.participantId) + '\n' + key));
        if (known != chat.keys.end())
            return known->second;
    }
    return std::nullopt;
}

Result<AnyValue> fileReply(Database &database, const ChatFile &file, protocol::FilePart part,
                           std::int64_t offset, std::int64_t most)
{
    const bool isPicture = part == protocol::FilePart::Thumbnail;
    if (isPicture && !file.thumbnailHash)
        return failure(Reason::NotFound, "There is no picture of this file.", "fileId");
    const auto bytes =
        isPicture ? readPicture(database, *file.thumbnailHash)
                  : readContent(database, file.hash, offset, std::min(most, file.size - offset));
    if (!bytes)
        return std::unexpected(bytes.error());
    return AnyValue::of(protocol::FileReadReply{toBase64(*bytes), file.size, file.name,
                                                isPicture ? "image/png" : file.type});
}

} // namespace

void ChatFiles::serveAgents()
{
    using namespace protocol;
    m_engine.serve<FileBegin>([this](const Caller &c, const auto &r) { return begin(c, r); });
    m_engine.serve<FileAppend>([this](const Caller &c, const auto &r) { return append(c, r); });
    m_engine.serve<FileFinish>([this](const Caller &c, const auto &r) { return finish(c, r); });
    m_engine.serve<FileCancel>([this](const Caller &c, const auto &r) -> Result<Done> {
        const auto *upload = find(r.uploadId);
        if (upload && upload->agent == c.agent)
            abandon(r.uploadId, {});
        return Done{};
    });
    m_engine.serve<FileDelete>([this](const Caller &c, const auto &r) { return deleteFile(c, r); });
    m_engine.servePlanned<FileRead>([this](const Caller &c, const auto &r) {
        constexpr auto highest = static_cast<std::int64_t>(filerules::part);
        Wanted wanted;
        wanted.offset = std::max<std::int64_t>(r.offset, 0);
        wanted.most = std::clamp<std::int64_t>(r.most.value_or(highest), 0, highest);
        return read(c, r.fileId, wanted);
    });
    m_engine.servePlanned<FileThumbnail>([this](const Caller &c, const auto &r) {
        Wanted wanted;
        wanted.part = FilePart::Thumbnail;
        return read(c, r.fileId, wanted);
    });
}

Result<protocol::FileBeginReply> ChatFiles::begin(const Caller &caller,
                                                  const protocol::FileBeginFields &request)
{
    if (auto taken = m_interactions.ofParticipant(caller, request.interactionId); !taken)
        return std::unexpected(taken.error());
    auto *chat = m_chats.record(request.interactionId);
    if (!chat) {
        return failure(Reason::NotFound, "You have no such conversation.", "interactionId");
    }
    if (auto checked = checkKey(request.clientMessageId); !checked)
        return std::unexpected(checked.error());
    const auto *sender = chat->present(caller.agent);
    Upload upload;
    upload.chat = chat->id;
    upload.agent = caller.agent;
    if (request.clientMessageId)
        upload.repeats = eventOfAgent(*chat, caller.agent, *request.clientMessageId);
    if (!upload.repeats) {
        if (chat->endedAt || !sender)
            return failure(Reason::WrongState, "The chat has ended; nothing more can be sent.");
        upload.participantId = sender->participantId;
        upload.name = safeFileName(request.name);
        upload.size = request.size;
        upload.key = request.clientMessageId;
        upload.audience = request.audience.value_or(Audience::Everyone);
        if (request.text && !request.text->empty())
            upload.text = request.text;
        auto may = checkNotice(request.text.value_or(""), "text");
        if (may)
            may = checkBegin(*chat, Side::Agents, upload.name, upload.size);
        if (may)
            may = checkUploads(upload);
        if (!may)
            return std::unexpected(may.error());
    }
    const bool isRepeat = upload.repeats.has_value();
    return protocol::FileBeginReply{begin(std::move(upload)), isRepeat};
}

Result<protocol::Done> ChatFiles::append(const Caller &caller, const protocol::FileAppend &request)
{
    auto *upload = find(request.uploadId);
    if (!upload || upload->agent != caller.agent)
        return notYourUpload();
    if (!request.content || request.content->empty())
        return failure(Reason::InvalidParams, "There are no bytes in base64.", "bytes");
    const auto size = static_cast<std::int64_t>(request.content->size());
    // Said again, it changes nothing.
    if (request.offset + size == upload->received)
        return protocol::Done{};
    if (upload->isClaimed || upload->repeats || request.offset != upload->received
        || size > upload->size - upload->received)
        return failure(Reason::WrongState, "These bytes are not the next ones.", "offset");
    upload->pieces.push_back(request.content);
    upload->received += size;
    return protocol::Done{};
}

Result<protocol::FileFinishReply> ChatFiles::finish(const Caller &caller,
                                                    const protocol::FileFinish &request)
{
    auto *upload = find(request.uploadId);
    if (!upload || upload->agent != caller.agent)
        return notYourUpload();
    auto *chat = m_chats.record(upload->chat);
    if (chat && !upload->repeats && upload->key)
        upload->repeats = eventOfAgent(*chat, caller.agent, *upload->key);
    if (chat && upload->repeats) {
        const protocol::FileFinishReply reply{fileOf(*chat, *upload->repeats), *upload->repeats};
        abandon(request.uploadId, {});
        return reply;
    }
    const auto taken = m_interactions.ofParticipant(caller, upload->chat);
    if (!chat || !taken || !request.content) {
        abandon(request.uploadId, {});
        return notYourUpload();
    }
    return finish(request.uploadId, *chat, *request.content, {});
}

Result<protocol::Done> ChatFiles::deleteFile(const Caller &caller,
                                             const protocol::FileDelete &request)
{
    const auto known = m_chatOf.find(request.fileId);
    auto *chat = known == m_chatOf.end() ? nullptr : m_chats.record(known->second);
    if (!chat)
        return notYourFile();
    if (auto taken = m_interactions.ofParticipant(caller, chat->id); !taken)
        return notYourFile();
    const auto *by = chat->present(caller.agent);
    const auto file = std::ranges::find(chat->files, request.fileId, &ChatFile::id);
    if (file == chat->files.end())
        return notYourFile();
    if (!by || chat->endedAt)
        return failure(Reason::WrongState, "The chat has ended.");
    const auto sender =
        std::ranges::find(chat->participants, file->participantId, &ChatParticipant::participantId);
    const bool isOwn = sender != chat->participants.end() && sender->agent == caller.agent;
    if (!isOwn && !Interactions::maySeeAll(caller)) {
        return failure(Reason::NotPermitted, "Only who sent a file can take it back.", "fileId");
    }
    remove(*chat, request.fileId, ChatParticipant(*by));
    return protocol::Done{};
}

Result<Engine::Outcome> ChatFiles::read(const Caller &caller, FileId id, Wanted wanted)
{
    const bool seesAll = Interactions::maySeeAll(caller);
    const auto known = m_chatOf.find(id);
    const auto *open = known == m_chatOf.end() ? nullptr : m_interactions.find(known->second);
    if (open) {
        const bool isOffered = open->offer && open->offer->agent == caller.agent;
        if (!open->takesPart(caller.agent) && !isOffered && !seesAll)
            return notYourFile();
    }
    const bool isAllowed = open || seesAll;
    return Engine::Outcome(Engine::Reading(
        [id, wanted, isAllowed, agent = caller.agent](Database &database) -> Result<AnyValue> {
            const auto stored = readFile(database, id);
            if (!stored && stored.error().reason != Reason::NotFound)
                return std::unexpected(stored.error());
            if (!stored)
                return notYourFile();
            if (!isAllowed) {
                const auto interaction = readInteraction(database, stored->chat);
                if (!interaction && interaction.error().reason != Reason::NotFound)
                    return std::unexpected(interaction.error());
                if (!interaction || interaction->agentId != agent)
                    return notYourFile();
            }
            return fileReply(database, stored->file, wanted.part, wanted.offset, wanted.most);
        }));
}

} // namespace tandem
