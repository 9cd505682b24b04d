// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/chats.h"
#include "core/engine.h"
#include "interactions/agents.h"
#include "interactions/interactions.h"
#include "interactions/site.h"
#include "routing/router.h"

namespace tandem {

// The services on their engine, in the order in which they load. The simulator builds the same.
struct Services
{
    explicit Services(const SiteSettings &settings)
        : site(settings),
          agents(registered(), site),
          interactions(engine, site, agents),
          chats(engine, site, interactions),
          router(engine, site, agents, interactions)
    {
    }

    Engine engine;
    Site site;
    Agents agents;
    Interactions interactions;
    Chats chats;
    Router router;

private:
    // The site loads first: the others look things up in it.
    Engine &registered()
    {
        engine.add(site);
        return engine;
    }
};

} // namespace tandem
