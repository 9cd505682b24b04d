// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/chatfilestore.h"
#include "chat/chats.h"
#include "protocol/file.h"

#include <map>
#include <unordered_map>

namespace tandem {

// Files that customers and agents send each other. An upload is begun, checked by the rules, and
// after its content was examined and kept elsewhere (files/fileintake.h) told as an event of the
// chat; only then it counts. Core thread.
class ChatFiles final : public StoredState
{
public:
    ChatFiles(Engine &engine, Site &site, Interactions &interactions, Chats &chats);

    Result<void> load(Database &database) override;

private:
    // On its way in; forgotten when the store was lost, and after a minute without a sign.
    struct Upload
    {
        InteractionId chat;
        int participantId = 0;
        AgentId agent; // none: the customer's
        std::string name;
        std::int64_t size = 0;
        std::optional<std::string> text;
        Audience audience = Audience::Everyone;
        std::optional<std::string> key;
        std::vector<std::shared_ptr<const std::string>> pieces;
        std::int64_t received = 0;
        bool isClaimed = false;
        std::optional<int> repeats; // the event that its key has brought before
        FileId fileId;              // once its content arrives
        std::optional<protocol::FileContent> content;
        SteadyTime touched{};
    };
    enum class Side { Customer, Agents };
    struct Used
    {
        int files = 0;
        std::int64_t bytes = 0;
    };
    struct Wanted
    {
        std::int64_t offset = 0;
        std::int64_t most = 0;
        protocol::FilePart part = protocol::FilePart::Content;
    };

    void serveSteps();
    void serveCustomers();
    void serveAgents();

    // --- rules
    Used used(const ChatRecord &chat, Side side) const;
    Result<void> checkBegin(const ChatRecord &chat, Side side, const std::string &name,
                            std::int64_t size) const;
    Result<void> checkRoom(const ChatRecord &chat, Side side, std::int64_t size) const;
    Result<void> checkUploads(const Upload &upload) const;
    bool hasHadAgent(const ChatRecord &chat) const;
    protocol::Data limits(const ChatRecord &chat) const;

    // --- steps
    UploadId begin(Upload upload);
    Upload *find(UploadId id);
    void watch(UploadId id);
    Result<protocol::FilePieces> claim(const protocol::FileClaim &request);
    Result<protocol::Done> arrive(const protocol::FileArrive &request);
    Result<protocol::Done> store(const protocol::FileStore &request);
    void abandon(UploadId id, const std::optional<std::string> &found);
    // Tells of it; gives the event's index. The upload is over in any case.
    Result<protocol::FileFinishReply> finish(UploadId id, ChatRecord &chat,
                                             const protocol::FileContent &content,
                                             protocol::Data userData);
    static FileId fileOf(const ChatRecord &chat, int index);
    void remove(ChatRecord &chat, FileId id, const ChatParticipant &by);
    void writeAll(std::vector<Write> writes);
    void expireLater();
    void expire();

    // --- requests
    Result<protocol::FileBeginReply> begin(const protocol::CustomerFileBegin &request);
    Result<protocol::CustomerReply> finish(const protocol::CustomerFileFinish &request);
    Result<protocol::CustomerReply> deleteOwn(const protocol::CustomerFileDelete &request);
    Result<Engine::Outcome> read(const protocol::CustomerFileRead &request);
    Result<protocol::FileBeginReply> begin(const Caller &caller,
                                           const protocol::FileBeginFields &request);
    Result<protocol::Done> append(const Caller &caller, const protocol::FileAppend &request);
    Result<protocol::FileFinishReply> finish(const Caller &caller,
                                             const protocol::FileFinish &request);
    Result<protocol::Done> deleteFile(const Caller &caller, const protocol::FileDelete &request);
    Result<Engine::Outcome> read(const Caller &caller, FileId id, Wanted wanted);

    Engine &m_engine;
    Site &m_site;
    Interactions &m_interactions;
    Chats &m_chats;
    std::map<UploadId, Upload> m_uploads;
    std::unordered_map<FileId, InteractionId> m_chatOf; // of files in chats that are in memory
    std::multimap<UtcTime, FileId> m_expiries;
    bool m_isExpiring = false;
};

} // namespace tandem
