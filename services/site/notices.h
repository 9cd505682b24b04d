// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "protocol/site.h"

// What services above hear of within the same job, when the site already is as it will be.
namespace tandem {

struct SiteWasChanged
{
    std::int64_t version = 0;
    std::vector<protocol::SiteChange> changes;

    bool concerns(protocol::SiteKind kind) const
    {
        for (const auto &change : changes) {
            if (change.kind == kind)
                return true;
        }
        return false;
    }
};

// Sessions that were opened with the old password are over.
struct PasswordWasChanged
{
    AgentId agent;
};

// An agent has another picture from now on, or none.
struct PictureWasChanged
{
    AgentId agent;
};

} // namespace tandem
