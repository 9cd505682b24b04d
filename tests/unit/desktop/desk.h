// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "company.h"
#include "models/desksession.h"
#include "scriptedlink.h"

namespace tandem {

// Alice at her desk, over a link that the test speaks for.
struct Desk
{
    explicit Desk(const protocol::Welcome &welcome, const Clock &clock)
    {
        auto made = std::make_unique<ScriptedLink>();
        link = made.get();
        session = std::make_unique<DeskSession>(std::move(made), welcome, clock, QString());
    }
    QVariant card(int row, int role) const { return session->interactions().index(row).data(role); }

    ScriptedLink *link;
    std::unique_ptr<DeskSession> session;
};

} // namespace tandem
