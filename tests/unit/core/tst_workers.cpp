// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workers.h"

#include <QTest>

#include <atomic>
#include <future>
#include <vector>

using namespace tandem;

namespace {

// Holds the actions that it makes until it is opened.
class Gate
{
public:
    std::function<void()> action()
    {
        return [this, opened = m_opened.get_future().share()]() mutable {
            m_entered.set_value();
            opened.wait();
        };
    }
    void waitForAction() { m_entered.get_future().wait(); }
    void open() { m_opened.set_value(); }

private:
    std::promise<void> m_entered;
    std::promise<void> m_opened;
};

std::future<void> done(Workers &workers, const std::string &lane)
{
    const auto promise = std::make_shared<std::promise<void>>();
    workers.run(lane, [promise] { promise->set_value(); });
    return promise->get_future();
}

} // namespace

class tst_workers : public QObject
{
    Q_OBJECT

private slots:
    void aLaneThatIsFullOfWorkHoldsNoOther()
    {
        Gate gate;
        Workers workers;
        QVERIFY(workers.run("flood", gate.action()));
        gate.waitForAction();
        std::atomic<int> more = 0;
        for (int i = 0; i < 50; ++i)
            QVERIFY(workers.run("flood", [&more] { ++more; }));
        done(workers, "other").wait();
        QCOMPARE(more.load(), 0); // one at a time
        gate.open();
        done(workers, "flood").wait();
        QCOMPARE(more.load(), 50);
    }

    void lanesHaveTheirTurnsAndEachItsOrder()
    {
        Gate one;
        Gate other;
        Workers workers;
        QVERIFY(workers.run("one", one.action()));
        QVERIFY(workers.run("other", other.action()));
        one.waitForAction();
        other.waitForAction();
        std::vector<int> order; // by the one thread that is free
        for (int i = 0; i < 3; ++i)
            QVERIFY(workers.run("many", [&order, i] { order.push_back(i); }));
        QVERIFY(workers.run("few", [&order] { order.push_back(10); }));
        auto few = done(workers, "few");
        auto many = done(workers, "many");
        one.open();
        few.wait();
        many.wait();
        QCOMPARE(order, (std::vector<int>{0, 10, 1, 2}));
        other.open();
    }

    void tooMuchIsRefusedForTheLaneOnly()
    {
        Gate gate;
        Workers workers;
        QVERIFY(workers.run("flood", gate.action()));
        gate.waitForAction();
        int taken = 0;
        while (taken < 10'000 && workers.run("flood", [] {}))
            ++taken;
        QCOMPARE(taken, 200);
        done(workers, "other").wait();
        gate.open();
    }
};

QTEST_APPLESS_MAIN(tst_workers)
#include "tst_workers.moc"
