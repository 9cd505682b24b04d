// SPDX-License-Identifier: GPL-3.0-or-later
// Random administrators at work: whatever they try, the site stays one that a company can be run
// on, its store holds just it, and every entry of the audit can be taken back.
#include "bench.h"

#include "protocol/sitelists.h"
#include "site/sitecheck.h"

#include <QTest>

#include <random>

using namespace tandem;
using namespace tandem::protocol;

namespace {

constexpr unsigned seeds = 25;
constexpr int changesEach = 40;

// Changes that are often wrong: few ids, so that they meet; some of them do not exist.
class RandomAdministrator
{
public:
    explicit RandomAdministrator(unsigned seed) : m_random(seed) {}

    AdminApply change(const SiteDocument &site)
    {
        AdminApply apply;
        const int objects = 1 + below(3);
        for (int i = 0; i < objects; ++i)
            putOne(apply.put);
        if (below(2))
            removeOne(site, apply.remove);
        return apply;
    }

    SiteDocument reordered(SiteDocument site)
    {
        protocol::forEachList([&](SiteKind, auto list) {
            if (below(3) == 0)
                std::ranges::shuffle(site.*list, m_random);
        });
        if (below(2) && !site.statistics.empty())
            site.statistics.erase(site.statistics.begin() + below(int(site.statistics.size())));
        return site;
    }

    int below(int end) { return static_cast<int>(m_random() % static_cast<unsigned>(end)); }

private:
    std::string one(const char *prefix) { return prefix + std::to_string(below(4)); }
    std::string name() { return "Name " + std::to_string(below(3)); }
    std::optional<std::string> maybe(std::string text)
    {
        return below(2) ? std::optional(std::move(text)) : std::nullopt;
    }

    void putOne(SiteDocument &put)
    {
        switch (below(8)) {
        case 0: put.skills = {{one("skill"), name()}}; break;
        case 1:
            put.agents = {
                {one("user"), name(), {Role::Agent}, {{one("skill"), below(12)}}, {}, {}}};
            break;
        case 2: put.groups = {{one("group"), name(), {one("user")}}}; break;
        case 3: put.queues = {queue()}; break;
        case 4: put.targetLists = {{one("list"), name(), {target()}}}; break;
        case 5: put.capacityRules = {{one("rule"), name(), {{"chat", below(6), 1}}, {}, {}}}; break;
        case 6:
            put.calendars = {{one("hours"), below(4) ? "Open" : "", "Europe/Berlin", {}, {}}};
            break;
        default: put.rules.emplace(); put.rules->missedOffers = below(5) - 1;
        }
    }

    RoutingTarget target()
    {
        return {maybe(one("skill") + " >= 2 & " + (below(5) ? "!" : "") + one("skill")),
                maybe(one("group")), maybe(one("user"))};
    }

    QueueDefinition queue()
    {
        QueueDefinition made;
        made.id = one("queue");
        made.name = name();
        for (int i = below(3); i > 0; --i)
            made.steps.push_back({below(3) * 1000, maybe(one("list")), {target()}});
        if (below(2))
            made.overflow = Overflow{1000, one("queue")};
        made.calendar = maybe(one("hours"));
        return made;
    }

    void removeOne(const SiteDocument &site, std::vector<SiteObjectRef> &remove)
    {
        protocol::forEachList([&](SiteKind kind, auto list) {
            const auto &objects = site.*list;
            if (!objects.empty() && below(8) == 0)
                remove.push_back({kind, idOf(objects[std::size_t(below(int(objects.size())))])});
        });
    }

    std::mt19937 m_random;
};

} // namespace

class tst_siteproperties : public QObject
{
    Q_OBJECT

private slots:
    void whateverIsTriedTheSiteStaysSoundAndEveryEntryCanBeTakenBack()
    {
        int done = 0;
        int refused = 0;
        for (unsigned seed = 1; seed <= seeds; ++seed) {
            Bench bench;
            RandomAdministrator administrator(seed);
            std::vector<SiteDocument> versions{bench.site->document()};
            for (int i = 0; i < changesEach; ++i) {
                const auto before = bench.site->document();
                const auto reply = administrator.below(6) == 0
                                       ? bench.ask(AdminImport{administrator.reordered(before), {}})
                                       : bench.ask(administrator.change(before));
                const auto &after = bench.site->document();
                QVERIFY(checkDocument(after));
                QVERIFY(reply || after == before);
                QVERIFY(bench.stored() == after);
                ++(reply ? done : refused);
                if (reply && reply->auditId)
                    versions.push_back(after);
            }
            bench.restarts();
            QVERIFY(bench.site->document() == versions.back());
            QCOMPARE(bench.site->version(), std::int64_t(versions.size()) - 1);
            // Backwards through all of them, then the last undoing undone.
            for (auto id = std::int64_t(versions.size()) - 1; id > 0; --id) {
                const auto undone = bench.ask(AdminUndo{id, {}});
                QVERIFY2(undone, undone ? "" : undone.error().message.c_str());
                QVERIFY(bench.site->document() == versions[std::size_t(id) - 1]);
                QVERIFY(bench.stored() == bench.site->document());
            }
            if (versions.size() > 1) {
                QVERIFY(bench.ask(AdminUndo{bench.site->version(), {}}));
                QVERIFY(bench.site->document() == versions[1]);
            }
        }
        // Neither all right nor all wrong, or it would show nothing.
        QVERIFY2(done > 300 && refused > 300,
                 qPrintable(QStringLiteral("%1 done, %2 refused").arg(done).arg(refused)));
    }
};

QTEST_GUILESS_MAIN(tst_siteproperties)
#include "tst_siteproperties.moc"
