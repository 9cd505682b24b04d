// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/factstreams.h"

#include <QTest>

using namespace tandem;

namespace {

constexpr AgentId alice{1};
constexpr SessionId session{2};

class Connection final : public FactSink
{
public:
    void deliver(std::int64_t seq, std::shared_ptr<const SharedFact> fact) override
    {
        numbers.push_back(seq);
        texts.push_back(std::string(fact->name()) + fact->params());
    }
    void close(Reason reason) override { closed = reason; }

    std::vector<std::int64_t> numbers;
    std::vector<std::string> texts;
    std::optional<Reason> closed;
};

void happen(FactStreams &streams, int times, const std::string &text = "b")
{
    for (int i = 0; i < times; ++i)
        streams.deliver(alice,
                        std::make_shared<const SharedFact>(protocol::SystemNotice{"a", text}));
}

} // namespace

class tst_factstreams : public QObject
{
    Q_OBJECT

private slots:
    void whoComesBackHearsWhatWasMissedWithoutAGap()
    {
        FactStreams streams;
        auto first = std::make_shared<Connection>();
        streams.open(alice, session, "token", first);
        happen(streams, 3);
        QVERIFY(streams.detach(session, first.get()));
        happen(streams, 4);
        auto second = std::make_shared<Connection>();
        std::optional<FactStreams::Attached> attached;
        streams.resume(alice, session, "token", second, 2, [&](FactStreams::Attached answer) {
            QVERIFY(second->numbers.empty());
            attached = answer;
        });
        QCOMPARE(attached->replayed, std::optional<int>(5));
        happen(streams, 1);
        QCOMPARE(second->numbers, (std::vector<std::int64_t>{3, 4, 5, 6, 7, 8}));
        QCOMPARE(first->numbers.size(), std::size_t(3));
        QCOMPARE(second->texts.front(), first->texts.back());
    }

    void ofLongFactsFewerAreKept()
    {
        FactStreams streams;
        streams.open(alice, session, "token", std::make_shared<Connection>());
        happen(streams, 100, std::string(4'000, 'x'));
        const auto replayed = [&](std::int64_t last) {
            std::optional<int> count;
            streams.resume(alice, session, "token", std::make_shared<Connection>(), last,
                           [&](FactStreams::Attached answer) { count = answer.replayed; });
            return count;
        };
        QCOMPARE(replayed(90), std::optional<int>(10));
        QCOMPARE(replayed(50), std::nullopt);
    }

    void aGapThatCannotBeClosedIsAnsweredWithALaterNumber()
    {
        FactStreams streams;
        streams.open(alice, session, "token", std::make_shared<Connection>());
        happen(streams, 600);
        for (const std::int64_t last : {0, -1, 5'000}) {
            auto back = std::make_shared<Connection>();
            std::optional<FactStreams::Attached> attached;
            streams.resume(alice, session, "token", back, last,
                           [&](FactStreams::Attached answer) { attached = answer; });
            QVERIFY(!attached->replayed);
            QVERIFY(attached->seq > last);
            QVERIFY(back->numbers.empty());
        }
    }

    void aConnectionLostDuringItsResumeMayDetachAtOnce()
    {
        FactStreams streams;
        streams.open(alice, session, "token", std::make_shared<Connection>());
        auto back = std::make_shared<Connection>();
        streams.resume(alice, session, "token", back, 0, [&](FactStreams::Attached) {
            QVERIFY(streams.detach(session, back.get()));
        });
        happen(streams, 1);
        QVERIFY(back->numbers.empty());
    }

    void whereFactsMayBeMissingEveryConnectionEndsAndComesBackToASnapshot()
    {
        FactStreams streams;
        auto first = std::make_shared<Connection>();
        streams.open(alice, session, "token", first);
        happen(streams, 3);
        streams.closeAll();
        QCOMPARE(first->closed, std::optional(Reason::Conflict));
        QVERIFY(!streams.detach(session, first.get()));
        std::optional<FactStreams::Attached> attached;
        streams.resume(alice, session, "token", std::make_shared<Connection>(), 3,
                       [&](FactStreams::Attached answer) { attached = answer; });
        QVERIFY(!attached->replayed);
        QVERIFY(attached->seq > 3);
    }

    void aSecondConnectionClosesTheFirst()
    {
        FactStreams streams;
        auto first = std::make_shared<Connection>();
        auto second = std::make_shared<Connection>();
        streams.open(alice, session, "token", first);
        streams.resume(alice, session, "token", second, 0, [](FactStreams::Attached) {});
        QCOMPARE(first->closed, std::optional(Reason::Conflict));
        QVERIFY(!streams.detach(session, first.get()));
        auto third = std::make_shared<Connection>();
        streams.open(alice, SessionId{3}, "other", third);
        QCOMPARE(second->closed, std::optional(Reason::SessionExpired));
        QCOMPARE(second->numbers.size(), std::size_t(1));
    }
};

QTEST_APPLESS_MAIN(tst_factstreams)
#include "tst_factstreams.moc"
