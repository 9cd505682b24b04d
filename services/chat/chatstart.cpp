// SPDX-License-Identifier: GPL-3.0-or-later
// How a customer's chat begins.
#include "chat/chatchecks.h"
#include "chat/chats.h"

#include "base/hash.h"
#include "domain/limits.h"

#include <cctype>

namespace tandem {

namespace {

constexpr char previewNotice[] = "What you type can be read before you send it.";

// An address is the same whatever the case of its letters.
std::string folded(std::string text)
{
    for (auto &c : text)
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
}

// What the queue asks for, in the order in which clients of the API look for it.
Result<void> checkRequired(const protocol::QueueDefinition &queue,
                           const protocol::CustomerStart &request)
{
    using enum protocol::StartField;
    const auto data = [&](const char *key) {
        const auto found = request.userData.find(key);
        return found == request.userData.end() ? std::string() : found->second;
    };
    const auto given = [&](protocol::StartField field) {
        switch (field) {
        case FirstName: return data("FirstName");
        case LastName: return data("LastName");
        case EmailAddress: return request.emailAddress.value_or(std::string());
        case Subject: return request.subject;
        case Text: break;
        }
        return request.text.value_or(std::string());
    };
    for (const auto field : queue.requiredFields) {
        if (given(field).find_first_not_of(" \t\r\n") == std::string::npos) {
            const auto name = std::string(nameOf(field));
            return failure(Reason::InvalidParams, "The field \"" + name + "\" is required.", name);
        }
    }
    return {};
}

} // namespace

Result<void> Chats::checkStart(const protocol::CustomerStart &request) const
{
    const auto *queue = m_site.queue(request.service);
    if (!queue)
        return failure(Reason::NotFound, "There is no chat service of this name.", "service");
    if (auto checked = checkRequired(*queue, request); !checked)
        return checked;
    if (auto checked = checkNickname(request.nickname); !checked)
        return checked;
    if (request.subject.size() > limits::shortText)
        return failure(Reason::InvalidParams, "The subject is longer than 256 bytes.", "subject");
    if (request.emailAddress && request.emailAddress->size() > limits::shortText) {
        return failure(Reason::InvalidParams, "The e-mail address is longer than 256 bytes.",
                       "emailAddress");
    }
    if (request.text) {
        if (auto checked = checkMessage(*request.text, "text"); !checked)
            return checked;
    }
    if (auto checked = checkKey(request.clientMessageId); !checked)
        return checked;
    return Interactions::checkData(request.userData, 1);
}

Result<protocol::CustomerReply> Chats::start(const protocol::CustomerStart &request)
{
    if (request.clientMessageId) {
        const auto known = m_byStartKey.find(keyHash(request.startScope));
        if (known != m_byStartKey.end()) {
            auto *chat = record(known->second);
            if (chat && chat->secureKeyHash == sha256Hex(request.secureKey)) {
                chat->lastSeen = m_engine.now().steady;
                auto reply = replyTo(*chat, 1);
                reply.secureKey = request.secureKey;
                return reply;
            }
        }
    }
    if (auto checked = checkStart(request); !checked)
        return std::unexpected(checked.error());
    auto &chat = createChat(request);
    auto reply = replyTo(chat, 1);
    reply.secureKey = request.secureKey;
    m_interactions.announceWaiting(chat.id);
    return reply;
}

ChatRecord &Chats::createChat(const protocol::CustomerStart &request)
{
    auto data = request.userData;
    if (request.emailAddress && !request.emailAddress->empty())
        data["EmailAddress"] = *request.emailAddress;
    NewInteraction values{"chat", request.service, request.subject, request.nickname, data};
    if (data.contains("EmailAddress"))
        values.contactKey = "mail:" + folded(data["EmailAddress"]);
    const auto &interaction = m_interactions.create(values);
    ChatRecord chat;
    chat.id = interaction.id;
    chat.service = request.service;
    chat.secureKeyHash = sha256Hex(request.secureKey);
    chat.userId = interaction.contact.id.text();
    chat.lastSeen = m_engine.now().steady;
    if (request.clientMessageId)
        chat.startKeyHash = keyHash(request.startScope);
    chat.participants.push_back(
        {1, ParticipantType::Client, request.nickname, {}, m_engine.now().utc, true});
    const auto id = chat.id;
    m_bySecureKey[chat.secureKeyHash] = id;
    if (chat.startKeyHash)
        m_byStartKey[*chat.startKeyHash] = id;
    auto &created = m_chats.emplace(id, std::move(chat)).first->second;
    happen(created, created.customer(), {ChatEventType::ParticipantJoined, {}, {}, {}, {}});
    m_engine.write(insertChat(created));
    m_engine.write(insertParticipant(created, created.customer()));
    if (showsPreviews())
        happen(created, company(created),
               {ChatEventType::Notice, previewNotice, "typing_preview", {}, {}});
    if (const auto &consent = m_site.rules().monitoringConsent; consent && !consent->empty())
        happen(created, company(created), {ChatEventType::Message, *consent, {}, {}, {}});
    if (request.text)
        happen(created, created.customer(), {ChatEventType::Message, request.text, {}, {}, {}});
    if (request.text)
        tellStrategies(id, "chat.message", *request.text);
    watchCustomer(id, m_site.settings().customerTimeout);
    return created;
}

} // namespace tandem
