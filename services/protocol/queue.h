// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/request.h"
#include "protocol/types.h"

namespace tandem::protocol {

struct QueueListReply
{
    std::vector<Queue> queues;
};
BOOST_DESCRIBE_STRUCT(QueueListReply, (), (queues))

struct QueueList
{
    static constexpr std::string_view name = "queue.list";
    static constexpr Policy policy = Policy::anyAgent();
    using Reply = QueueListReply;
};
BOOST_DESCRIBE_STRUCT(QueueList, (), ())

} // namespace tandem::protocol
