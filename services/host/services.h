// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/archive.h"
#include "callback/callbackoffers.h"
#include "chat/chatfiles.h"
#include "chat/chats.h"
#include "classification/screening.h"
#include "core/engine.h"
#include "core/storecleaning.h"
#include "interactions/agents.h"
#include "interactions/bulkwork.h"
#include "interactions/interactionactions.h"
#include "interactions/interactionrequests.h"
#include "interactions/interactions.h"
#include "interactions/transfers.h"
#include "interactions/workbins.h"
#include "openmedia/openmedia.h"
#include "orchestration/httpaction.h"
#include "orchestration/strategysessions.h"
#include "privacy/erasure.h"
#include "privacy/retention.h"
#include "routing/router.h"
#include "site/site.h"
#include "site/siteactions.h"
#include "statistics/statistics.h"
#include "supervision/supervisions.h"

namespace tandem {

// The services on their engine, in the order in which they load: later ones look things up in
// earlier ones. The simulator builds the same.
struct Services
{
    explicit Services(const SiteSettings &settings)
        : cleaning(engine),
          site(engine, settings),
          agents(engine, site),
          interactions(engine, site, agents),
          requests(engine, site, agents, interactions),
          transfers(engine, site, agents, interactions),
          workbins(engine, site, agents, interactions),
          interactionActions(engine, site, agents, interactions, transfers),
          bulkWork(engine, agents, interactions, transfers, workbins),
          statistics(engine, site, agents, interactions),
          router(engine, site, agents, interactions),
          chats(engine, site, interactions),
          supervisions(engine, site, agents, interactions, chats),
          archive(engine, cleaning, site, interactions, chats),
          chatFiles(engine, site, interactions, chats),
          openMedia(engine, site, agents, interactions),
          callbackOffers(engine, site, interactions),
          erasure(engine, cleaning, site, archive),
          retention(engine, site),
          httpAction(engine, site),
          strategies(engine, site),
          strategySessions(engine, site, interactions, strategies)
    {
        addSiteActions(engine, site);
        addClassification(engine);
        transfers.findWith([this](const Transfers::Wanted &wanted) {
            return router.find(wanted.mediaType, wanted.queue, wanted.expression, wanted.except);
        });
        workbins.askTargetsWith([this](const AgentRecord &agent, const QueueId &queue) {
            return router.isTarget(agent, queue);
        });
        router.estimateWith([this](const QueueId &queue, int position) {
            return statistics.estimatedWait(queue, position);
        });
        chats.tellStandingWith([this](InteractionId id) { return router.standingOf(id); });
    }

    Engine engine;
    StoreCleaning cleaning;
    Site site;
    Agents agents;
    Interactions interactions;
    InteractionRequests requests;
    Transfers transfers;
    Workbins workbins;
    InteractionActions interactionActions;
    BulkWork bulkWork;
    Statistics statistics;
    Router router;
    Chats chats;
    Supervisions supervisions;
    Archive archive;
    ChatFiles chatFiles;
    OpenMedia openMedia;
    CallbackOffers callbackOffers;
    Erasure erasure;
    Retention retention;
    HttpAction httpAction;
    StrategyLibrary strategies;
    StrategySessions strategySessions;
};

} // namespace tandem
