// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/businesshours.h"

#include <QTest>

using namespace tandem;

namespace {

constexpr int monday = 0, tuesday = 1, friday = 4, saturday = 5, sunday = 6;

BusinessHours::Plan berlin(std::map<int, std::vector<BusinessHours::Span>> days)
{
    BusinessHours::Plan plan;
    plan.timeZone = "Europe/Berlin";
    for (const auto &[day, spans] : days)
        plan.weekdays[static_cast<std::size_t>(day)] = spans;
    return plan;
}

BusinessHours::Span span(const char *from, const char *to)
{
    return {BusinessHours::minuteFrom(from).value(), BusinessHours::minuteFrom(to).value()};
}

UtcTime at(const char *text) { return fromIso(std::string(text) + ":00.000Z").value(); }

std::string next(const BusinessHours &hours, const char *after)
{
    const auto change = hours.nextChange(at(after));
    return change ? toIso(*change).substr(0, 16) : std::string();
}

} // namespace

class tst_businesshours : public QObject
{
    Q_OBJECT

private slots:
    void isOpenByTheWallClockOfItsZone()
    {
        const auto hours =
            BusinessHours::make(berlin({{monday, {span("08:00", "20:00")}}})).value();
        // Winter: Berlin is an hour ahead. 2026-01-05 is a Monday.
        QVERIFY(!hours.isOpen(at("2026-01-05T06:59")));
        QVERIFY(hours.isOpen(at("2026-01-05T07:00")));
        QVERIFY(hours.isOpen(at("2026-01-05T18:59")));
        QVERIFY(!hours.isOpen(at("2026-01-05T19:00")));
        QVERIFY(!hours.isOpen(at("2026-01-06T12:00")));
        // Summer: two hours. 2026-07-06 is a Monday.
        QVERIFY(hours.isOpen(at("2026-07-06T06:00")));
        QVERIFY(!hours.isOpen(at("2026-07-06T18:00")));
    }

    void anEndAtOrBeforeItsBeginIsOnTheNextDay()
    {
        const auto hours =
            BusinessHours::make(berlin({{friday, {span("22:00", "06:00")}}})).value();
        // 2026-01-09 is a Friday; 22:00 in Berlin is 21:00 UTC.
        QVERIFY(!hours.isOpen(at("2026-01-09T20:59")));
        QVERIFY(hours.isOpen(at("2026-01-09T21:00")));
        QVERIFY(hours.isOpen(at("2026-01-10T04:59")));
        QVERIFY(!hours.isOpen(at("2026-01-10T05:00")));
        QVERIFY(!hours.isOpen(at("2026-01-09T03:00"))); // nothing comes over from Thursday
        QCOMPARE(next(hours, "2026-01-09T22:00"), std::string("2026-01-10T05:00"));
        const auto round =
            BusinessHours::make(berlin({{monday, {span("08:00", "08:00")}}})).value();
        QVERIFY(round.isOpen(at("2026-01-05T07:00")));
        QVERIFY(round.isOpen(at("2026-01-06T06:59")));
        QVERIFY(!round.isOpen(at("2026-01-06T07:00")));
    }

    void twentyFourOClockIsTheEndOfTheDay()
    {
        const auto hours = BusinessHours::make(berlin({{saturday, {span("00:00", "24:00")}},
                                                       {sunday, {span("00:00", "24:00")}}}))
                               .value();
        // From Saturday 2026-01-10 00:00 to Monday 00:00 without a gap.
        QVERIFY(!hours.isOpen(at("2026-01-09T22:59")));
        QVERIFY(hours.isOpen(at("2026-01-09T23:00")));
        QCOMPARE(next(hours, "2026-01-10T12:00"), std::string("2026-01-11T23:00"));
    }

    void aDayWithHoursOfItsOwnIsNotLikeItsWeekday()
    {
        auto plan =
            berlin({{friday, {span("08:00", "20:00")}}, {saturday, {span("22:00", "02:00")}}});
        plan.days["2026-12-25"] = {}; // a Friday, closed
        plan.days["2026-12-31"] = {span("09:00", "12:00")};
        const auto hours = BusinessHours::make(plan).value();
        QVERIFY(hours.isOpen(at("2026-12-18T12:00")));
        QVERIFY(!hours.isOpen(at("2026-12-25T12:00")));
        QVERIFY(hours.isOpen(at("2026-12-31T08:00")));
        QVERIFY(!hours.isOpen(at("2026-12-31T11:00")));
        // A holiday does not cut what began the evening before.
        plan.days["2026-12-27"] = {};
        QVERIFY(BusinessHours::make(plan).value().isOpen(at("2026-12-27T00:30")));
    }

    void theHourThatIsLeftOutInSpringIsNotOpen()
    {
        // Berlin 2026-03-29: 02:00 becomes 03:00 at 01:00 UTC. The day has 23 hours.
        const auto hours =
            BusinessHours::make(berlin({{sunday, {span("02:00", "03:30")}}})).value();
        QVERIFY(!hours.isOpen(at("2026-03-29T00:59")));
        QVERIFY(hours.isOpen(at("2026-03-29T01:00")));
        QVERIFY(hours.isOpen(at("2026-03-29T01:29")));
        QVERIFY(!hours.isOpen(at("2026-03-29T01:30")));
        QCOMPARE(next(hours, "2026-03-28T12:00"), std::string("2026-03-29T01:00"));
        QCOMPARE(next(hours, "2026-03-29T01:00"), std::string("2026-03-29T01:30"));
        const auto gone = BusinessHours::make(berlin({{sunday, {span("02:10", "02:50")}}})).value();
        QCOMPARE(next(gone, "2026-03-28T12:00"), std::string("2026-04-05T00:10"));
        const auto day = BusinessHours::make(berlin({{sunday, {span("00:00", "24:00")}}})).value();
        QCOMPARE(next(day, "2026-03-28T23:00"), std::string("2026-03-29T22:00"));
    }

    void theHourThatComesTwiceInAutumnIsOpenTwice()
    {
        // Berlin 2026-10-25: 03:00 becomes 02:00 at 01:00 UTC. The day has 25 hours.
        const auto hours =
            BusinessHours::make(berlin({{sunday, {span("02:00", "03:00")}}})).value();
        QVERIFY(!hours.isOpen(at("2026-10-24T23:59")));
        QVERIFY(hours.isOpen(at("2026-10-25T00:00")));
        QVERIFY(hours.isOpen(at("2026-10-25T01:59")));
        QVERIFY(!hours.isOpen(at("2026-10-25T02:00")));
        QCOMPARE(next(hours, "2026-10-25T00:00"), std::string("2026-10-25T02:00"));
        const auto half = BusinessHours::make(berlin({{sunday, {span("02:30", "04:00")}}})).value();
        QCOMPARE(next(half, "2026-10-24T12:00"), std::string("2026-10-25T00:30"));
        QCOMPARE(next(half, "2026-10-25T00:30"), std::string("2026-10-25T01:00")); // 02:00 again
        QCOMPARE(next(half, "2026-10-25T01:00"), std::string("2026-10-25T01:30"));
        QCOMPARE(next(half, "2026-10-25T01:30"), std::string("2026-10-25T03:00"));
    }

    void theNextChangeIsWhereAScanFindsIt_data()
    {
        QTest::addColumn<QString>("zone");
        for (const auto *zone : {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe",
                                 "Asia/Kolkata", "UTC", "America/Sao_Paulo"})
            QTest::newRow(zone) << QString::fromLatin1(zone);
    }
    void theNextChangeIsWhereAScanFindsIt()
    {
        QFETCH(QString, zone);
        auto plan = berlin({{monday, {span("08:00", "12:15"), span("13:00", "20:00")}},
                            {tuesday, {span("22:30", "02:30")}},
                            {saturday, {span("20:00", "02:00")}},
                            {sunday, {span("01:30", "02:45"), span("23:00", "24:00")}}});
        plan.timeZone = zone.toStdString();
        plan.days["2026-11-02"] = {span("00:00", "01:00")};
        const auto hours = BusinessHours::make(plan).value();
        for (const auto *month : {"2026-03-01T00:00", "2026-10-01T00:00"}) {
            auto expected = hours.nextChange(at(month));
            bool isOpen = hours.isOpen(at(month));
            for (int minute = 0; minute < 45 * 24 * 60; ++minute) {
                const auto time = at(month) + std::chrono::minutes(minute);
                if (hours.isOpen(time) == isOpen)
                    continue;
                QCOMPARE(toIso(expected.value()), toIso(time));
                isOpen = !isOpen;
                expected = hours.nextChange(time);
            }
        }
    }

    void whatNeverChangesHasNoNextChange()
    {
        const auto closed = BusinessHours::make(berlin({})).value();
        QVERIFY(!closed.isOpen(at("2026-01-05T12:00")));
        QVERIFY(!closed.nextChange(at("2026-01-05T12:00")));
        BusinessHours::Plan always = berlin({});
        always.weekdays.fill({span("00:00", "24:00")});
        const auto open = BusinessHours::make(always).value();
        QVERIFY(open.isOpen(at("2026-03-29T01:30")));
        QVERIFY(!open.nextChange(at("2026-01-05T12:00")));
    }

    void zonesThatDoNotExistAreRefused_data()
    {
        QTest::addColumn<QString>("zone");
        for (const auto *zone : {"", "Mars/Olympus", "Europe/Berlin ", "europe berlin", "ABC3",
                                 "../../etc/passwd", "Europe"})
            QTest::newRow(zone) << QString::fromLatin1(zone);
    }
    void zonesThatDoNotExistAreRefused()
    {
        QFETCH(QString, zone);
        auto plan = berlin({});
        plan.timeZone = zone.toStdString();
        const auto made = BusinessHours::make(plan);
        QVERIFY(!made);
        QCOMPARE(made.error().field, std::string("timeZone"));
        QVERIFY(made.error().message.find('"' + plan.timeZone + '"') != std::string::npos);
    }

    void datesAndHoursThatAreNoneAreRefused()
    {
        for (const auto *date : {"2026-02-30", "2026-13-01", "26-01-01", "2026-1-01", "", "x"}) {
            auto plan = berlin({});
            plan.days[date] = {};
            QVERIFY2(!BusinessHours::make(plan), date);
        }
        for (const auto wrong : {BusinessHours::Span{1440, 60}, {-1, 60}, {0, 1441}, {0, -1}})
            QVERIFY(!BusinessHours::make(berlin({{monday, {wrong}}})));
        for (const auto *text : {"24:01", "8:00", "08:60", "0800", "08.00", "+8:00", "", "ab:cd"})
            QVERIFY2(!BusinessHours::minuteFrom(text), text);
        QCOMPARE(BusinessHours::minuteFrom("24:00"), std::optional(1440));
    }
};

QTEST_GUILESS_MAIN(tst_businesshours)
#include "tst_businesshours.moc"
