// SPDX-License-Identifier: GPL-3.0-or-later
// Which states a strategy can never be in.
#include "scxml/reachability.h"

#include <QTest>

using namespace tandem::scxml;
using namespace Qt::StringLiterals;

namespace {

// The ids that the findings name, as far as they have one.
QStringList unreached(const char *states)
{
    const auto chart = Chart::read("<scxml xmlns='http://www.w3.org/2005/07/scxml' version='1.0'>\n"
                                   + QByteArray(states) + "\n</scxml>\n");
    if (!chart)
        return {textOf(chart.error())};
    QStringList ids;
    for (const auto &finding : unreachableStates(**chart))
        ids += finding.message.section(u'"', 1, 1);
    return ids;
}

class ReachabilityTest : public QObject
{
    Q_OBJECT

private slots:
    void aStateWithoutAnArcToItIsFoundWithItsPlace()
    {
        const auto chart = Chart::read("<scxml xmlns='http://www.w3.org/2005/07/scxml'>\n"
                                       "<state id='a'/>\n <state id='b'/>\n</scxml>");
        QVERIFY(chart);
        const auto findings = unreachableStates(**chart);
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings[0].at, (Position{3, 2}));
        QVERIFY(findings[0].message.startsWith(u"\"b\" is never entered"_s));
    }

    void conditionsDoNotCount()
    {
        QCOMPARE(unreached("<state id='a'><transition cond='false' target='b'/></state>"
                           "<final id='b'/>"),
                 QStringList());
    }

    void anArcFromAStateThatIsNeverEnteredDoesNotCount()
    {
        QCOMPARE(unreached("<state id='a'/><state id='b'><transition event='e' target='c'/></state>"
                           "<state id='c'><transition event='e' target='b'/></state>"),
                 (QStringList{u"b"_s, u"c"_s}));
    }

    void allPartsOfAParallelAreEntered()
    {
        QCOMPARE(unreached("<parallel id='p'><state id='a'><state id='a1'/><state id='a2'/></state>"
                           "<state id='b'/></parallel>"),
                 QStringList{u"a2"_s});
    }

    void oneWhoIsEnteredDeeplyDoesNotEnterTheDefault()
    {
        QCOMPARE(unreached("<state id='a'><transition event='e' target='b2'/></state>"
                           "<state id='b'><state id='b1'/><state id='b2'/></state>"),
                 QStringList{u"b1"_s});
        QCOMPARE(unreached("<state id='a'><transition event='e' target='p2'/></state>"
                           "<parallel id='p'><state id='p1'><state id='p11'/></state>"
                           "<state id='p2'/></parallel>"),
                 QStringList());
    }

    void theDefaultOfAHistoryIsEntered()
    {
        QCOMPARE(unreached("<state id='a'><transition event='e' target='h'/></state>"
                           "<state id='b'><history id='h'><transition target='b2'/></history>"
                           "<state id='b1'/><state id='b2'/></state>"),
                 QStringList{u"b1"_s});
        QCOMPARE(unreached("<state id='a'><history id='h'><transition target='b'/></history>"
                           "<state id='b'/></state>"),
                 QStringList{u"h"_s});
    }

    void whatLiesInAStateThatIsNeverEnteredIsNotNamedToo()
    {
        QCOMPARE(unreached("<state id='a'/><state id='b'><state id='c'/></state><state id='d'/>"),
                 (QStringList{u"b"_s, u"d"_s}));
    }
};

} // namespace

QTEST_GUILESS_MAIN(ReachabilityTest)
#include "tst_scxmlreachability.moc"
