// SPDX-License-Identifier: GPL-3.0-or-later
// Figures that go on with each fact are those that a recount from nothing gives.
#include "recount.h"
#include "statistics/figures.h"

#include <QTest>

#include <cmath>

using namespace tandem;
using namespace tandem::protocol;
using statistics::Figures;

namespace {

constexpr unsigned histories = 400;
constexpr int factsEach = 150;

std::vector<std::string> objectsOf(const MadeUpHistory &history, StatisticObject object)
{
    std::vector<std::string> ids;
    const auto collect = [&](const auto &map) {
        for (const auto &entry : map)
            ids.push_back(entry.first);
    };
    switch (object) {
    case StatisticObject::Queue: collect(history.setup.queues); break;
    case StatisticObject::Agent: collect(history.setup.agents); break;
    case StatisticObject::Group: collect(history.setup.groups); break;
    case StatisticObject::Medium: ids = history.setup.media; break;
    }
    return ids;
}

StatisticDefinition someDefinition(MadeUpHistory &history)
{
    StatisticDefinition definition;
    do {
        definition.object = static_cast<StatisticObject>(history.number(4));
        definition.measure = static_cast<Measure>(history.number(16));
    } while (definition.measure == Measure::EstimatedWait
             || !statistics::rowOf(definition.measure).isToldOf(definition.object));
    const auto kind = statistics::rowOf(definition.measure).kind;
    const bool mayBeCurrent =
        kind == statistics::MeasureRow::Kind::Now || definition.measure == Measure::StateTime;
    definition.window =
        static_cast<Window>(mayBeCurrent ? history.number(4) : 1 + history.number(3));
    constexpr std::int64_t lengths[] = {1'000, 60'000, 900'000, 3'600'000, 86'400'000};
    definition.windowMs = lengths[history.number(5)];
    const bool isNow = definition.measure == Measure::AgentsReady;
    if (history.number(3) == 0 && definition.object != StatisticObject::Queue && !isNow)
        definition.queueId = std::next(history.setup.queues.begin(), history.number(3))->first;
    if (history.number(3) == 0 && definition.object != StatisticObject::Medium && !isNow)
        definition.mediaType = history.setup.media[history.number(2)];
    if (kind == statistics::MeasureRow::Kind::Time) {
        definition.queueId.reset();
        definition.mediaType.reset();
    }
    if (history.number(2) == 0)
        definition.thresholdMs = history.number(120'000);
    if (history.number(2) == 0)
        definition.state = static_cast<AgentState>(history.number(5));
    return definition;
}

void tell(Figures &figures, const MadeUpHistory::Happened &happened)
{
    if (const auto *moved = std::get_if<InteractionMoved>(&happened.fact))
        figures.moved(*moved, happened.time);
    else
        figures.stateChanged(std::get<AgentStateChanged>(happened.fact), happened.time);
}

// As after a start at this moment, from what the fact log gives.
std::unique_ptr<Figures> builtAnew(const MadeUpHistory &history,
                                   const std::vector<StatisticDefinition> &definitions)
{
    const auto since = history.now - statistics::Ledger::reachOf(definitions);
    auto figures = std::make_unique<Figures>(history);
    figures->restart(since);
    for (const auto &happened : history.facts) {
        if (happened.time >= since)
            tell(*figures, happened);
    }
    figures->setUp(history.setup, definitions, history.now);
    return figures;
}

bool isSame(std::optional<double> a, std::optional<double> b)
{
    return a.has_value() == b.has_value()
           && (!a || std::abs(*a - *b) <= 1e-9 * std::max(1.0, std::abs(*b)));
}

QByteArray text(std::optional<double> value)
{
    return value ? QByteArray::number(*value, 'g', 17) : QByteArray("nothing");
}

class Comparison
{
public:
    Comparison(const MadeUpHistory &history, unsigned seed) : m_history(history), m_seed(seed) {}

    // Empty where all are equal.
    QByteArray differenceOf(Figures &figures, const StatisticDefinition &definition,
                            const char *how)
    {
        const auto reading = figures.at(definition, m_history.now);
        for (const auto &object : objectsOf(m_history, definition.object)) {
            const auto told = reading.of(object);
            const auto counted = recount(m_history, definition, object);
            if (!isSame(told, counted)) {
                return "seed " + QByteArray::number(m_seed) + ", " + how + ", "
                       + QByteArray::fromStdString(json::toText(definition)) + " of "
                       + QByteArray::fromStdString(object) + ": " + text(told) + " instead of "
                       + text(counted);
            }
            compared += 1;
            withValue += told && *told != 0;
        }
        return {};
    }

    int compared = 0;
    int withValue = 0;

private:
    const MadeUpHistory &m_history;
    unsigned m_seed;
};

} // namespace

class tst_recount : public QObject
{
    Q_OBJECT

private slots:
    void figuresOfAnyHistoryEqualARecountAlsoAfterARestart()
    {
        int compared = 0;
        int told = 0;
        for (unsigned seed = 1; seed <= histories; ++seed) {
            MadeUpHistory history(seed);
            std::vector<StatisticDefinition> definitions;
            for (int i = 0; i < 8; ++i)
                definitions.push_back(someDefinition(history));
            Figures figures(history);
            // The log begins here: all that ever happened is known.
            figures.restart(utcFromMs(0));
            figures.setUp(history.setup, definitions, history.now);
            figures.advance({history.now, SteadyTime(history.steady.time_since_epoch())});
            Comparison comparison(history, seed);
            for (int i = 0; i < factsEach; ++i) {
                const auto before = history.facts.size();
                history.goesOn();
                for (auto at = before; at < history.facts.size(); ++at)
                    tell(figures, history.facts[at]);
                figures.settle();
                if (history.number(10) != 0)
                    continue;
                if (history.number(2) == 0)
                    history.passes(Ms(history.number(600'000)));
                if (history.number(3) == 0)
                    figures.advance({history.now, SteadyTime(history.steady.time_since_epoch())});
                const auto &definition = definitions[history.number(8)];
                auto wrong = comparison.differenceOf(figures, definition, "going on");
                QVERIFY2(wrong.isEmpty(), wrong.constData());
                const auto anew = builtAnew(history, definitions);
                wrong = comparison.differenceOf(*anew, definition, "built anew");
                QVERIFY2(wrong.isEmpty(), wrong.constData());
            }
            compared += comparison.compared;
            told += comparison.withValue;
        }
        // Something was looked at.
        QVERIFY(compared > 10'000);
        QVERIFY(told > compared / 10);
    }

    void aDefinitionThatIsAskedForLateIsCountedFromWhatIsKnown()
    {
        for (unsigned seed = 1; seed <= 50; ++seed) {
            MadeUpHistory history(seed);
            Figures figures(history);
            figures.restart(utcFromMs(0));
            figures.setUp(history.setup, {}, history.now);
            for (int i = 0; i < factsEach; ++i)
                history.goesOn();
            for (const auto &happened : history.facts)
                tell(figures, happened);
            Comparison comparison(history, seed);
            for (int i = 0; i < 100; ++i) {
                const auto definition = someDefinition(history);
                const auto wrong = comparison.differenceOf(figures, definition, "asked late");
                QVERIFY2(wrong.isEmpty(), wrong.constData());
            }
        }
    }

    void aChangedSiteIsCountedByItsNewRules()
    {
        for (unsigned seed = 1; seed <= 50; ++seed) {
            MadeUpHistory history(seed);
            std::vector<StatisticDefinition> definitions;
            for (int i = 0; i < 8; ++i)
                definitions.push_back(someDefinition(history));
            Figures figures(history);
            figures.restart(utcFromMs(0));
            figures.setUp(history.setup, definitions, history.now);
            Comparison comparison(history, seed);
            for (int i = 0; i < factsEach; ++i) {
                const auto before = history.facts.size();
                history.goesOn();
                for (auto at = before; at < history.facts.size(); ++at)
                    tell(figures, history.facts[at]);
                if (i % 30 != 29)
                    continue;
                history.setup.queues[history.number(2) ? "sales" : "support"] =
                    history.number(300'000);
                history.setup.timeZone = history.number(2) ? "America/New_York" : "UTC";
                definitions[history.number(8)] = someDefinition(history);
                figures.setUp(history.setup, definitions, history.now);
                for (const auto &definition : definitions) {
                    const auto wrong = comparison.differenceOf(figures, definition, "changed");
                    QVERIFY2(wrong.isEmpty(), wrong.constData());
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(tst_recount)
#include "tst_recount.moc"
