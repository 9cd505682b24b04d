// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/request.h"
#include "protocol/types.h"

namespace tandem::protocol {

struct ServerStatusReply
{
    std::string version;
    bool canCommit = false;
    std::int64_t uptimeMs = 0;
    int agentsConnected = 0;
    int agentsReady = 0;
    int interactionsOpen = 0;
    int interactionsWaiting = 0;
};
BOOST_DESCRIBE_STRUCT(ServerStatusReply, (),
                      (version, canCommit, uptimeMs, agentsConnected, agentsReady, interactionsOpen,
                       interactionsWaiting))

struct ServerStatus
{
    static constexpr std::string_view name = "server.status";
    static constexpr Policy policy = Policy::anyAgent();
    using Reply = ServerStatusReply;
};
BOOST_DESCRIBE_STRUCT(ServerStatus, (), ())

} // namespace tandem::protocol
