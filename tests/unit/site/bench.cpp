// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"

#include "host/democompany.h"
#include "site/sitestore.h"

#include <stdexcept>

using namespace tandem;

namespace {

void must(const Result<void> &result)
{
    if (!result)
        throw std::runtime_error(result.error().message);
}

void store(Database &database, const std::vector<Write> &writes)
{
    must(database.begin());
    for (const auto &write : writes)
        must(database.execute(*write.statement, write.values));
    must(database.commit());
}

} // namespace

Bench::Bench(const protocol::SiteDocument &document)
    : m_database(m_folder.filePath(QStringLiteral("t.sqlite")).toStdString()),
      m_now{utcFromMs(1'800'000'000'000), SteadyTime(Ms(1'000'000))}
{
    must(m_database.open());
    store(m_database, firstStart(document, "hash of demo").writes);
    restarts();
}

protocol::SiteDocument Bench::demo() { return demoSite(); }

Caller Bench::callerOf(const std::string &user) const
{
    const auto *account = site->account(user);
    if (!account)
        return {};
    Roles roles;
    for (const Role role : site->agent(user)->roles)
        roles.add(role);
    return {Caller::Kind::Agent, SessionId{1}, account->id, roles};
}

void Bench::restarts()
{
    engine = std::make_unique<Engine>();
    site = std::make_unique<Site>(*engine, SiteSettings{});
    site->addGuard([this](const protocol::SiteObjectRef &removed) {
        return guard ? guard(removed) : Result<void>();
    });
    engine->hear<SiteWasChanged>([this](const auto &notice) { changes.push_back(notice); });
    engine->hear<PasswordWasChanged>(
        [this](const auto &notice) { passwords.push_back(notice.agent); });
    must(engine->load(m_database, m_now));
}

protocol::SiteDocument Bench::stored()
{
    auto document = readDocument(m_database);
    if (!document)
        throw std::runtime_error(document.error().message);
    return *document;
}

Result<AnyValue> Bench::perform(const Caller &caller, const protocol::RequestType &type,
                                const AnyValue &params)
{
    m_now.utc += Ms(1);
    m_now.steady += Ms(1);
    engine->beginJob(m_now);
    auto outcome = engine->perform(caller, type, params);
    const auto unit = engine->takeUnit();
    if (!outcome && !unit.writes.empty())
        throw std::runtime_error("a refused request left something to commit");
    store(m_database, unit.writes);
    if (!outcome)
        return std::unexpected(outcome.error());
    if (auto *reading = std::get_if<Engine::Reading>(&*outcome))
        return (*reading)(m_database);
    return std::get<AnyValue>(*outcome);
}
