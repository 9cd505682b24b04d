// SPDX-License-Identifier: GPL-3.0-or-later
// The service on the real agents, interactions and store.
#include "office.h"
#include "statistics/definitioncheck.h"

#include <QTest>

#include <random>

using namespace tandem;
using namespace tandem::protocol;
using State = InteractionState;

namespace {

// Does something to an interaction that it may have done to it.
class Chance
{
public:
    Chance(Office &office, unsigned seed) : m_office(office), m_random(seed) {}

    unsigned number(unsigned below)
    {
        return std::uniform_int_distribution<unsigned>(0, below - 1)(m_random);
    }

    void happens()
    {
        m_office.passes(Ms(number(number(2) ? 2'000 : 400'000)));
        if (number(5) == 0)
            m_office.becomes(someUser(), number(3) ? AgentState::Ready : AgentState::NotReady);
        else if (number(3) == 0 || m_office.services->interactions.open().empty())
            m_office.comes(number(2) ? "support" : "sales");
        else
            m_office.does([this](Office::Services &services) { moves(services.interactions); });
    }

private:
    const char *someUser() { return number(2) ? "alice" : "bob"; }

    void moves(Interactions &interactions)
    {
        const auto &open = interactions.open();
        const auto &record =
            std::next(open.begin(), number(static_cast<unsigned>(open.size())))->second;
        const auto id = record.view.id;
        const auto agent = m_office.id(someUser());
        if (record.offer)
            return answers(interactions, record);
        switch (record.view.state) {
        case State::Queued: return waits(interactions, id, agent);
        case State::Handling: return isHandled(interactions, record, agent);
        case State::Consulting:
            return number(2) ? interactions.endConsult(id) : interactions.completeTransfer(id);
        case State::Parked: return interactions.pull(id, agent);
        default: return interactions.finish(id, MoveCause::MarkedDone);
        }
    }

    void answers(Interactions &interactions, const InteractionRecord &record)
    {
        const auto id = record.view.id;
        if (number(3) > 0)
            interactions.accept(id, record.offer->agent);
        else
            interactions.refuse(id, number(2) ? MoveCause::Rejected : MoveCause::TimedOut);
    }

    void waits(Interactions &interactions, InteractionId id, AgentId agent)
    {
        switch (number(6)) {
        case 0: return interactions.conversationEnded(id, MoveCause::CustomerLeft);
        case 1: return interactions.overflow(id, "sales");
        case 2: return interactions.pull(id, agent);
        default: return interactions.offer(id, agent);
        }
    }

    void isHandled(Interactions &interactions, const InteractionRecord &record, AgentId other)
    {
        const auto id = record.view.id;
        const auto kind = number(2) ? OfferKind::Consult : OfferKind::Transfer;
        switch (number(7)) {
        case 0: return interactions.park(id, "queue/support", {});
        case 1: return interactions.returnToQueue(id, MoveCause::Returned);
        case 2: return interactions.sendToQueue(id, "sales", {}, MoveCause::Transferred);
        case 3:
            if (other != record.agent())
                interactions.offerTo(id, other, kind);
            return;
        case 4: return interactions.conversationEnded(id, MoveCause::CustomerLeft);
        default: return interactions.finish(id, MoveCause::MarkedDone);
        }
    }

    Office &m_office;
    std::mt19937 m_random;
};

std::vector<StatisticDefinition> everyDefinition()
{
    std::vector<StatisticDefinition> all;
    for (std::size_t measure = 0; measure < namesOf(Measure{}).size(); ++measure) {
        for (std::size_t object = 0; object < namesOf(StatisticObject{}).size(); ++object) {
            for (std::size_t window = 0; window < namesOf(Window{}).size(); ++window) {
                auto definition = Office::definition("x", static_cast<StatisticObject>(object),
                                                     static_cast<Measure>(measure),
                                                     static_cast<Window>(window), 900'000);
                definition.state = AgentState::Ready;
                // Who is free depends on the connections, which a restart cuts.
                if (definition.measure != Measure::EstimatedWait
                    && statistics::checkDefinition(definition))
                    all.push_back(definition);
            }
        }
    }
    return all;
}

using Figures = std::map<std::string, std::optional<double>>;

Figures figuresOf(Office &office)
{
    static const std::map<StatisticObject, std::vector<std::string>> objects{
        {StatisticObject::Queue, {"support", "sales"}},
        {StatisticObject::Agent, {"alice", "bob", "sam"}},
        {StatisticObject::Group, {"team"}},
        {StatisticObject::Medium, {"chat", "mail"}}};
    Figures figures;
    for (const auto &definition : everyDefinition()) {
        for (const auto &object : objects.at(definition.object))
            figures[json::toText(definition) + " of " + object] = office.tells(definition, object);
    }
    return figures;
}

QByteArray differenceOf(const Figures &before, const Figures &after)
{
    const auto text = [](std::optional<double> value) {
        return value ? std::to_string(*value) : std::string("nothing");
    };
    for (const auto &[key, value] : before) {
        if (after.at(key) != value)
            return QByteArray::fromStdString(key + ": " + text(after.at(key)) + " instead of "
                                             + text(value));
    }
    return {};
}

using Value = std::optional<double>;

} // namespace

class tst_statistics : public QObject
{
    Q_OBJECT

private slots:
    void afterARestartTheFiguresAreWhatTheyWere()
    {
        std::size_t told = 0;
        for (unsigned seed = 1; seed <= 12; ++seed) {
            Office office;
            office.signsIn("alice");
            office.signsIn("bob");
            Chance chance(office, seed);
            for (int i = 0; i < 60; ++i)
                chance.happens();
            const auto before = figuresOf(office);
            office.restarts();
            auto wrong = differenceOf(before, figuresOf(office));
            QVERIFY2(wrong.isEmpty(), wrong.constData());
            for (const auto &[key, value] : before)
                told += value && *value != 0;
            for (int i = 0; i < 20; ++i)
                chance.happens();
            const auto later = figuresOf(office);
            office.reloads();
            wrong = differenceOf(later, figuresOf(office));
            QVERIFY2(wrong.isEmpty(), wrong.constData());
        }
        QVERIFY(told > 300);
    }

    void figuresFollowTheRealWork()
    {
        Office office;
        office.signsIn("alice");
        const auto value = [&](StatisticObject object, Measure measure, const char *id,
                               Window window = Window::Midnight) {
            return office.tells(Office::definition("x", object, measure, window), id);
        };
        using enum StatisticObject;
        const auto chat = office.comes();
        office.passes(Ms(30'000));
        QCOMPARE(value(Queue, Measure::Waiting, "support", Window::Current), Value(1));
        QCOMPARE(value(Queue, Measure::LongestWait, "support", Window::Current), Value(30'000));
        office.takes("alice", chat);
        QCOMPARE(value(Queue, Measure::Waiting, "support", Window::Current), Value(0));
        QCOMPARE(value(Queue, Measure::Handling, "support", Window::Current), Value(1));
        QCOMPARE(value(Agent, Measure::Handling, "alice", Window::Current), Value(1));
        QCOMPARE(value(Queue, Measure::ServiceLevel, "support"), Value(0));
        QCOMPARE(value(Agent, Measure::AverageWait, "alice"), Value(30'002));
        office.passes(Ms(60'000));
        office.does([&](auto &services) {
            services.interactions.sendToQueue(chat, "sales", {}, MoveCause::Transferred);
        });
        QCOMPARE(value(Queue, Measure::AverageHandle, "support"), Value(60'001));
        QCOMPARE(value(Queue, Measure::AverageHandle, "sales"), Value());
        QCOMPARE(value(Queue, Measure::Entered, "support"), Value(1));
        QCOMPARE(value(Queue, Measure::Entered, "sales"), Value(1));
        QCOMPARE(value(Queue, Measure::Waiting, "sales", Window::Current), Value(1));
        office.does([&](auto &services) {
            services.interactions.conversationEnded(chat, MoveCause::CustomerLeft);
        });
        QCOMPARE(value(Queue, Measure::Abandoned, "sales"), Value(1));
        QCOMPARE(value(Medium, Measure::Done, "chat"), Value(1));
    }

    void agentsReadyAreThoseWhomTheQueueNames()
    {
        Office office;
        const auto ready =
            Office::definition("x", StatisticObject::Queue, Measure::AgentsReady, Window::Current);
        office.signsIn("alice");
        office.signsIn("bob");
        QCOMPARE(office.tells(ready, "support"), Value(2));
        QCOMPARE(office.tells(ready, "sales"), Value(1));
        SiteDocument change;
        change.agents = {{"bob", "Bob", {Role::Agent}, {{"sales", 2}}, {}, {}}};
        office.changesSite(change);
        QCOMPARE(office.tells(ready, "sales"), Value(2));
        office.becomes("alice", AgentState::NotReady);
        QCOMPARE(office.tells(ready, "sales"), Value(1));
    }

    void aDefinitionThatCannotBeToldIsRefusedWithTheReason()
    {
        Office office;
        const auto refusal = [&](const StatisticDefinition &definition, const char *object) {
            const auto reply = office.askAs<StatisticQuery>(Caller::system(), {definition, object});
            return reply ? std::string() : reply.error().field;
        };
        using enum StatisticObject;
        const auto make = [](StatisticObject object, Measure measure, Window window,
                             std::optional<std::int64_t> length = {}) {
            return Office::definition("x", object, measure, window, length);
        };
        QCOMPARE(refusal(make(Queue, Measure::Occupancy, Window::Midnight), "support"),
                 std::string("definition.object"));
        QCOMPARE(refusal(make(Queue, Measure::Entered, Window::Current), "support"),
                 std::string("definition.window"));
        QCOMPARE(refusal(make(Queue, Measure::Entered, Window::Sliding), "support"),
                 std::string("definition.windowMs"));
        QCOMPARE(refusal(make(Queue, Measure::Entered, Window::Interval, 86'400'001), "support"),
                 std::string("definition.windowMs"));
        QCOMPARE(refusal(make(Queue, Measure::Entered, Window::Midnight), "nowhere"),
                 std::string("objectId"));
        auto filtered = make(Agent, Measure::Occupancy, Window::Midnight);
        filtered.mediaType = "chat";
        QCOMPARE(refusal(filtered, "alice"), std::string("definition.mediaType"));
    }

    void whoThinksOfComingIsToldTheWaitAndWhetherTheQueueIsOpen()
    {
        Office office; // on a Wednesday, at 10:00
        const auto wait = [&](const char *queue) {
            return office.askAs<QueueWait>(Caller::customer(), {queue});
        };
        auto reply = wait("sales").value();
        QVERIFY(reply.isOpen);
        QCOMPARE(reply.waiting, 0);
        QVERIFY(!reply.estimatedWaitMs);
        office.signsIn("alice");
        QCOMPARE(wait("sales")->estimatedWaitMs, std::optional<std::int64_t>(0));
        (void)office.comes("sales");
        QCOMPARE(wait("sales")->waiting, 1);
        office.passes(std::chrono::hours(7));
        reply = wait("sales").value();
        QVERIFY(!reply.isOpen);
        QVERIFY(!reply.estimatedWaitMs);
        QVERIFY(wait("support")->isOpen);
        QVERIFY(wait("nowhere").error().reason == Reason::NotFound);
        office.passes(Ms(0));
        QVERIFY(office.ask<QueueWait>("alice", {"sales"}).error().reason == Reason::NotPermitted);
    }

    void monitoringIsToldWhatWaitsAndWhatHappenedSinceTheStart()
    {
        Office office;
        office.signsIn("alice");
        const auto first = office.comes();
        const auto second = office.comes();
        (void)office.comes("sales");
        office.takes("alice", first);
        office.does([&](auto &services) {
            services.interactions.conversationEnded(second, MoveCause::CustomerLeft);
        });
        const auto sample = [&](const std::string &name, const std::string &label) {
            const auto reply = office.askAs<ServerMetrics>(Caller::system(), {}).value();
            for (const auto &family : reply.families) {
                for (const auto &entry : family.samples) {
                    if (family.name == name && entry.labels.begin()->second == label)
                        return entry.value;
                }
            }
            return -1.0;
        };
        QCOMPARE(sample("tandem_interactions_waiting", "support"), 0.0);
        QCOMPARE(sample("tandem_interactions_waiting", "sales"), 1.0);
        QCOMPARE(sample("tandem_interactions_handling", "support"), 1.0);
        QCOMPARE(sample("tandem_agents", "ready"), 1.0);
        QCOMPARE(sample("tandem_agents", "logged_out"), 3.0);
        QCOMPARE(sample("tandem_interactions_entered_total", "support"), 2.0);
        QCOMPARE(sample("tandem_interactions_accepted_total", "support"), 1.0);
        QCOMPARE(sample("tandem_interactions_abandoned_total", "support"), 1.0);
        QCOMPARE(sample("tandem_interactions_abandoned_total", "sales"), 0.0);
        // A reload is no new start, a restart is one.
        office.reloads();
        QCOMPARE(sample("tandem_interactions_entered_total", "support"), 2.0);
        office.restarts();
        QCOMPARE(sample("tandem_interactions_entered_total", "support"), 0.0);
        QCOMPARE(sample("tandem_interactions_waiting", "sales"), 1.0);
    }

    void theSitesDefinitionsAreListed()
    {
        Office office;
        office.signsIn("alice");
        QCOMPARE(office.ask<StatisticsList>("alice", {})->statistics,
                 office.services->site.document().statistics);
    }
};

QTEST_GUILESS_MAIN(tst_statistics)
#include "tst_statistics.moc"
