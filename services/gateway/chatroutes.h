// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/chatapi.h"
#include "gateway/filedoor.h"
#include "gateway/origin.h"
#include "gateway/router.h"

namespace tandem::gateway {

// POST /genesys/2/chat/{service}[/{chatId}/{operation}] (wire facts 1.1), with CORS. All four
// must outlive the router.
void addChatRoutes(Router &router, ChatApi &api, FileDoor &files, const OriginPolicy &origins);

// What the path of a request asks for; nothing where it is no address of this API.
struct ChatPath
{
    std::string service;
    std::optional<std::string> chatId;
    ChatOperation operation = ChatOperation::Start;
};
std::optional<ChatPath> chatPath(std::string_view path);

} // namespace tandem::gateway
