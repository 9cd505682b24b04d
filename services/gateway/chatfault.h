// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/chatapi.h"

namespace tandem::gateway {

// Codes of the errors[] of Chat API version 2, and some of our own.
enum class ChatCode {
    InvalidField = 100, // ours: a field that has no code of its own
    FileTooLarge = 110, // ours, as the next three
    FileUnsafe = 111,
    AgentNeeded = 112,
    NoSuchFile = 113,
    FirstNameRequired = 102,
    LastNameRequired = 103,
    SubjectRequired = 104,
    NicknameRequired = 161,
    EmailRequired = 181,
    TextRequired = 182,
    TooManyFiles = 201,
    TotalSizeExceeded = 202,
    FileTypeNotAllowed = 203,
    MessageTooLong = 204,
    ChatUnavailable = 240, // no such service or chat, wrong key, or over
    InvalidEmail = 364
};

// What is wrong with the fields of a call; nothing where they can be passed on.
std::optional<ChatFault> faultOf(const ChatCall &call);
// Whether it has the form of an address (RFC 5321 section 4.1.2, without quoted strings).
bool isEmailAddress(std::string_view text);
// Whether the same request may succeed later.
bool mayPassWithTime(Reason reason);
// The core's refusal of a start, and of all that follows.
ChatFault startFault(const Error &error);
ChatFault chatFault(const Error &error);
ChatFault fileFault(const Error &error);
// What is wrong with the userData of a form.
std::optional<ChatFault> dataFault(const Form &fields);

} // namespace tandem::gateway
