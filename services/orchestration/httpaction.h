// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine.h"
#include "orchestration/strategywork.h"
#include "site/site.h"

namespace tandem {

// The action http: asks a system outside whose address the site's rules allow. At most once: what
// was on its way when the core ended is answered by its time-out. Core thread.
class HttpAction
{
public:
    HttpAction(Engine &engine, Site &site);

private:
    Result<std::string> call(const ActionCall &call);
    Result<void> checkUrl(const std::string &url) const;
    Result<protocol::Done> answered(const StrategyAnswered &answer);

    Engine &m_engine;
    Site &m_site;
};

} // namespace tandem
