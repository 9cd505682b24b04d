// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/ratelimit.h"

#include <QTest>

using namespace tandem::gateway;
using namespace std::chrono_literals;

class TestRateLimit : public QObject
{
    Q_OBJECT

private slots:
    void allowsABurstThenItsRate();
    void countsEachAddressAlone();
    void forgetsAddressesThatAreQuiet();
};

void TestRateLimit::allowsABurstThenItsRate()
{
    RateLimit limit(2, 5);
    const RateLimit::Time start{};
    for (int i = 0; i < 5; ++i)
        QVERIFY(limit.take("a", start));
    QVERIFY(!limit.take("a", start));
    QVERIFY(!limit.take("a", start + 400ms));
    QVERIFY(limit.take("a", start + 500ms));
    QVERIFY(!limit.take("a", start + 600ms));
    QVERIFY(limit.take("a", start + 1h));
    for (int i = 0; i < 4; ++i)
        QVERIFY(limit.take("a", start + 1h));
    QVERIFY(!limit.take("a", start + 1h));
}

void TestRateLimit::countsEachAddressAlone()
{
    RateLimit limit(1, 1);
    QVERIFY(limit.take("a", {}));
    QVERIFY(!limit.take("a", {}));
    QVERIFY(limit.take("b", {}));
}

void TestRateLimit::forgetsAddressesThatAreQuiet()
{
    RateLimit limit(1, 1);
    const RateLimit::Time start{};
    for (int i = 0; i < 100'000; ++i)
        limit.take(std::to_string(i), start + i * 1ms);
    QVERIFY(limit.size() < 5'000);
}

QTEST_GUILESS_MAIN(TestRateLimit)
#include "tst_ratelimit.moc"
