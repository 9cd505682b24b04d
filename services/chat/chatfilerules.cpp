// SPDX-License-Identifier: GPL-3.0-or-later
// Which files the rules of the site take.
#include "chat/chatfiles.h"

#include "domain/filename.h"
#include "domain/filerules.h"

#include <algorithm>

namespace tandem {

namespace {

constexpr std::size_t uploadsOfChat = 3;
constexpr std::size_t uploadsOfAll = 16;

struct FileRules
{
    explicit FileRules(const protocol::Rules &rules)
        : types(rules.fileTypes.value_or(std::string(filerules::types))),
          maxBytes(rules.fileMaxBytes.value_or(filerules::maxBytes)),
          totalBytes(rules.filesMaxBytes.value_or(filerules::totalBytes)),
          most(rules.filesMost.value_or(filerules::most)),
          needAgent(rules.filesNeedAgent.value_or(false)),
          deletable(rules.filesDeletable.value_or(true))
    {
    }

    std::string types;
    std::int64_t maxBytes;
    std::int64_t totalBytes;
    int most;
    bool needAgent;
    bool deletable;
};

const char *truth(bool value) { return value ? "true" : "false"; }

} // namespace

ChatFiles::Used ChatFiles::used(const ChatRecord &chat, Side side) const
{
    Used sum;
    const int customer = chat.participants.front().participantId;
    for (const auto &file : chat.files) {
        if ((file.participantId == customer) != (side == Side::Customer))
            continue;
        ++sum.files;
        sum.bytes += file.size;
    }
    return sum;
}

bool ChatFiles::hasHadAgent(const ChatRecord &chat) const
{
    return std::ranges::any_of(chat.participants, [](const ChatParticipant &one) {
        return one.type == ParticipantType::Agent && !one.isHidden;
    });
}

// The errors' fields tell front doors what is wrong: see docs/protocol.md.
Result<void> ChatFiles::checkRoom(const ChatRecord &chat, Side side, std::int64_t size) const
{
    const FileRules rules(m_site.rules());
    const auto sum = used(chat, side);
    if (rules.most == 0)
        return failure(Reason::InvalidParams, "Files are not accepted in this chat.", "files");
    if (sum.files >= rules.most) {
        return failure(Reason::InvalidParams,
                       "No more than " + std::to_string(rules.most) + " files in a chat.", "files");
    }
    if (size > rules.maxBytes) {
        return failure(Reason::InvalidParams,
                       "The file is larger than " + std::to_string(rules.maxBytes) + " bytes.",
                       "size");
    }
    if (sum.bytes + size > rules.totalBytes) {
        return failure(Reason::InvalidParams,
                       "The files of a chat may have no more than "
                           + std::to_string(rules.totalBytes) + " bytes.",
                       "total");
    }
    return {};
}

Result<void> ChatFiles::checkBegin(const ChatRecord &chat, Side side, const std::string &name,
                                   std::int64_t size) const
{
    const FileRules rules(m_site.rules());
    if (size < 1)
        return failure(Reason::InvalidParams, "The file is empty.", "size");
    if (auto room = checkRoom(chat, side, size); !room)
        return room;
    if (side == Side::Customer && rules.needAgent && !hasHadAgent(chat)) {
        return failure(Reason::InvalidParams,
                       "Files are accepted once somebody has joined the chat.", "agent");
    }
    const auto types = ':' + rules.types + ':';
    const auto ending = fileEnding(name);
    if (ending.empty() || types.find(':' + ending + ':') == std::string::npos) {
        return failure(Reason::InvalidParams, "Files of this type are not accepted: " + name + '.',
                       "type");
    }
    return {};
}

Result<void> ChatFiles::checkUploads(const Upload &upload) const
{
    const auto ofChat = std::ranges::count_if(
        m_uploads, [&](const auto &entry) { return entry.second.chat == upload.chat; });
    if (m_uploads.size() >= uploadsOfAll || static_cast<std::size_t>(ofChat) >= uploadsOfChat)
        return failure(Reason::Busy, "Too many files are on their way; please try again.");
    return {};
}

protocol::Data ChatFiles::limits(const ChatRecord &chat) const
{
    const FileRules rules(m_site.rules());
    const auto sum = used(chat, Side::Customer);
    return {{"upload-max-files", std::to_string(rules.most)},
            {"upload-max-file-size", std::to_string(rules.maxBytes)},
            {"upload-max-total-size", std::to_string(rules.totalBytes)},
            {"upload-file-types", rules.types},
            {"upload-need-agent", truth(rules.needAgent)},
            {"used-upload-max-files", std::to_string(sum.files)},
            {"used-upload-max-total-size", std::to_string(sum.bytes)},
            {"download-attempts", std::to_string(filerules::downloads)},
            {"used-download-attempts", std::to_string(chat.downloads)},
            {"delete-file", truth(rules.deletable)}};
}

} // namespace tandem
