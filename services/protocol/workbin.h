// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/request.h"
#include "protocol/types.h"

namespace tandem::protocol {

// Where interactions are parked: an agent's own, a group's, or a queue's. id: "agent/alice".
struct Workbin
{
    std::string id;
    std::string name;
    int count = 0;

    bool operator==(const Workbin &) const = default;
};
BOOST_DESCRIBE_STRUCT(Workbin, (), (id, name, count))

struct WorkbinListReply
{
    std::vector<Workbin> workbins;
};
BOOST_DESCRIBE_STRUCT(WorkbinListReply, (), (workbins))

// Those that the caller may open: the own one, of groups that one is in, of queues that one is a
// target of; supervisors: all that are not empty, too.
struct WorkbinList
{
    static constexpr std::string_view name = "workbin.list";
    static constexpr Policy policy = Policy::agents({Role::Agent, Role::Supervisor});
    using Reply = WorkbinListReply;
};
BOOST_DESCRIBE_STRUCT(WorkbinList, (), ())

} // namespace tandem::protocol
