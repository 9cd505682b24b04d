// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/chatchecks.h"

#include "domain/limits.h"
#include "domain/webaddress.h"

namespace tandem {

Result<void> checkMessage(const std::string &text, const char *field)
{
    if (text.find_first_not_of(" \t\r\n") == std::string::npos)
        return failure(Reason::InvalidParams, "The message is empty.", field);
    return checkNotice(text, field);
}

Result<void> checkNotice(const std::string &text, const char *field)
{
    if (text.size() > limits::messageText)
        return failure(Reason::InvalidParams, "The message is longer than 16 KiB.", field);
    return {};
}

Result<void> checkAddress(const std::string &url)
{
    if (!isWebAddress(url)) {
        return failure(Reason::InvalidParams,
                       "It is no address that can be sent; write https://host/path.", "url");
    }
    return {};
}

Result<void> checkNickname(const std::string &nickname)
{
    if (nickname.find_first_not_of(' ') == std::string::npos)
        return failure(Reason::InvalidParams, "A nickname is required.", "nickname");
    if (nickname.size() > limits::shortText)
        return failure(Reason::InvalidParams, "The nickname is longer than 256 bytes.", "nickname");
    return {};
}

Result<void> checkKey(const std::optional<std::string> &key)
{
    if (key && key->size() > limits::shortText) {
        return failure(Reason::InvalidParams, "The key is longer than 256 bytes.",
                       "clientMessageId");
    }
    return {};
}

} // namespace tandem
