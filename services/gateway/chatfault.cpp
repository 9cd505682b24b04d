// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/chatfault.h"

#include "domain/limits.h"
#include "domain/webaddress.h"
#include "gateway/chatfields.h"

#include <algorithm>
#include <map>

namespace tandem::gateway {

namespace {

constexpr std::size_t maxEmail = 254; // RFC 5321 section 4.5.3.1.3, without the brackets

ChatFault fault(ChatCode code, std::string advice)
{
    return {static_cast<int>(code), std::move(advice), false, false};
}

std::optional<ChatFault> startFieldsFault(const ChatCall &call)
{
    if (nicknameOf(call.fields).empty())
        return fault(ChatCode::NicknameRequired,
                     "A nickname (or firstName and lastName) is required.");
    if (nicknameOf(call.fields).size() > limits::shortText)
        return fault(ChatCode::InvalidField, "The nickname is too long.");
    if (field(call.fields, "subject").size() > limits::shortText)
        return fault(ChatCode::InvalidField, "The subject is too long.");
    if (field(call.fields, "text").size() > limits::messageText)
        return fault(ChatCode::MessageTooLong, "The text is too long.");
    const auto email = optionalField(call.fields, "emailAddress");
    if (email && !isEmailAddress(*email))
        return fault(ChatCode::InvalidEmail, "The e-mail address is not valid.");
    return std::nullopt;
}

std::optional<ChatFault> otherFault(const ChatCall &call)
{
    switch (call.operation) {
    case ChatOperation::UpdateData: return dataFault(call.fields);
    case ChatOperation::UpdateNickname:
        if (isBlank(nicknameOf(call.fields)))
            return fault(ChatCode::NicknameRequired, "A nickname is required.");
        break;
    case ChatOperation::PushUrl:
        if (!isWebAddress(field(call.fields, "pushUrl")))
            return fault(ChatCode::InvalidField, "The pushUrl must be an http or https address.");
        break;
    case ChatOperation::ReadReceipt:
        if (numberField(call.fields, "transcriptPosition").value_or(0) < 1)
            return fault(ChatCode::InvalidField, "The transcriptPosition must be a number from 1.");
        break;
    case ChatOperation::MailTranscript:
        if (!isEmailAddress(field(call.fields, "emailAddress")))
            return fault(ChatCode::InvalidEmail, "The e-mail address is not valid.");
        break;
    case ChatOperation::CustomNotice:
        if (field(call.fields, "message").size() > limits::messageText)
            return fault(ChatCode::MessageTooLong, "The message is too long.");
        break;
    default: break;
    }
    return std::nullopt;
}

ChatFault transient()
{
    return {static_cast<int>(ChatCode::ChatUnavailable),
            "The chat service is busy at the moment; please try again.", true, false};
}

ChatFault fieldFault(const Error &error)
{
    if (error.field == "nickname")
        return fault(ChatCode::NicknameRequired, error.message);
    if (error.field == "emailAddress")
        return fault(ChatCode::InvalidEmail, error.message);
    if (error.field == "message" || error.field == "text")
        return fault(ChatCode::MessageTooLong, error.message);
    return fault(ChatCode::InvalidField, error.message);
}

// Of a start. Its fields have been looked at here: what the core still misses is a field itself,
// which the queue asks for.
ChatFault missingFault(const Error &error)
{
    static const std::map<std::string, ChatCode> codes{{"firstName", ChatCode::FirstNameRequired},
                                                       {"lastName", ChatCode::LastNameRequired},
                                                       {"subject", ChatCode::SubjectRequired},
                                                       {"emailAddress", ChatCode::EmailRequired},
                                                       {"text", ChatCode::TextRequired}};
    const auto found = codes.find(error.field);
    return found == codes.end() ? fieldFault(error) : fault(found->second, error.message);
}

} // namespace

bool isEmailAddress(std::string_view text)
{
    const auto at = text.find('@');
    const bool plain =
        std::ranges::all_of(text, [](unsigned char c) { return c > 0x20 && c != 0x7F; });
    return plain && text.size() <= maxEmail && at != text.npos && at > 0 && at + 1 < text.size()
           && text.find('@', at + 1) == text.npos;
}

std::optional<ChatFault> dataFault(const Form &fields)
{
    const auto data = userDataOf(fields);
    if (data.size() > limits::dataEntries)
        return fault(ChatCode::InvalidField, "There are too many entries of userData.");
    for (const auto &[key, value] : data) {
        if (key.size() > limits::shortText || value.size() > limits::dataValue)
            return fault(ChatCode::InvalidField, "An entry of userData is too long.");
    }
    return std::nullopt;
}

bool mayPassWithTime(Reason reason)
{
    switch (reason) {
    case Reason::Busy:
    case Reason::StoreUnavailable:
    case Reason::RateLimited:
    case Reason::NotConnected:
    case Reason::Internal: return true;
    default: return false;
    }
}

std::optional<ChatFault> faultOf(const ChatCall &call)
{
    const bool hasNull = std::ranges::any_of(
        call.fields, [](const auto &entry) { return entry.second.contains('\0'); });
    if (hasNull)
        return fault(ChatCode::InvalidField, "A field holds a null character.");
    if (field(call.fields, "clientMessageId").size() > limits::shortText)
        return fault(ChatCode::InvalidField, "The clientMessageId is too long.");
    if (call.operation == ChatOperation::Start) {
        if (auto found = startFieldsFault(call))
            return found;
        return dataFault(call.fields);
    }
    if (call.operation == ChatOperation::Send) {
        const auto message = field(call.fields, "message");
        if (isBlank(message))
            return fault(ChatCode::TextRequired, "The message is empty.");
        if (message.size() > limits::messageText)
            return fault(ChatCode::MessageTooLong, "The message is too long.");
        if (field(call.fields, "messageType").size() > limits::shortText)
            return fault(ChatCode::InvalidField, "The messageType is too long.");
    }
    return otherFault(call);
}

ChatFault startFault(const Error &error)
{
    if (mayPassWithTime(error.reason))
        return transient();
    if (error.reason == Reason::InvalidParams)
        return missingFault(error);
    if (error.reason == Reason::Conflict)
        return fault(ChatCode::InvalidField, error.message);
    return fault(ChatCode::ChatUnavailable, "There is no chat service of that name.");
}

ChatFault chatFault(const Error &error)
{
    if (mayPassWithTime(error.reason))
        return transient();
    if (error.reason == Reason::InvalidParams)
        return fieldFault(error);
    // One text for unknown, wrong key and over, so that nobody can tell chats by asking.
    auto gone = fault(ChatCode::ChatUnavailable, "The chat is not available any more.");
    gone.hasEnded = true;
    return gone;
}

ChatFault fileFault(const Error &error)
{
    static const std::map<std::string, ChatCode> codes{
        {"files", ChatCode::TooManyFiles},      {"total", ChatCode::TotalSizeExceeded},
        {"type", ChatCode::FileTypeNotAllowed}, {"size", ChatCode::FileTooLarge},
        {"unsafe", ChatCode::FileUnsafe},       {"agent", ChatCode::AgentNeeded},
        {"fileId", ChatCode::NoSuchFile}};
    const auto found = codes.find(error.field);
    const bool isOfFile = error.reason == Reason::InvalidParams && found != codes.end();
    return isOfFile ? fault(found->second, error.message) : chatFault(error);
}

} // namespace tandem::gateway
