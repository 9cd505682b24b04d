// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "site/notices.h"
#include "site/site.h"
#include "store/sqlitedatabase.h"

#include <QTemporaryDir>

#include <memory>

// The site alone on its engine and a real store; without other services.
class Bench
{
public:
    explicit Bench(const tandem::protocol::SiteDocument &document = demo());

    static tandem::protocol::SiteDocument demo();

    // Asks as that agent ("ada" administers the demo), commits what it decided, gives the reply. A
    // request that is refused must leave nothing to commit.
    template <tandem::protocol::Request R>
    tandem::Result<typename R::Reply> ask(R request, const std::string &user = "ada")
    {
        auto answer = perform(callerOf(user), tandem::protocol::requestType<R>(),
                              tandem::AnyValue::of(std::move(request)));
        if (!answer)
            return std::unexpected(answer.error());
        return answer->template take<typename R::Reply>();
    }

    tandem::Caller callerOf(const std::string &user) const;
    // From the store alone.
    void restarts();
    // As the store has it now.
    tandem::protocol::SiteDocument stored();
    tandem::Database &database() { return m_database; }

    std::unique_ptr<tandem::Engine> engine;
    std::unique_ptr<tandem::Site> site;
    // Notices since the last time they were taken.
    std::vector<tandem::SiteWasChanged> changes;
    std::vector<tandem::AgentId> passwords;
    // Passed on to the next site after a restart, too.
    tandem::Site::Guard guard;

private:
    tandem::Result<tandem::AnyValue> perform(const tandem::Caller &caller,
                                             const tandem::protocol::RequestType &type,
                                             const tandem::AnyValue &params);

    QTemporaryDir m_folder;
    tandem::SqliteDatabase m_database;
    tandem::Now m_now;
};
