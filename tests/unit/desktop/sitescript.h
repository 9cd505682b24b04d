// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sitedraft.h"
#include "protocol/admin.h"
#include "scriptedlink.h"

#include <QJsonArray>
#include <QSignalSpy>

// A small site, and an administrator at work on it over a link that the test speaks for.
namespace tandem {

inline protocol::SiteDocument smallSite()
{
    protocol::SiteDocument site;
    site.skills = {{"german", "German"}, {"german.formal", "Formal German"}};
    site.agents = {{"alice", "Alice Lindqvist", {Role::Agent}, {{"german", 4}}, {}, {}},
                   {"bob", "Bob", {Role::Agent}, {}, {}, {}}};
    site.groups = {{"night", "Night shift", {"bob"}}};
    protocol::QueueDefinition support;
    support.id = "support";
    support.name = "Support";
    protocol::RoutingStep step;
    step.targets = {{"german >= 3 & !german.formal", {}, {}}, {{}, "night", {}}};
    support.steps = {step};
    support.thresholdMs = 20'000;
    protocol::QueueDefinition sales;
    sales.id = "sales";
    sales.name = "Sales";
    sales.overflow = protocol::Overflow{60'000, "support"};
    site.queues = {support, sales};
    site.rules = protocol::Rules();
    return site;
}

struct Office
{
    Office()
    {
        draft.open();
        has(smallSite(), 7);
    }
    void has(const protocol::SiteDocument &site, std::int64_t version)
    {
        link.answers<protocol::AdminSite>(protocol::SiteReply{site, version});
    }
    QJsonObject value(protocol::SiteKind kind, const char *key) const
    {
        return draft.entry(kind, QString::fromLatin1(key))->value;
    }
    void sets(protocol::SiteKind kind, const char *key, const char *member, const QJsonValue &value)
    {
        auto object = this->value(kind, key);
        object[QString::fromLatin1(member)] = value;
        draft.put(kind, QString::fromLatin1(key), object);
    }
    SiteDraft::Standing standing(protocol::SiteKind kind, const char *key) const
    {
        return draft.entry(kind, QString::fromLatin1(key))->standing;
    }
    // Waits for the check that follows a pause in typing.
    bool checks()
    {
        return QTest::qWaitFor([this] { return link.count<protocol::AdminApply>() > 0; }, 5000);
    }

    ScriptedLink link;
    SiteDraft draft{link};
};

} // namespace tandem
