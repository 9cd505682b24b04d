// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hash.h"
#include "base/id.h"
#include "base/random.h"
#include "domain/interactionstate.h"

#include <QTest>

#include <set>

using namespace tandem;

class tst_ids : public QObject
{
    Q_OBJECT

private slots:
    void idsGrowEvenWhenTheClockGoesBack()
    {
        IdSource ids;
        std::uint64_t last = 0;
        for (int i = 0; i < 100'000; ++i) {
            const auto now = utcFromMs(1'800'000'000'000 + (i % 7 == 0 ? -3'600'000 : i / 3));
            const auto id = ids.next(now);
            QVERIFY(id > last);
            last = id;
        }
    }

    void idsGoOnBehindThoseOfTheStore()
    {
        IdSource before;
        const auto stored = before.next(utcFromMs(1'900'000'000'000));
        IdSource after;
        after.skipTo(stored);
        QVERIFY(after.next(utcFromMs(1'800'000'000'000)) > stored);
    }

    void textOfAnIdSortsLikeItsNumberAndReadsBack()
    {
        IdSource ids;
        std::string last;
        for (int i = 0; i < 1000; ++i) {
            const auto id = ids.next(utcFromMs(1'800'000'000'000 + i));
            const auto text = idToText(id);
            QCOMPARE(text.size(), std::size_t(13));
            QVERIFY(text > last);
            QCOMPARE(idFromText(text), std::optional(id));
            last = text;
        }
    }

    void whatIsNoIdIsNotReadAsOne()
    {
        for (const auto *text : {"", "0", "000000000000", "00000000000000", "zzzzzzzzzzzzz",
                                 "000000000000u", "00000000000 0", "000000000000\xc3"})
            QVERIFY2(!idFromText(text), text);
    }

    void timesReadBackAsTheyWereWritten()
    {
        for (const std::int64_t ms :
             {0LL, 951'782'400'000LL, 1'800'000'000'001LL, 4'102'444'799'999LL})
            QCOMPARE(fromIso(toIso(utcFromMs(ms))), std::optional(utcFromMs(ms)));
        QCOMPARE(toIso(utcFromMs(0)), std::string("1970-01-01T00:00:00.000Z"));
        for (const auto *text :
             {"", "2026-13-01T00:00:00.000Z", "2026-02-30T00:00:00.000Z", "2026-01-01T00:00:00Z",
              "2026-01-01T25:00:00.000Z", "2026-01-01T00:00:00.000Zx"})
            QVERIFY2(!fromIso(text), text);
    }

    void secretsAreLongAndNeverTheSame()
    {
        SystemRandom random;
        std::set<std::string> seen;
        for (int i = 0; i < 1000; ++i)
            seen.insert(random.secret());
        QCOMPARE(seen.size(), std::size_t(1000));
        QCOMPARE(seen.begin()->size(), std::size_t(32));
    }

    void hashesAreThoseOfTheStandard()
    {
        // FIPS 180-4, example "abc".
        QCOMPARE(sha256Hex("abc"),
                 std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QVERIFY(equalSecrets("abc", "abc"));
        QVERIFY(!equalSecrets("abc", "abd"));
        QVERIFY(!equalSecrets("abc", "ab"));
    }

    void whatIsDoneStaysDone()
    {
        for (const auto name : namesOf(InteractionState{}))
            QVERIFY(!mayMove(InteractionState::Done, *fromName<InteractionState>(name)));
    }
};

QTEST_APPLESS_MAIN(tst_ids)
#include "tst_ids.moc"
