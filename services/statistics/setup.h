// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace tandem::statistics {

// What of the site figures depend on: which objects there are, and how they are counted.
struct Setup
{
    std::string timeZone = "UTC";
    std::map<QueueId, std::int64_t> queues;          // threshold of service level, ms
    std::unordered_map<std::string, AgentId> agents; // by user name
    std::map<std::string, std::vector<AgentId>> groups;
    std::vector<std::string> media;

    bool operator==(const Setup &) const = default;
};

} // namespace tandem::statistics
