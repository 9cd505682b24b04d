// SPDX-License-Identifier: GPL-3.0-or-later
#include "orchestration/strategylibrary.h"

#include "domain/limits.h"
#include "orchestration/strategychecks.h"

#include <algorithm>
#include <cctype>

namespace tandem {

namespace {

constexpr Statement selectVersions{
    "SELECT strategy_id, version, name, document, events, installed_at, author, note "
    "FROM strategy_version ORDER BY strategy_id, version"};
constexpr Statement insertVersion{
    "INSERT INTO strategy_version (strategy_id, version, name, document, events, installed_at, "
    "author, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"};
constexpr Statement deleteVersions{"DELETE FROM strategy_version WHERE strategy_id = ?"};
constexpr Statement selectActivations{
    "SELECT id, strategy_id, version FROM strategy_activation ORDER BY id"};
constexpr Statement insertActivation{
    "INSERT INTO strategy_activation (id, strategy_id, version, time, author) "
    "VALUES (?, ?, ?, ?, ?)"};

std::unexpected<Error> noStrategy(const std::string &id)
{
    return failure(Reason::NotFound, "There is no strategy \"" + id + "\".", "strategyId");
}

std::unexpected<Error> noVersion(const std::string &id, int version)
{
    return failure(Reason::NotFound,
                   "Strategy \"" + id + "\" has no version " + std::to_string(version) + ".",
                   "version");
}

Result<void> checkId(const std::string &id)
{
    const auto isAllowed = [](unsigned char c) {
        return std::isalnum(c) != 0 || c == '.' || c == '-' || c == '_';
    };
    if (id.empty() || id.size() > 64 || !std::ranges::all_of(id, isAllowed)) {
        return failure(Reason::InvalidParams, "A strategy's id is 1 to 64 letters, digits or . - _",
                       "strategyId");
    }
    return {};
}

Write writeVersion(const StrategyDocument &document, UtcTime now, const std::string &author,
                   const std::optional<std::string> &note)
{
    return write(insertVersion, document.strategyId, document.version, document.name, document.text,
                 json::toText(document.events), now, author, note);
}

} // namespace

StrategyLibrary::StrategyLibrary(Engine &engine, Site &site) : m_engine(engine), m_site(site)
{
    engine.add(*this);
    site.addCheck([this](const auto &candidate) { return checkSite(candidate); });
    serveRequests();
}

void StrategyLibrary::serveRequests()
{
    using namespace protocol;
    m_engine.serve<StrategyList>(
        [this](const Caller &, const auto &) -> Result<StrategyListReply> { return list(); });
    m_engine.serve<StrategyFetch>([this](const Caller &, const auto &r) { return fetch(r); });
    m_engine.serve<StrategyCheck>([](const Caller &, const auto &r) -> Result<StrategyCheckReply> {
        if (!r.reading)
            return failure(Reason::Internal, "The document was not read.");
        return StrategyCheckReply{r.reading->findings};
    });
    m_engine.serve<StrategyInstall>([this](const auto &c, const auto &r) { return install(c, r); });
    m_engine.serve<StrategyActivate>(
        [this](const auto &c, const auto &r) { return activate(c, r); });
    m_engine.serve<StrategyRemove>([this](const auto &c, const auto &r) { return remove(c, r); });
}

Result<void> StrategyLibrary::load(Database &database)
{
    m_strategies.clear();
    auto read = database.query(selectVersions, {}, [this](const Row &row) {
        StrategyDocument document{
            row.text(0), static_cast<int>(row.number(1)), row.text(2), row.text(3), {}};
        document.events =
            json::fromText<std::vector<std::string>>(row.text(4)).value_or(document.events);
        auto &version = m_strategies[row.text(0)].versions[document.version];
        version.document = std::make_shared<const StrategyDocument>(std::move(document));
        version.installedAt = row.time(5);
        version.author = row.text(6);
        version.note = row.maybeText(7);
    });
    if (!read)
        return read;
    return database.query(selectActivations, {}, [this](const Row &row) {
        m_engine.skipIdsTo(static_cast<std::uint64_t>(row.number(0)));
        const auto found = m_strategies.find(row.text(1));
        const auto version = static_cast<int>(row.number(2));
        if (found != m_strategies.end())
            found->second.active = found->second.versions.contains(version) ? version : 0;
    });
}

std::vector<Write> StrategyLibrary::writesFor(const std::vector<ShippedStrategy> &strategies,
                                              UtcTime now)
{
    std::vector<Write> writes;
    IdSource ids;
    for (const auto &shipped : strategies) {
        const StrategyDocument document{shipped.id, 1, shipped.reading.name, shipped.document,
                                        shipped.reading.events};
        writes.push_back(writeVersion(document, now, {}, {}));
        writes.push_back(write(insertActivation, ids.next(now), shipped.id, 1, now, ""));
    }
    return writes;
}

StrategyLibrary::Document StrategyLibrary::find(const std::string &strategyId, int version) const
{
    const auto found = m_strategies.find(strategyId);
    if (found == m_strategies.end() || !found->second.versions.contains(version))
        return nullptr;
    return found->second.versions.at(version).document;
}

StrategyLibrary::Document StrategyLibrary::active(const std::string &strategyId) const
{
    const auto found = m_strategies.find(strategyId);
    return found == m_strategies.end() ? nullptr : find(strategyId, found->second.active);
}

std::vector<QueueId> StrategyLibrary::queuesOf(const std::string &id) const
{
    std::vector<QueueId> queues;
    for (const auto &queue : m_site.queues()) {
        if (queue.strategy == id)
            queues.push_back(queue.id);
    }
    return queues;
}

protocol::Strategy StrategyLibrary::describe(const std::string &id, const Entry &entry) const
{
    protocol::Strategy strategy;
    strategy.id = id;
    const auto shown = entry.active > 0 ? entry.active : entry.versions.rbegin()->first;
    strategy.name = entry.versions.at(shown).document->name;
    if (strategy.name.empty())
        strategy.name = id;
    if (entry.active > 0)
        strategy.activeVersion = entry.active;
    for (auto version = entry.versions.rbegin(); version != entry.versions.rend(); ++version) {
        const auto &[number, known] = *version;
        const int running = m_runningOf ? m_runningOf(id, number) : 0;
        strategy.versions.push_back(
            {number, known.installedAt, known.author, known.note, number == entry.active, running});
    }
    strategy.queues = queuesOf(id);
    return strategy;
}

protocol::StrategyListReply StrategyLibrary::list() const
{
    protocol::StrategyListReply reply;
    for (const auto &[id, entry] : m_strategies)
        reply.strategies.push_back(describe(id, entry));
    return reply;
}

Result<protocol::StrategyDocumentReply>
StrategyLibrary::fetch(const protocol::StrategyFetch &request) const
{
    const auto found = m_strategies.find(request.strategyId);
    if (found == m_strategies.end())
        return noStrategy(request.strategyId);
    const auto &entry = found->second;
    const int usual = entry.active > 0 ? entry.active : entry.versions.rbegin()->first;
    const int version = request.version.value_or(usual);
    if (!entry.versions.contains(version))
        return noVersion(request.strategyId, version);
    return protocol::StrategyDocumentReply{request.strategyId, version,
                                           entry.versions.at(version).document->text};
}

Result<protocol::StrategyInstallReply>
StrategyLibrary::install(const Caller &caller, const protocol::StrategyInstall &request)
{
    if (auto checked = checkId(request.strategyId); !checked)
        return std::unexpected(checked.error());
    if (!request.reading)
        return failure(Reason::Internal, "The document was not read.");
    if (!request.reading->findings.empty()) {
        return failure(Reason::InvalidParams,
                       "The document cannot be installed:\n" + textOf(request.reading->findings),
                       "document");
    }
    if (request.note && request.note->size() > limits::note)
        return failure(Reason::InvalidParams, "The note is longer than 4 KiB.", "note");
    auto &entry = m_strategies[request.strategyId];
    const auto newest = entry.versions.empty() ? 0 : entry.versions.rbegin()->first;
    int version = newest;
    if (newest == 0 || entry.versions.at(newest).document->text != request.document) {
        version = newest + 1;
        const StrategyDocument document{request.strategyId, version, request.reading->name,
                                        request.document, request.reading->events};
        const auto now = m_engine.now().utc;
        const auto author = m_site.authorOf(caller).userName;
        m_engine.write(writeVersion(document, now, author, request.note));
        entry.versions[version] = {std::make_shared<const StrategyDocument>(document), now, author,
                                   request.note};
    }
    if (request.activate.value_or(true))
        setActive(caller, request.strategyId, entry, version);
    return protocol::StrategyInstallReply{request.strategyId, version};
}

void StrategyLibrary::setActive(const Caller &caller, const std::string &id, Entry &entry,
                                int version)
{
    if (entry.active == version)
        return;
    entry.active = version;
    m_engine.write(write(insertActivation, m_engine.newId<InteractionId>().value, id, version,
                         m_engine.now().utc, m_site.authorOf(caller).userName));
}

Result<protocol::Done> StrategyLibrary::activate(const Caller &caller,
                                                 const protocol::StrategyActivate &request)
{
    const auto found = m_strategies.find(request.strategyId);
    if (found == m_strategies.end())
        return noStrategy(request.strategyId);
    if (!found->second.versions.contains(request.version))
        return noVersion(request.strategyId, request.version);
    setActive(caller, request.strategyId, found->second, request.version);
    return protocol::Done{};
}

Result<protocol::Done> StrategyLibrary::remove(const Caller &caller,
                                               const protocol::StrategyRemove &request)
{
    const auto found = m_strategies.find(request.strategyId);
    if (found == m_strategies.end())
        return noStrategy(request.strategyId);
    if (const auto queues = queuesOf(request.strategyId); !queues.empty()) {
        return failure(Reason::Conflict,
                       "Queue \"" + queues.front() + "\" names this strategy; change it first.",
                       "strategyId");
    }
    for (const auto &[number, version] : found->second.versions) {
        if (m_runningOf && m_runningOf(request.strategyId, number) > 0) {
            return failure(Reason::Conflict, "Sessions of this strategy run; wait for their end.",
                           "strategyId");
        }
    }
    m_engine.write(write(deleteVersions, request.strategyId));
    // A strategy of this id that comes later begins anew.
    setActive(caller, request.strategyId, found->second, 0);
    m_strategies.erase(found);
    return protocol::Done{};
}

Result<void> StrategyLibrary::checkSite(const protocol::SiteDocument &candidate) const
{
    for (const auto &queue : candidate.queues) {
        if (queue.strategy && !m_strategies.contains(*queue.strategy)) {
            return failure(Reason::NotFound,
                           "There is no strategy \"" + *queue.strategy + "\"; install it first.",
                           "queues." + queue.id + ".strategy");
        }
    }
    return {};
}

} // namespace tandem
