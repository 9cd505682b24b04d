// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace tandem::scxml;
using namespace tandem::test;
using namespace Qt::StringLiterals;

namespace {

QString kept(const char *declare, const char *look)
{
    return u"<script>%1</script><state id='s'><transition event='look'><log expr=\"%2\"/>"
           "</transition><transition event='error.execution'><log expr='_event.data.message'/>"
           "</transition></state>"_s.arg(QString::fromLatin1(declare).toHtmlEscaped(),
                                         QString::fromLatin1(look).toHtmlEscaped());
}

class StoreTest : public QObject
{
    Q_OBJECT

private slots:
    void dataComesBackExactly_data()
    {
        QTest::addColumn<QString>("states");
        QTest::addColumn<QString>("seen");
        const auto row = [](const char *name, const char *declare, const char *look,
                            const QString &seen) {
            QTest::newRow(name) << kept(declare, look) << seen;
        };
        row("plain", "var x = { a: [1, 'b', null, true], c: { d: -1.5 } }", "JSON.stringify(x)",
            u"{\"a\":[1,\"b\",null,true],\"c\":{\"d\":-1.5}}"_s);
        row("undefined", "var x = { a: undefined }; var y", "('a' in x) + typeof x.a + typeof y",
            u"trueundefinedundefined"_s);
        row("numbers", "var x = [NaN, Infinity, -Infinity, -0]",
            "x[0] !== x[0] && x[1] + x[2] !== 0 && 1 / x[3]", u"-Infinity"_s);
        row("held twice", "var x = {}; var y = [x, x]", "y[0] === y[1] && y[0] === x", u"true"_s);
        row("holds itself", "var x = {}; x.x = x", "x.x === x", u"true"_s);
        row("hole", "var x = [1, , 3]", "(1 in x) + ',' + x.length", u"false,3"_s);
        row("own tag", "var x = { $: 'same', v: 0 }", "x.$ + x.v", u"same0"_s);
        row("function", "function f(a) { return a + y; } var y = 2", "f(1)", u"3"_s);
        row("method of data", "function f() { return this.a; } var x = { a: 4, f: f }", "x.f()",
            u"4"_s);
        row("built-in", "var m = Math.max", "m === Math.max", u"true"_s);
        row("map", "var x = new Map([['a', { b: 1 }]]); var y = x.get('a')",
            "x.get('a') === y && x.size", u"1"_s);
        row("set", "var x = new Set([1, 'a'])", "x.has('a')", u"true"_s);
        row("pattern", "var x = /b/g; x.test('ab')", "x.lastIndex + x.flags", u"2g"_s);
        row("error", "var x = new TypeError('m')", "x instanceof TypeError && x.message", u"m"_s);
        row("frozen", "var x = Object.freeze({ a: 1 })", "x.a = 2, x.a", u"1"_s);
        row("bare", "var x = Object.create(null); x.a = 1", "x.a + typeof Object.getPrototypeOf(x)",
            u"1object"_s);
        row("document", "var x = $xml('<a><b c=\"1\">t</b></a>')",
            "x.getElementsByTagName('b')[0].getAttribute('c') + x.documentElement.tagName + x",
            u"1a<a><b c=\"1\">t</b></a>"_s);
        row("system", "var x = _ioprocessors", "x === _ioprocessors", u"true"_s);
        row("text", "var x = '\\u2028\\ud800\\\"\\u0000'", "x.length + ':' + x.charCodeAt(1)",
            u"4:55296"_s);
    }
    void dataComesBackExactly()
    {
        QFETCH(QString, states);
        QFETCH(QString, seen);
        Stage stage;
        auto *session = &stage.started(states);
        session->deliver(external(u"look"_s));
        QCOMPARE(stage.taken(), QStringList(seen));
        session = &stage.restored(*session);
        session = &stage.restored(*session);
        session->deliver(external(u"look"_s));
        QCOMPARE(stage.taken(), QStringList(seen));
    }

    void whatCannotBeKeptIsNamed_data()
    {
        QTest::addColumn<QString>("states");
        QTest::newRow("closure") << kept("var f = (() => { var n = 0; return () => ++n; })()", "1");
        QTest::newRow("class") << kept("class A {} var f = new A()", "1");
        QTest::newRow("getter") << kept("var f = { get a() { return 1; } }", "1");
        QTest::newRow("symbol") << kept("var f = Symbol('a')", "1");
    }
    void whatCannotBeKeptIsNamed()
    {
        QFETCH(QString, states);
        Stage stage;
        const auto stored = stage.started(states).stored();
        QVERIFY(!stored);
        QVERIFY2(stored.error().message.contains("cannot be stored"),
                 stored.error().message.c_str());
    }

    void restoredSessionHasItsTimersInvocationsAndHistory()
    {
        Stage stage;
        auto *session = &stage.started(
            u"<state id='a'><onentry><send id='x' event='late' delay='1s'>"
            "<param name='n' expr='3'/></send></onentry><invoke id='i' src='other'>"
            "<finalize><log expr=\"'final'\"/></finalize></invoke>"
            "<history id='h'><transition target='b'/></history>"
            "<state id='b'><transition event='go' target='c'/></state><state id='c'/>"
            "<transition event='away' target='d'/></state>"
            "<state id='d'><transition event='late'><log expr='_event.data.n'/></transition>"
            "<transition event='back' target='h'/></state>"_s);
        session->deliver(external(u"go"_s));
        session = &stage.restored(*session);
        QCOMPARE(session->timers(), std::vector<std::uint32_t>{1});
        QCOMPARE(session->invocations(), QStringList(u"i"_s));
        (void)stage.taken();
        auto answer = external(u"answer"_s);
        answer.invokeId = u"i"_s;
        session->deliver(answer);
        session->deliver(external(u"away"_s));
        session = &stage.restored(*session);
        session->fire(1);
        session = &stage.restored(*session);
        session->deliver(external(u"back"_s));
        QCOMPARE(stage.taken(), QStringList({u"final"_s, u"stop i"_s, u"3"_s,
                                             u"schedule 2 in 1000"_s, u"invoke i"_s}));
        QVERIFY(session->isActive(u"c"_s));
    }

    void storedFormIsPlainJson()
    {
        Stage stage;
        auto &session = stage.started(u"<state id='a'><state id='b'/></state>"_s);
        const auto stored = session.stored();
        QVERIFY(stored);
        QCOMPARE(stored->value(u"configuration"_s).toArray().size(), 2);
        QCOMPARE(QJsonDocument::fromJson(QJsonDocument(*stored).toJson()).object(), *stored);
    }

    void strangeStoredFormsAreRefused()
    {
        Stage stage;
        const auto chart = stage.chart(u"<state id='a'/>"_s);
        const auto program = stage.engine().compile(chart);
        auto stored = *stage.started(u"<state id='b'/>"_s).stored();
        QVERIFY(!Session::restored(stage.engine(), program, stage, stored));
        QVERIFY(!Session::restored(stage.engine(), program, stage, {}));
        stored.insert(u"configuration"_s, QJsonArray{u"a"_s});
        QVERIFY(Session::restored(stage.engine(), program, stage, stored));
        stored.insert(u"data"_s, u"nonsense"_s);
        QVERIFY(!Session::restored(stage.engine(), program, stage, stored));
    }
};

} // namespace

QTEST_GUILESS_MAIN(StoreTest)
#include "tst_scxmlstore.moc"
