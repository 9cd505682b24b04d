// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine.h"
#include "orchestration/strategywork.h"
#include "site/site.h"

#include <functional>
#include <map>
#include <memory>

namespace tandem {

// A strategy as a program brings it, already read.
struct ShippedStrategy
{
    std::string id;
    std::string document;
    protocol::StrategyReading reading;
};

// The strategies of the company with all their versions, which of them is active, and the requests
// that install, activate and remove them. A version never changes. Core thread.
class StrategyLibrary final : public StoredState
{
public:
    using Document = std::shared_ptr<const StrategyDocument>;
    // How many sessions run a version.
    using RunningOf = std::function<int(const std::string &strategyId, int version)>;

    StrategyLibrary(Engine &engine, Site &site);

    Result<void> load(Database &database) override;
    // Set once, by whoever runs sessions.
    void countWith(RunningOf runningOf) { m_runningOf = std::move(runningOf); }

    // Null where there is none.
    Document active(const std::string &strategyId) const;
    Document find(const std::string &strategyId, int version) const;
    bool has(const std::string &strategyId) const { return m_strategies.contains(strategyId); }

    // Rows of strategies for a store that has none of these ids; each is active.
    static std::vector<Write> writesFor(const std::vector<ShippedStrategy> &strategies,
                                        UtcTime now);

private:
    struct Version
    {
        Document document;
        UtcTime installedAt{};
        std::string author;
        std::optional<std::string> note;
    };
    struct Entry
    {
        std::map<int, Version> versions;
        int active = 0; // 0: none
    };

    void serveRequests();
    protocol::StrategyListReply list() const;
    protocol::Strategy describe(const std::string &id, const Entry &entry) const;
    Result<protocol::StrategyDocumentReply> fetch(const protocol::StrategyFetch &request) const;
    Result<protocol::StrategyInstallReply> install(const Caller &caller,
                                                   const protocol::StrategyInstall &request);
    Result<protocol::Done> activate(const Caller &caller,
                                    const protocol::StrategyActivate &request);
    Result<protocol::Done> remove(const Caller &caller, const protocol::StrategyRemove &request);
    void setActive(const Caller &caller, const std::string &id, Entry &entry, int version);
    Result<void> checkSite(const protocol::SiteDocument &candidate) const;
    std::vector<QueueId> queuesOf(const std::string &id) const;

    Engine &m_engine;
    Site &m_site;
    RunningOf m_runningOf;
    std::map<std::string, Entry> m_strategies;
};

} // namespace tandem
