// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage.h"

#include <QTest>

using namespace tandem::scxml;
using namespace tandem::test;
using namespace Qt::StringLiterals;

namespace {

QString logged(const char *expression)
{
    return u"<log expr=\"%1\"/>"_s.arg(QString::fromLatin1(expression));
}

class SessionTest : public QObject
{
    Q_OBJECT

private slots:
    void innermostTransitionWins()
    {
        Stage stage;
        auto &session = stage.started(u"<state id='a'><transition event='e' target='outer'/>"
                                      "<state id='b'><transition event='e' target='inner'/></state>"
                                      "</state><state id='outer'/><state id='inner'/>"_s);
        session.deliver(external(u"e"_s));
        QCOMPARE(session.configuration(), QStringList(u"inner"_s));
    }

    void ofConflictingTransitionsTheFirstInDocumentOrderWins()
    {
        Stage stage;
        auto &session = stage.started(
            u"<parallel id='p'><state id='a'><transition event='e' target='x'/></state>"
            "<state id='b'><transition event='e' target='y'/></state></parallel>"
            "<state id='x'/><state id='y'/>"_s);
        session.deliver(external(u"e"_s));
        QCOMPARE(session.configuration(), QStringList(u"x"_s));
    }

    void statesAreLeftFromInsideAndEnteredFromOutside()
    {
        Stage stage;
        auto &session = stage.started(
            u"<state id='a'><onexit><log expr='1'/></onexit><transition event='e' target='d'/>"
            "<state id='b'><onexit><log expr='2'/></onexit></state></state>"
            "<state id='c'><onentry><log expr='3'/></onentry>"
            "<state id='d'><onentry><log expr='4'/></onentry></state></state>"_s);
        session.deliver(external(u"e"_s));
        QCOMPARE(stage.taken(), QStringList({u"2"_s, u"1"_s, u"3"_s, u"4"_s}));
    }

    void eventDescriptorsMatchWholeTokens_data()
    {
        QTest::addColumn<QString>("descriptor");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("matches");
        QTest::newRow("same") << u"a.b"_s << u"a.b"_s << true;
        QTest::newRow("prefix") << u"a"_s << u"a.b"_s << true;
        QTest::newRow("no token") << u"a"_s << u"ab"_s << false;
        QTest::newRow("star") << u"a.*"_s << u"a"_s << true;
        QTest::newRow("any") << u"*"_s << u"x.y"_s << true;
        QTest::newRow("longer") << u"a.b"_s << u"a"_s << false;
        QTest::newRow("second") << u"x a"_s << u"a.b"_s << true;
    }
    void eventDescriptorsMatchWholeTokens()
    {
        QFETCH(QString, descriptor);
        QFETCH(QString, name);
        QFETCH(bool, matches);
        Stage stage;
        auto &session = stage.started(
            u"<state id='a'><transition event='%1' target='b'/></state><state id='b'/>"_s.arg(
                descriptor));
        session.deliver(external(name));
        QCOMPARE(session.isActive(u"b"_s), matches);
    }

    void internalTransitionDoesNotLeaveItsState()
    {
        Stage stage;
        auto &session = stage.started(
            u"<state id='a'><onexit><log expr=\"'left'\"/></onexit>"
            "<transition event='in' type='internal' target='c'/>"
            "<transition event='out' target='c'/><state id='b'/><state id='c'/></state>"_s);
        session.deliver(external(u"in"_s));
        QCOMPARE(stage.taken(), QStringList());
        session.deliver(external(u"out"_s));
        QCOMPARE(stage.taken(), QStringList(u"left"_s));
    }

    void deepHistoryRestoresAllAndShallowOnlyTheChild_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("deep") << u"deep"_s << QStringList({u"a"_s, u"c"_s, u"e"_s});
        QTest::newRow("shallow") << u"shallow"_s << QStringList({u"a"_s, u"c"_s, u"d"_s});
    }
    void deepHistoryRestoresAllAndShallowOnlyTheChild()
    {
        QFETCH(QString, type);
        QFETCH(QStringList, expected);
        Stage stage;
        auto &session = stage.started(
            u"<state id='a'><history id='h' type='%1'><transition target='b'/></history>"
            "<state id='b'><transition event='go' target='e'/></state>"
            "<state id='c'><state id='d'/><state id='e'/></state>"
            "<transition event='away' target='f'/></state>"
            "<state id='f'><transition event='back' target='h'/></state>"_s.arg(type));
        session.deliver(external(u"away"_s));
        session.deliver(external(u"back"_s));
        QCOMPARE(session.configuration(), QStringList({u"a"_s, u"b"_s}));
        session.deliver(external(u"go"_s));
        session.deliver(external(u"away"_s));
        session.deliver(external(u"back"_s));
        QCOMPARE(session.configuration(), expected);
    }

    void parallelIsDoneWhenAllItsRegionsAre()
    {
        Stage stage;
        auto &session =
            stage.started(u"<parallel id='p'><transition event='done.state.p' target='end'/>"
                          "<state id='a'><state id='a1'><transition event='x' target='a2'/></state>"
                          "<final id='a2'/></state>"
                          "<state id='b'><state id='b1'><transition event='y' target='b2'/></state>"
                          "<final id='b2'/></state></parallel><final id='end'><donedata>"
                          "<param name='n' expr='7'/></donedata></final>"_s);
        session.deliver(external(u"x"_s));
        QVERIFY(!session.isFinished());
        session.deliver(external(u"y"_s));
        QCOMPARE(session.finalState(), u"end"_s);
        QCOMPARE(stage.taken(), QStringList(u"ended {\"n\":7}"_s));
    }

    void errorInABlockSkipsItsRestAndNoOtherBlock()
    {
        Stage stage;
        auto &session = stage.started(
            u"<state id='a'><onentry><script>nothing.there()</script><log expr='1'/></onentry>"
            "<onentry><log expr='2'/></onentry>"
            "<transition event='error.execution'><log expr='_event.data.message'/></transition>"
            "</state>"_s);
        QCOMPARE(stage.taken(), QStringList({u"2"_s, u"ReferenceError: nothing is not defined"_s}));
        QVERIFY(!session.isFinished());
    }

    void assigningToWhatIsNotDeclaredIsAnError()
    {
        Stage stage;
        stage.started(u"<state id='a'><onentry><assign location='x' expr='1'/></onentry>"
                      "<transition event='error.execution' target='b'/></state>"
                      "<final id='b'/>"_s);
        QCOMPARE(stage.taken(), QStringList(u"ended"_s));
    }

    void variableOfAScriptIsThereForAll()
    {
        Stage stage;
        stage.started(u"<script>var a = 1; let b = 2; c = 3; function d() { return a + b + c; }"
                      "class E { f() { return 4; } }</script>"
                      "<state id='s'><onentry>"_s
                      + logged("d() + new E().f()") + logged("typeof _event")
                      + u"</onentry>"
                        "<onentry><script>b = 20</script>"_s
                      + logged("d()") + u"</onentry></state>"_s);
        QCOMPARE(stage.taken(), QStringList({u"10"_s, u"undefined"_s, u"24"_s}));
    }

    void lateBindingGivesValuesWhenTheStateIsEntered()
    {
        Stage stage;
        auto &session = stage.started(u"<state id='a'><onentry><log expr='typeof x'/></onentry>"
                                      "<transition event='e' target='b'/></state>"
                                      "<state id='b'><datamodel><data id='x' expr='5'/></datamodel>"
                                      "<onentry><log expr='x'/></onentry></state>"_s,
                                      u"binding='late'"_s);
        session.deliver(external(u"e"_s));
        QCOMPARE(stage.taken(), QStringList({u"undefined"_s, u"5"_s}));
    }

    void delayedSendIsScheduledAndCancelled()
    {
        Stage stage;
        auto &session =
            stage.started(u"<state id='a'><onentry><send id='x' event='late' delay='1.5s'/>"
                          "<send event='later' delayexpr=\"'200ms'\"/></onentry>"
                          "<transition event='stop'><cancel sendid='x'/></transition>"
                          "<transition event='later' target='b'/></state><final id='b'/>"_s);
        QCOMPARE(stage.taken(), QStringList({u"schedule 1 in 1500"_s, u"schedule 2 in 200"_s}));
        session.deliver(external(u"stop"_s));
        QCOMPARE(stage.taken(), QStringList(u"unschedule 1"_s));
        session.fire(1);
        QVERIFY(!session.isFinished());
        session.fire(2);
        QVERIFY(session.isFinished());
    }

    void endForgetsWhatIsStillToBeSent()
    {
        Stage stage;
        auto &session =
            stage.started(u"<state id='a'><onentry><send event='x' delay='1s'/></onentry>"
                          "<transition event='e' target='b'/></state><final id='b'/>"_s);
        session.deliver(external(u"e"_s));
        QCOMPARE(stage.taken(),
                 QStringList({u"schedule 1 in 1000"_s, u"unschedule 1"_s, u"ended"_s}));
    }

    void sendThatCannotArriveIsAnErrorWithItsId_data()
    {
        QTest::addColumn<QString>("send");
        QTest::addColumn<QString>("error");
        QTest::newRow("target") << u"target='nowhere'"_s << u"error.execution"_s;
        QTest::newRow("unreachable") << u"target='#_lost'"_s << u"error.communication"_s;
        QTest::newRow("type") << u"type='pigeon'"_s << u"error.execution"_s;
        QTest::newRow("delay") << u"delay='soon'"_s << u"error.execution"_s;
        QTest::newRow("argument") << u"namelist='nothing'"_s << u"error.execution"_s;
    }
    void sendThatCannotArriveIsAnErrorWithItsId()
    {
        QFETCH(QString, send);
        QFETCH(QString, error);
        Stage stage;
        auto &session =
            stage.started(u"<state id='a'><onentry><send id='x' event='e' %1/></onentry>"
                          "<transition event='%2' cond=\"_event.sendid == 'x'\" "
                          "target='b'/></state><final id='b'/>"_s.arg(send, error));
        QVERIFY(session.isFinished());
    }

    void invokedSessionIsStoppedWithItsState()
    {
        Stage stage;
        auto &session = stage.started(
            u"<state id='a'><invoke id='i' src='other' autoforward='true'><param name='p' "
            "expr='[1, 2]'/><finalize><log expr='_event.name'/></finalize></invoke>"
            "<transition event='leave' target='b'/></state><state id='b'/>"_s);
        QCOMPARE(stage.invocations().at(0).src, u"other"_s);
        QCOMPARE(stage.invocations().at(0).parameters.at(0).second, u"[1,2]"_s);
        auto answer = external(u"answer"_s);
        answer.invokeId = u"i"_s;
        session.deliver(answer);
        session.deliver(external(u"leave"_s));
        QCOMPARE(stage.taken(), QStringList({u"invoke i"_s, u"answer"_s, u"forward answer to i"_s,
                                             u"forward leave to i"_s, u"stop i"_s}));
    }

    void stateThatIsLeftAtOnceInvokesNothing()
    {
        Stage stage;
        stage.started(u"<state id='a'><invoke src='x'/><transition target='b'/></state>"
                      "<state id='b'/>"_s);
        QCOMPARE(stage.taken(), QStringList());
    }

    void foreignElementIsAnActionOfTheOwner()
    {
        Stage stage;
        stage.started(u"<datamodel><data id='n' expr='2'/></datamodel><state id='a'><onentry>"
                      "<t:submit queue='vip' priorityexpr='n * 5'><param name='p' expr='n'/>"
                      "</t:submit><t:refuse/><log expr='1'/></onentry>"
                      "<transition event='error.refused' target='b'/></state><final id='b'/>"_s);
        const auto &action = stage.actions().at(0);
        QCOMPARE(action.space, u"urn:test"_s);
        QCOMPARE(action.attributes, (QJsonObject{{u"queue"_s, u"vip"_s}, {u"priority"_s, 10}}));
        QCOMPARE(action.data, u"{\"p\":2}"_s);
        QCOMPARE(stage.taken(), QStringList({u"act submit"_s, u"act refuse"_s, u"ended"_s}));
    }

    void endlessStepsBecomeAnErrorThatTheDocumentCanAnswer()
    {
        Stage stage;
        auto &session =
            stage.started(u"<state id='a'><transition event='error.platform' target='b'/>"
                          "<transition cond='true'/></state><final id='b'/>"_s);
        QCOMPARE(session.finalState(), u"b"_s);
        auto &stubborn = stage.started(u"<state id='a'><transition cond='true'/></state>"_s);
        QVERIFY(stubborn.isFinished());
        QVERIFY(stubborn.failure().contains(u"steps"_s));
        auto &raising = stage.started(u"<state id='a'><onentry><raise event='e'/></onentry>"
                                      "<transition event='e'><raise event='e'/></transition>"
                                      "<transition event='error.platform' target='b'/></state>"
                                      "<final id='b'/>"_s);
        QCOMPARE(raising.finalState(), u"b"_s);
    }

    void endlessExternalEventsLetOthersWorkBetween()
    {
        Stage stage;
        auto &session =
            stage.started(u"<state id='a'><onentry><send event='e'/></onentry>"
                          "<transition event='e'><send event='e'/></transition></state>"_s);
        QVERIFY(session.hasWork());
        const auto before = session.scriptCount();
        session.run();
        QVERIFY(session.hasWork());
        QCOMPARE(session.scriptCount(), before);
        session.cancel();
        QVERIFY(session.isFinished());
    }

    void foreachGoesOverACopy()
    {
        Stage stage;
        stage.started(u"<datamodel><data id='l'>[1, 2]</data></datamodel><state id='a'><onentry>"
                      "<foreach array='l' item='x' index='i'><script>l.push(9)</script>"
                      "<log expr=\"i + ':' + x\"/></foreach><log expr='l.length'/></onentry>"
                      "</state>"_s);
        QCOMPARE(stage.taken(), QStringList({u"0:1"_s, u"1:2"_s, u"4"_s}));
    }

    void unknownTimersAndLateEventsAreIgnored()
    {
        Stage stage;
        auto &session = stage.started(u"<final id='a'/>"_s);
        session.fire(7);
        session.deliver(external(u"e"_s));
        session.cancel();
        session.start();
        QCOMPARE(stage.taken(), QStringList(u"ended"_s));
    }
};

} // namespace

QTEST_GUILESS_MAIN(SessionTest)
#include "tst_scxmlsession.moc"
