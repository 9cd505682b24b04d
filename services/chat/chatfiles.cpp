// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/chatfiles.h"

#include "domain/filerules.h"

#include <algorithm>

namespace tandem {

namespace {

constexpr Ms uploadTime{60'000}; // without a sign
constexpr Ms expiryPause{600'000};
constexpr std::size_t expiredAtOnce = 20;

std::unexpected<Error> noSuchUpload()
{
    return failure(Reason::NotFound, "There is no such upload; begin it again.", "uploadId");
}

} // namespace

ChatFiles::ChatFiles(Engine &engine, Site &site, Interactions &interactions, Chats &chats)
    : m_engine(engine), m_site(site), m_interactions(interactions), m_chats(chats)
{
    engine.add(*this);
    serveSteps();
    serveCustomers();
    serveAgents();
}

void ChatFiles::serveSteps()
{
    using namespace protocol;
    m_engine.serve<FileClaim>([this](const Caller &, const auto &r) { return claim(r); });
    m_engine.serve<FileArrive>([this](const Caller &, const auto &r) { return arrive(r); });
    m_engine.serve<FileStore>([this](const Caller &, const auto &r) { return store(r); });
    m_engine.serve<FileAbandon>([this](const Caller &, const auto &r) -> Result<Done> {
        abandon(r.uploadId, r.found);
        return Done{};
    });
}

Result<void> ChatFiles::load(Database &database)
{
    m_uploads.clear();
    m_chatOf.clear();
    m_isExpiring = false;
    auto stored = readStoredFiles(database);
    if (!stored)
        return std::unexpected(stored.error());
    m_expiries = std::move(stored->expiries);
    for (auto &[id, chat] : m_chats.m_chats) {
        auto files = readFilesOf(database, id);
        if (!files)
            return std::unexpected(files.error());
        chat.files = *std::move(files);
        for (const auto &file : chat.files)
            m_chatOf[file.id] = id;
    }
    // Nobody goes on with what was on its way in.
    if (stored->arriving > 0)
        m_engine.after(Ms(0), [this] { writeAll(dropAllArriving()); });
    expireLater();
    return {};
}

void ChatFiles::writeAll(std::vector<Write> writes)
{
    for (auto &one : writes)
        m_engine.write(std::move(one));
}

UploadId ChatFiles::begin(Upload upload)
{
    const auto id = m_engine.newId<UploadId>();
    upload.touched = m_engine.now().steady;
    m_uploads.emplace(id, std::move(upload));
    watch(id);
    return id;
}

ChatFiles::Upload *ChatFiles::find(UploadId id)
{
    const auto found = m_uploads.find(id);
    if (found == m_uploads.end())
        return nullptr;
    found->second.touched = m_engine.now().steady;
    return &found->second;
}

void ChatFiles::watch(UploadId id)
{
    const auto found = m_uploads.find(id);
    if (found == m_uploads.end())
        return;
    const auto silent = m_engine.now().steady - found->second.touched;
    if (silent >= uploadTime)
        return abandon(id, {});
    m_engine.after(std::chrono::ceil<Ms>(uploadTime - silent), [this, id] { watch(id); });
}

Result<protocol::FilePieces> ChatFiles::claim(const protocol::FileClaim &request)
{
    auto *upload = find(request.uploadId);
    if (!upload || upload->agent != request.agent)
        return noSuchUpload();
    if (upload->repeats)
        return protocol::FilePieces{upload->name, true};
    if (upload->isClaimed)
        return failure(Reason::WrongState, "The upload is being finished already.", "uploadId");
    if (upload->received != upload->size)
        return failure(Reason::WrongState, "Not all of the file has come yet.", "uploadId");
    upload->isClaimed = true;
    return protocol::FilePieces{upload->name, false, std::move(upload->pieces)};
}

Result<protocol::Done> ChatFiles::arrive(const protocol::FileArrive &request)
{
    auto *upload = find(request.uploadId);
    if (!upload || upload->content)
        return noSuchUpload();
    upload->content = request.content;
    upload->fileId = m_engine.newId<FileId>();
    m_engine.write(
        insertArriving({upload->fileId, upload->chat, upload->participantId, upload->name,
                        upload->audience, request.content, m_engine.now().utc}));
    return protocol::Done{};
}

Result<protocol::Done> ChatFiles::store(const protocol::FileStore &request)
{
    const auto *upload = find(request.uploadId);
    if (!upload || !upload->content
        || (request.hash != upload->content->hash
            && request.hash != upload->content->thumbnailHash))
        return noSuchUpload();
    m_engine.write(
        insertChunk(request.hash, request.number, {request.content, request.offset, request.size}));
    return protocol::Done{};
}

void ChatFiles::abandon(UploadId id, const std::optional<std::string> &found)
{
    const auto upload = m_uploads.extract(id);
    if (upload.empty())
        return;
    if (upload.mapped().content)
        writeAll(dropArriving(upload.mapped().fileId));
    // Of an agent, or (none) of a customer.
    if (found)
        m_site.audit({Caller::Kind::Agent, {}, upload.mapped().agent, {}}, "file.refused",
                     "chat " + upload.mapped().chat.text() + ": " + *found);
}

Result<protocol::FileFinishReply> ChatFiles::finish(UploadId id, ChatRecord &chat,
                                                    const protocol::FileContent &content,
                                                    protocol::Data userData)
{
    const auto *found = find(id);
    if (!found || !found->content || found->content->hash != content.hash)
        return noSuchUpload();
    const auto upload = *found;
    const auto fileId = upload.fileId;
    const auto sender =
        std::ranges::find(chat.participants, upload.participantId, &ChatParticipant::participantId);
    const auto side = upload.agent ? Side::Agents : Side::Customer;
    auto may = checkRoom(chat, side, content.size);
    if (may && (chat.endedAt || sender == chat.participants.end() || !sender->isPresent))
        may = failure(Reason::WrongState, "The chat has ended; nothing more can be sent.");
    if (!may) {
        abandon(id, {});
        return std::unexpected(may.error());
    }
    m_uploads.erase(id);
    const auto now = m_engine.now().utc;
    const Ms kept(m_site.rules().filesKeptMs.value_or(filerules::keptMs));
    const auto expiresAt = kept > Ms(0) ? std::optional(now + kept) : std::nullopt;
    m_engine.write(updateKept(fileId, now, expiresAt));
    if (expiresAt) {
        m_expiries.emplace(*expiresAt, fileId);
        expireLater();
    }
    const auto from = *sender;
    const auto audience = from.isHidden ? Audience::Agents : upload.audience;
    chat.files.push_back({fileId, from.participantId, upload.name, content.size, content.type,
                          content.hash, content.thumbnailHash, audience});
    m_chatOf[fileId] = chat.id;
    userData["file-id"] = fileId.text();
    userData["file-name"] = upload.name;
    userData["file-size"] = std::to_string(content.size);
    userData["file-type"] = content.type;
    if (content.thumbnailHash)
        userData["file-preview"] = "true";
    const int index = m_chats.happen(chat, from,
                                     {ChatEventType::FileUploaded,
                                      upload.text,
                                      {},
                                      audience,
                                      upload.key,
                                      {},
                                      std::move(userData)});
    return protocol::FileFinishReply{fileId, index};
}

FileId ChatFiles::fileOf(const ChatRecord &chat, int index)
{
    const auto &event = chat.events.at(static_cast<std::size_t>(index) - 1);
    const auto found = event.userData.find("file-id");
    return found == event.userData.end() ? FileId{}
                                         : FileId::fromText(found->second).value_or(FileId{});
}

void ChatFiles::remove(ChatRecord &chat, FileId id, const ChatParticipant &by)
{
    const auto found = std::ranges::find(chat.files, id, &ChatFile::id);
    const auto file = *found;
    chat.files.erase(found);
    m_chatOf.erase(id);
    writeAll(removeFile(id, FileEnd::Deleted, m_engine.now().utc));
    m_chats.happen(chat, by,
                   {ChatEventType::FileDeleted,
                    {},
                    {},
                    file.audience,
                    {},
                    {},
                    {{"file-id", id.text()}, {"file-name", file.name}}});
}

void ChatFiles::expireLater()
{
    if (m_isExpiring || m_expiries.empty())
        return;
    m_isExpiring = true;
    // Looked at again in time, since the clock may jump.
    const auto left = m_expiries.begin()->first - m_engine.now().utc;
    const auto delay = std::clamp(std::chrono::ceil<Ms>(left), Ms(1), expiryPause);
    m_engine.after(delay, [this] {
        m_isExpiring = false;
        expire();
    });
}

// A few at a time: what they leave is a lot to write.
void ChatFiles::expire()
{
    const auto now = m_engine.now().utc;
    for (std::size_t i = 0; i < expiredAtOnce && !m_expiries.empty(); ++i) {
        const auto [expiresAt, id] = *m_expiries.begin();
        if (expiresAt > now)
            break;
        m_expiries.erase(m_expiries.begin());
        writeAll(removeFile(id, FileEnd::Expired, now));
        const auto known = m_chatOf.extract(id);
        auto *chat = known.empty() ? nullptr : m_chats.record(known.mapped());
        if (chat)
            std::erase_if(chat->files, [&](const ChatFile &file) { return file.id == id; });
    }
    std::erase_if(m_chatOf, [this](const auto &entry) { return !m_chats.find(entry.second); });
    expireLater();
}

} // namespace tandem
