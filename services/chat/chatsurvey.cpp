// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a chat that has ended, and what customers may still ask: a survey, and the
// transcript by e-mail.
#include "chat/chats.h"

#include "base/hash.h"
#include "domain/limits.h"

namespace tandem {

namespace {

constexpr int bestScore = 5;
constexpr std::size_t commentLimit = 2'000;

Result<void> checkSurvey(const protocol::CustomerSurvey &survey)
{
    if (survey.score < 1 || survey.score > bestScore)
        return failure(Reason::InvalidParams, "A score is 1 to 5.", "score");
    if (survey.comment && survey.comment->size() > commentLimit)
        return failure(Reason::InvalidParams, "The comment is longer than 2,000 bytes.", "comment");
    return {};
}

Result<void> checkMailAddress(const std::string &address)
{
    if (address.empty() || address.size() > limits::shortText
        || address.find('@') == std::string::npos) {
        return failure(Reason::InvalidParams, "That is no e-mail address.", "emailAddress");
    }
    return {};
}

} // namespace

void Chats::forget(InteractionId id) { dropLater(id); }

void Chats::dropLater(InteractionId id)
{
    m_engine.after(keptAfterEnd, [this, id] {
        if (const auto *chat = find(id))
            rememberEnded(chat->secureKeyHash, id, surveyedFor - keptAfterEnd);
        drop(id);
    });
}

void Chats::drop(InteractionId id)
{
    const auto found = m_chats.find(id);
    if (found == m_chats.end())
        return;
    m_bySecureKey.erase(found->second.secureKeyHash);
    if (found->second.startKeyHash)
        m_byStartKey.erase(*found->second.startKeyHash);
    m_chats.erase(found);
}

void Chats::rememberEnded(const std::string &secureKeyHash, InteractionId id, Ms left)
{
    m_ended[secureKeyHash] = id;
    m_engine.after(std::max(left, Ms(0)), [this, secureKeyHash] { m_ended.erase(secureKeyHash); });
}

Result<InteractionId> Chats::surveyedChat(const protocol::CustomerKey &key)
{
    if (auto chat = customersChat(key))
        return (*chat)->id;
    const auto ended = m_ended.find(sha256Hex(key.secureKey));
    if (ended == m_ended.end() || (key.chatId && *key.chatId != ended->second))
        return failure(Reason::NotFound, "There is no such chat, or it ended too long ago.");
    return ended->second;
}

// action: Result<void>(InteractionId, request).
template <class Request, class Action>
void Chats::serveAfterwards(Action action)
{
    m_engine.serve<Request>(
        [this, action](const Caller &, const Request &request) -> Result<protocol::CustomerReply> {
            const auto id = surveyedChat(request.key);
            if (!id)
                return std::unexpected(id.error());
            if (Result<void> done = action(*id, request); !done)
                return std::unexpected(done.error());
            if (const auto *chat = find(*id))
                return replyTo(*chat, {});
            protocol::CustomerReply reply;
            reply.chatId = *id;
            reply.chatEnded = true;
            return reply;
        });
}

void Chats::serveSurveys()
{
    using namespace protocol;
    serveAfterwards<CustomerSurvey>([this](InteractionId id, const auto &r) -> Result<void> {
        if (auto checked = checkSurvey(r); !checked)
            return checked;
        m_interactions.setSurvey(id, {r.score, r.comment});
        return {};
    });
    serveAfterwards<CustomerMailTranscript>(
        [this](InteractionId id, const auto &r) -> Result<void> {
            if (auto checked = checkMailAddress(r.emailAddress); !checked)
                return checked;
            m_engine.write(insertTranscriptMail(id, r.emailAddress, m_engine.now().utc));
            return {};
        });
}

} // namespace tandem
