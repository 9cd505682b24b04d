// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"

#include "site/sitecheck.h"

#include <QTest>

using namespace tandem;
using namespace tandem::protocol;

namespace {

using Change = std::function<void(SiteDocument &)>;

QueueDefinition &support(SiteDocument &document) { return document.queues[0]; }
QueueDefinition &vip(SiteDocument &document) { return document.queues[3]; }
StatisticDefinition statistic(StatisticObject object, Measure measure, Window window)
{
    StatisticDefinition made;
    made.id = "mine";
    made.name = "Mine";
    made.object = object;
    made.measure = measure;
    made.window = window;
    return made;
}

} // namespace

Q_DECLARE_METATYPE(Change)

class tst_sitecheck : public QObject
{
    Q_OBJECT

    // The row's name is the field that is at fault.
    static void row(const char *field, const char *message, Change change)
    {
        QTest::newRow((std::string(field) + " - " + message).c_str())
            << QString::fromUtf8(field) << QString::fromUtf8(message) << std::move(change);
    }

    static void columns()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("message");
        QTest::addColumn<Change>("change");
    }

    static void isRefused()
    {
        QFETCH(QString, field);
        QFETCH(QString, message);
        QFETCH(Change, change);
        auto document = Bench::demo();
        QVERIFY(checkDocument(document));
        change(document);
        const auto checked = checkDocument(document);
        QVERIFY(!checked);
        QCOMPARE(QString::fromStdString(checked.error().field), field);
        const auto told = QString::fromStdString(checked.error().message);
        QVERIFY2(told.contains(message), qPrintable(told));
        QCOMPARE(checked.error().reason, Reason::InvalidParams);
        // Told to the administrator, not only to programs.
        const auto parts = field.split(QLatin1Char('.'));
        QVERIFY2(parts.size() < 2 || message.contains(QStringLiteral("circle"))
                     || told.contains(parts[1]),
                 qPrintable(told));
    }

private slots:
    void namesAndIdsAreInOrder_data()
    {
        columns();
        row("skills.a b.id", "1 to 64 letters",
            [](auto &site) { site.skills.push_back({"a b", "X"}); });
        row("skills..id", "1 to 64 letters", [](auto &site) { site.skills.push_back({"", "X"}); });
        row("skills.german.id", "twice",
            [](auto &site) { site.skills.push_back({"german", "X"}); });
        row("skills.12.id", "Expressions must be able to name it",
            [](auto &site) { site.skills.push_back({"12", "X"}); });
        row("skills.-a.id", "Expressions must be able to name it",
            [](auto &site) { site.skills.push_back({"-a", "X"}); });
        row("mediaTypes.a@b.id", "Expressions must be able to name it",
            [](auto &site) { site.mediaTypes.push_back({"a@b", "X"}); });
        row("mediaTypes.chat.id", "built in",
            [](auto &site) { site.mediaTypes.push_back({"chat", "X"}); });
        row("skills.german.name", "empty", [](auto &site) { site.skills[3].name = " "; });
        row("skills.german.name", "too long",
            [](auto &site) { site.skills[3].name = std::string(257, 'x'); });
        row("agents.alice.userName", "twice",
            [](auto &site) { site.agents.push_back(site.agents[0]); });
        row("dispositions.solved.code", "twice",
            [](auto &site) { site.dispositions.push_back({"solved", "X"}); });
        row("skills", "more than 10000", [](auto &site) {
            for (int i = 0; i < 10'000; ++i)
                site.skills.push_back({"s" + std::to_string(i), "X"});
        });
    }
    void namesAndIdsAreInOrder() { isRefused(); }

    void capacityIsInOrder_data()
    {
        columns();
        const auto rule = [](auto change) {
            return [change](SiteDocument &site) { change(site.capacityRules[0]); };
        };
        row("capacityRules", "must be a capacity rule", [](auto &site) {
            site.capacityRules.clear();
            for (auto &agent : site.agents)
                agent.capacityRule.reset();
        });
        row("capacityRules.standard.channels[0].most", "0 is not from 1 to 100",
            rule([](auto &one) { one.channels[0].most = 0; }));
        row("capacityRules.standard.channels[1].most", "101 is not from 1 to 100",
            rule([](auto &one) { one.channels[1].most = 101; }));
        row("capacityRules.standard.channels[0].weight", "-1 is not from 0 to 100",
            rule([](auto &one) { one.channels[0].weight = -1; }));
        row("capacityRules.standard.channels[2].mediaType", "no media type \"fax\"",
            rule([](auto &one) { one.channels[2].mediaType = "fax"; }));
        row("capacityRules.standard.channels[1].mediaType", "twice",
            rule([](auto &one) { one.channels[1].mediaType = "chat"; }));
        row("capacityRules.standard.totalWeight", "0 is not from 1",
            rule([](auto &one) { one.totalWeight = 0; }));
        row("capacityRules.standard.expression", "no media type \"fax\", at column 8",
            rule([](auto &one) { one.expression = "chat + fax <= 3"; }));
        row("capacityRules.standard.expression", "at column 9",
            rule([](auto &one) { one.expression = "chat <= "; }));
        row("capacityRules.standard.expression", "never be true",
            rule([](auto &one) { one.expression = "chat + mail < 0"; }));
        row("capacityRules.standard.expression", "never allows anything",
            rule([](auto &one) { one.expression = "chat + mail + task + callback <= 0"; }));
    }
    void capacityIsInOrder() { isRefused(); }

    void peopleAreInOrder_data()
    {
        columns();
        row("agents.alice.roles", "at least one role",
            [](auto &site) { site.agents[0].roles.clear(); });
        row("agents.alice.roles[0]", "twice",
            [](auto &site) { site.agents[0].roles = {Role::Agent, Role::Agent}; });
        row("agents.alice.skills[0].skillId", "no skill \"dutch\"",
            [](auto &site) { site.agents[0].skills[0].skillId = "dutch"; });
        row("agents.alice.skills[1].skillId", "twice",
            [](auto &site) { site.agents[0].skills[1].skillId = "support"; });
        row("agents.alice.skills[2].level", "0 is not from 1 to 100",
            [](auto &site) { site.agents[0].skills[2].level = 0; });
        row("agents.alice.capacityRule", "no capacity rule \"x\"",
            [](auto &site) { site.agents[0].capacityRule = "x"; });
        row("agents.alice.calendar", "no calendar \"x\"",
            [](auto &site) { site.agents[0].calendar = "x"; });
        row("groups.backoffice.agents[2]", "no agent \"eve\"",
            [](auto &site) { site.groups[1].agents.push_back("eve"); });
        row("groups.backoffice.agents[2]", "twice",
            [](auto &site) { site.groups[1].agents.push_back("bob"); });
        row("places.desk.mediaTypes[0]", "no media type \"fax\"",
            [](auto &site) { site.places.push_back({"desk", "Desk", {"fax"}}); });
        // What others refer to cannot go.
        row("groups.frontline.agents[0]", "no agent \"alice\"",
            [](auto &site) { site.agents.erase(site.agents.begin()); });
        row("agents.alice.skills[1].skillId", "no skill \"german\"",
            [](auto &site) { site.skills.pop_back(); });
        row("queues.vip.steps[2].targets[0].group", "no group \"frontline\"",
            [](auto &site) { site.groups.erase(site.groups.begin()); });
    }
    void peopleAreInOrder() { isRefused(); }

    void hoursAreInOrder_data()
    {
        columns();
        const auto office = [](auto change) {
            return [change](SiteDocument &site) { change(site.calendars[0]); };
        };
        row("calendars.office.timeZone", "no time zone \"Mars/Olympus\"",
            office([](auto &one) { one.timeZone = "Mars/Olympus"; }));
        row("calendars.office.hours[0].from", "\"8:00\" is no time",
            office([](auto &one) { one.hours[0].from = "8:00"; }));
        row("calendars.office.hours[0].from", "\"24:00\" is no time",
            office([](auto &one) { one.hours[0].from = "24:00"; }));
        row("calendars.office.hours[0].to", "\"24:01\" is no time",
            office([](auto &one) { one.hours[0].to = "24:01"; }));
        row("calendars.office.hours[0].days", "Say the days",
            office([](auto &one) { one.hours[0].days.clear(); }));
        row("calendars.office.specialDays", "\"2026-02-30\" is no date",
            office([](auto &one) { one.specialDays = {{"2026-02-30", "X", {}}}; }));
        row("calendars.office.specialDays[1].date", "twice", office([](auto &one) {
                one.specialDays = {{"2026-12-25", "X", {}}, {"2026-12-25", "Y", {}}};
            }));
        row("calendars.office.specialDays[0].name", "empty",
            office([](auto &one) { one.specialDays = {{"2026-12-25", "", {}}}; }));
        row("calendars.office.specialDays[0].hours[0].to", "no time",
            office([](auto &one) { one.specialDays = {{"2026-12-24", "X", {{"08:00", ""}}}}; }));
        row("rules.timeZone", "no time zone \"\"", [](auto &site) { site.rules->timeZone = ""; });
        row("rules.httpAllowed.url", "is no address",
            [](auto &site) { site.rules->httpAllowed = {{"file:///etc/passwd"}}; });
        row("rules.missedOffers", "-1 is not from 0",
            [](auto &site) { site.rules->missedOffers = -1; });
        row("rules.inactivityMs", "-1 is not from 0",
            [](auto &site) { site.rules->inactivityMs = -1; });
    }
    void hoursAreInOrder() { isRefused(); }

    void queuesAreInOrder_data()
    {
        columns();
        row("queues.vip.steps[1].targets[0].expression", "no skill \"suport\", at column 11",
            [](auto &site) { vip(site).steps[1].targets[0].expression = "german & (suport | x)"; });
        row("queues.vip.steps[1].targets[0].expression", "at column 14",
            [](auto &site) { vip(site).steps[1].targets[0].expression = "support >= 3 )"; });
        row("queues.vip.steps[1].targets[0].expression", "never be true",
            [](auto &site) { vip(site).steps[1].targets[0].expression = "support > 100"; });
        row("queues.vip.steps[0].targets[0]", "names an expression, a group or an agent",
            [](auto &site) { vip(site).steps[0].targets[0] = {}; });
        row("queues.vip.steps[0].targets", "names a target list or targets",
            [](auto &site) { vip(site).steps[0].targets.clear(); });
        row("queues.vip.steps[0].targetList", "no target list \"x\"",
            [](auto &site) { vip(site).steps[0].targetList = "x"; });
        row("queues.vip.steps[0].targets[0].agent", "no agent \"eve\"",
            [](auto &site) { vip(site).steps[0].targets[0].agent = "eve"; });
        row("queues.vip.steps[2].afterMs", "later than the one before",
            [](auto &site) { vip(site).steps[2].afterMs = 20'000; });
        row("queues.vip.steps[0].afterMs", "-1 is not from 0",
            [](auto &site) { vip(site).steps[0].afterMs = -1; });
        row("queues.support.shares[0].share", "1001 is not from 0 to 1000",
            [](auto &site) { support(site).shares = {{"bob", 1001}}; });
        row("queues.support.shares[1]", "twice",
            [](auto &site) { support(site).shares = {{"bob", 1}, {"bob", 2}}; });
        row("queues.support.priority", "1001 is not from",
            [](auto &site) { support(site).priority = 1001; });
        row("queues.support.limit", "-1 is not from 0",
            [](auto &site) { support(site).limit = -1; });
        row("queues.support.calendar", "no calendar \"x\"",
            [](auto &site) { support(site).calendar = "x"; });
        row("queues.support.closed.queueId", "Say the queue",
            [](auto &site) { support(site).closed.action = TreatmentAction::Overflow; });
        row("queues.support.full.queueId", "no queue \"x\"",
            [](auto &site) { support(site).full = {TreatmentAction::Overflow, {}, "x"}; });
        row("queues.support.closed.text", "too long",
            [](auto &site) { support(site).closed.text = std::string(5000, 'x'); });
        row("queues.support.overflow.queueId", "no queue \"x\"",
            [](auto &site) { support(site).overflow = Overflow{1000, "x"}; });
        row("queues.support.lastAgent.withinMs", "0 is not from 1",
            [](auto &site) { support(site).lastAgent = LastAgent{1000, 0}; });
        row("queues.support.thresholdMs", "0 is not from 1",
            [](auto &site) { support(site).thresholdMs = 0; });
        row("targetLists.all.targets", "at least one",
            [](auto &site) { site.targetLists = {{"all", "All", {}}}; });
        row("targetLists.all.targets[0].group", "no group \"x\"",
            [](auto &site) { site.targetLists = {{"all", "All", {{{}, "x", {}}}}}; });
    }
    void queuesAreInOrder() { isRefused(); }

    void interactionsNeverGoRoundInACircle_data()
    {
        columns();
        row("queues.support.overflow.queueId", "circle: \"support\" -> \"support\"",
            [](auto &site) { support(site).overflow = Overflow{1, "support"}; });
        row("queues.vip.full.queueId", "circle: \"sales\" -> \"vip\" -> \"sales\"", [](auto &site) {
            support(site).overflow = Overflow{1, "sales"};
            site.queues[1].closed = {TreatmentAction::Overflow, {}, "vip"};
            vip(site).full = {TreatmentAction::Overflow, {}, "sales"};
        });
    }
    void interactionsNeverGoRoundInACircle() { isRefused(); }

    void queuesThatMeetAgainAreNoCircle()
    {
        auto site = Bench::demo();
        support(site).overflow = Overflow{1, "sales"};
        support(site).full = {TreatmentAction::Overflow, {}, "billing"};
        site.queues[1].overflow = Overflow{1, "vip"};
        site.queues[2].overflow = Overflow{1, "vip"};
        // A queue that is named but not gone to.
        vip(site).full = {TreatmentAction::Hold, {}, "support"};
        QVERIFY(checkDocument(site));
    }

    void aRowOfThousandsOfQueuesIsJudgedAndItsCircleFound()
    {
        auto site = Bench::demo();
        for (int i = 0; i < 9'000; ++i) {
            QueueDefinition queue;
            queue.id = "q" + std::to_string(i);
            queue.name = "Q";
            if (i < 8'999)
                queue.overflow = Overflow{1, "q" + std::to_string(i + 1)};
            site.queues.push_back(queue);
        }
        QVERIFY(checkDocument(site));
        site.queues.back().overflow = Overflow{1, "q8998"};
        QCOMPARE(checkDocument(site).error().field, std::string("queues.q8999.overflow.queueId"));
    }

    void statisticsMakeSense_data()
    {
        columns();
        using enum StatisticObject;
        const auto with = [](StatisticDefinition made) {
            return [made](SiteDocument &site) { site.statistics.push_back(made); };
        };
        const auto changed = [&](StatisticDefinition made, auto change) {
            change(made);
            return with(made);
        };
        row("statistics.mine.measure", "waiting is a figure of: queue, medium",
            with(statistic(Agent, Measure::Waiting, Window::Current)));
        row("statistics.mine.measure", "occupancy is a figure of: agent, group",
            with(statistic(Queue, Measure::Occupancy, Window::Midnight)));
        row("statistics.mine.window", "its window is current",
            with(statistic(Queue, Measure::Waiting, Window::Midnight)));
        row("statistics.mine.window", "needs a time to look back on",
            with(statistic(Queue, Measure::Accepted, Window::Current)));
        row("statistics.mine.windowMs", "Say how long",
            with(statistic(Queue, Measure::Accepted, Window::Sliding)));
        row("statistics.mine.windowMs", "9999 is not from 10000",
            changed(statistic(Queue, Measure::Accepted, Window::Interval),
                    [](auto &made) { made.windowMs = 9'999; }));
        row("statistics.mine.windowMs", "Only sliding",
            changed(statistic(Queue, Measure::Accepted, Window::Midnight),
                    [](auto &made) { made.windowMs = 10'000; }));
        row("statistics.mine.state", "Say which",
            with(statistic(Agent, Measure::StateTime, Window::Midnight)));
        row("statistics.mine.state", "Only state_time",
            changed(statistic(Agent, Measure::Occupancy, Window::Midnight),
                    [](auto &made) { made.state = AgentState::Ready; }));
        row("statistics.mine.mediaType", "no media type \"fax\"",
            changed(statistic(Queue, Measure::Accepted, Window::Midnight),
                    [](auto &made) { made.mediaType = "fax"; }));
        row("statistics.mine.mediaType", "not filtered by medium",
            changed(statistic(Medium, Measure::Accepted, Window::Midnight),
                    [](auto &made) { made.mediaType = "chat"; }));
        row("statistics.mine.queueId", "no queue \"x\"",
            changed(statistic(Agent, Measure::Accepted, Window::Midnight),
                    [](auto &made) { made.queueId = "x"; }));
        row("statistics.mine.thresholdMs", "Only service_level",
            changed(statistic(Queue, Measure::Accepted, Window::Midnight),
                    [](auto &made) { made.thresholdMs = 5; }));
    }
    void statisticsMakeSense() { isRefused(); }
};

QTEST_GUILESS_MAIN(tst_sitecheck)
#include "tst_sitecheck.moc"
