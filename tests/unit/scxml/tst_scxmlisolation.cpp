// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage.h"

#include <QTest>

using namespace tandem::scxml;
using namespace tandem::test;
using namespace Qt::StringLiterals;

namespace {

QString escaped(const char *script) { return QString::fromLatin1(script).toHtmlEscaped(); }

// A chart whose event `try` runs the script and whose event `look` logs what the expression gives.
QString attack(const char *script, const char *look)
{
    return u"<datamodel><data id='own' expr='1'/></datamodel><state id='s'>"
           "<transition event='try'><script>%1</script></transition>"
           "<transition event='error.execution'><log label='error' "
           "expr='_event.data.message'/></transition>"
           "<transition event='look'><log expr=\"%2\"/></transition></state>"_s.arg(escaped(script),
                                                                                    escaped(look));
}

class IsolationTest : public QObject
{
    Q_OBJECT

private slots:
    // What one session does is not seen by another of the same chart, nor of another one.
    void sessionsDoNotSeeEachOther_data()
    {
        QTest::addColumn<QString>("attackingStates");
        QTest::addColumn<QString>("seen");
        const auto row = [](const char *name, const char *script, const char *look,
                            const QString &seen) {
            QTest::newRow(name) << attack(script, look) << seen;
        };
        row("data", "own = 2", "own", u"1"_s);
        row("undeclared name", "leak = 2", "typeof leak", u"undefined"_s);
        row("var", "var leak = 2", "typeof leak", u"undefined"_s);
        row("function", "function leak() {}", "typeof leak", u"undefined"_s);
        row("this", "this.leak = 2", "typeof leak", u"undefined"_s);
        row("this of a function", "(function () { this.leak = 2; })()", "typeof leak",
            u"undefined"_s);
        row("prototype of objects", "Object.prototype.leak = 2", "({}).leak", u"undefined"_s);
        row("prototype of lists", "Array.prototype.push = function () { return 'taken'; }",
            "[].push(1)", u"1"_s);
        row("prototype by a detour", "Object.getPrototypeOf([]).leak = 2", "[].leak",
            u"undefined"_s);
        row("__proto__", "({}).__proto__.leak = 2", "({}).leak", u"undefined"_s);
        row("defineProperty",
            "try { Object.defineProperty(Math, 'leak', { value: 2 }); } catch (e) {}", "Math.leak",
            u"undefined"_s);
        row("built-in replaced", "Math.max = function () { return 'taken'; }", "Math.max(1, 2)",
            u"2"_s);
        row("JSON replaced", "JSON.parse = function () { return 'taken'; }", "JSON.parse('3')",
            u"3"_s);
        row("iterator", "[][Symbol.iterator]().__proto__.leak = 2", "[][Symbol.iterator]().leak",
            u"undefined"_s);
        row("generator", "(function* () {})().__proto__.__proto__.leak = 2",
            "(function* () {})().leak", u"undefined"_s);
        row("error", "try { null.x; } catch (e) { e.__proto__.leak = 2; }",
            "new TypeError('').leak", u"undefined"_s);
        row("setPrototypeOf", "try { Object.setPrototypeOf(Math, { leak: 2 }); } catch (e) {}",
            "Math.leak", u"undefined"_s);
        row("last match", "/secret/.test('a secret')", "typeof RegExp.lastMatch + RegExp.$1",
            u"undefinedundefined"_s);
        row("literal pattern", "(function () { return /a/; })().leak = 2",
            "(function () { return /a/; })().leak", u"undefined"_s);
        row("template", "(s => { try { s.leak = 2; } catch (e) {} })`x`", "(s => s.leak)`x`",
            u"undefined"_s);
        row("registered symbol", "typeof Symbol.for", "typeof Symbol.for", u"undefined"_s);
        row("system variable", "try { _sessionid = 'x'; } catch (e) {}", "_sessionid", u"two"_s);
        row("In replaced", "In = function () { return 'taken'; }", "In('s')", u"true"_s);
        row("names of the engine", "try { $wrap.leak = 2; $known.leak = 2; } catch (e) {}",
            "$wrap.leak || $known.leak", u"undefined"_s);
        row("known built-in", "$known(Math.max, 's0:x')", "Math.max(1, 2)", u"2"_s);
    }
    void sessionsDoNotSeeEachOther()
    {
        QFETCH(QString, attackingStates);
        QFETCH(QString, seen);
        Stage stage;
        const auto chart = stage.chart(attackingStates);
        auto &attacker = stage.session(chart, u"one"_s);
        auto &other = stage.session(chart, u"two"_s);
        attacker.start();
        other.start();
        attacker.deliver(external(u"try"_s));
        (void)stage.taken();
        other.deliver(external(u"look"_s));
        QCOMPARE(stage.taken(), QStringList(seen));
        auto &later = stage.session(stage.chart(attackingStates), u"two"_s);
        later.start();
        later.deliver(external(u"look"_s));
        QCOMPARE(stage.taken(), QStringList(seen));
    }

    // The compiled function is the sessions' in common: it must be nobody's place to keep things.
    void compiledFunctionsKeepNothing()
    {
        Stage stage;
        const auto chart = stage.chart(
            u"<state id='s'><onentry><log expr=\"%1\"/></onentry></state>"_s.arg(escaped(
                "((f, a) => { f.n = (f.n || 0) + 1; f.prototype.n = (f.prototype.n || 0) + 1; "
                "var was = a.n; a.n = 1; a[5] = 2; return [f.n, f.prototype.n, was, a.length] })"
                "(arguments.callee, arguments).join()")));
        for (int i = 0; i < 2; ++i) {
            stage.session(chart).start();
            QCOMPARE(stage.taken(), QStringList(u",,,1"_s));
        }
    }

    void codeCannotBeMadeFromText_data()
    {
        QTest::addColumn<QString>("expression");
        const char *ways[] = {
            "eval('1')",
            "Function('return 1')()",
            "(function () {}).constructor('return 1')()",
            "(() => 1).constructor.constructor('return 1')()",
            "[].constructor.constructor('return 1')()",
            "(function* () {}).constructor('yield 1')()",
            "Math.max.constructor('return 1')()",
            "({}).constructor.constructor('return 1')()",
            "Object.getPrototypeOf(function () {}).constructor('return 1')()",
            "_event.constructor.constructor('return 1')()",
            "In.constructor('return 1')()",
            "setTimeout('1')",
            "Qt.createQmlObject('')",
        };
        for (const auto *way : ways)
            QTest::newRow(way) << QString::fromLatin1(way);
    }
    void codeCannotBeMadeFromText()
    {
        QFETCH(QString, expression);
        Stage stage;
        auto &session = stage.started(attack("own = 5", "own"));
        auto &attacker = stage.started(
            attack(("own = (" + expression.toLatin1() + ") === 1").constData(), "own"));
        attacker.deliver(external(u"try"_s));
        (void)stage.taken();
        attacker.deliver(external(u"look"_s));
        const auto seen = stage.taken();
        QVERIFY2(seen == QStringList(u"1"_s) || seen == QStringList(u"false"_s),
                 qPrintable(seen.join(u' ')));
        session.deliver(external(u"look"_s));
        QCOMPARE(stage.taken(), QStringList(u"1"_s));
    }

    // A text that closes the engine's bracket would run outside the session's variables.
    void textCannotBreakOut_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::newRow("parenthesis") << u"1), (Object.leak = 2), (3"_s;
        QTest::newRow("function")
            << u"1)}} catch (e) {}}; leak = 2; () => { try { with ({}) { (2"_s;
        QTest::newRow("bracket") << u"1]; leak = 2; [2"_s;
        QTest::newRow("comment") << u"1) /*"_s;
        QTest::newRow("statement") << u"1; leak = 2"_s;
    }
    void textCannotBreakOut()
    {
        QFETCH(QString, expression);
        Stage stage;
        const auto chart =
            stage.chart(u"<state id='s'><onentry><log expr='%1'/></onentry></state>"_s.arg(
                expression.toHtmlEscaped()));
        QCOMPARE(stage.engine().compile(chart)->findings().size(), 1);
    }

    void runawayScriptIsCutOffAndOthersGoOn_data()
    {
        QTest::addColumn<QString>("script");
        const char *ways[] = {
            "for (;;);",
            "for (;;) try { for (;;); } catch (e) {}",
            "(function () { for (;;) try { for (;;); } finally { continue; } })()",
            "var s = 'x'; for (;;) s += s;",
            "var l = []; for (;;) l.push({ a: [1, 2, 3] });",
            "while (true) [1, 2].map(x => x);",
            "JSON.stringify({ toJSON() { for (;;); } })",
            "(function f() { try { f(); } catch (e) {} f(); })()",
            "var o = {}; for (var i = 0;; ++i) o['k' + i] = i;",
            "function* g() { for (;;) yield 1; } for (var x of g());",
            "[3, 2, 1].sort(() => { for (;;); })",
            "'abc'.replace(/b/, () => { for (;;); })",
        };
        for (const auto *way : ways)
            QTest::newRow(way) << QString::fromLatin1(way);
    }
    void runawayScriptIsCutOffAndOthersGoOn()
    {
        QFETCH(QString, script);
        Stage stage;
        auto &other = stage.started(attack("own = 5", "own"));
        auto &session = stage.started(attack(script.toLatin1().constData(), "own"));
        session.deliver(external(u"try"_s));
        const auto trace = stage.taken();
        QCOMPARE(trace.size(), 2);
        QVERIFY(trace[0].startsWith(u"cut off "_s));
        QVERIFY(trace[1].startsWith(u"error="_s));
        session.deliver(external(u"look"_s));
        other.deliver(external(u"look"_s));
        QCOMPARE(stage.taken(), QStringList({u"1"_s, u"1"_s}));
    }

    // None of these may run long or take much: they are refused at once, without the watchdog.
    void largeBuiltInsAreRefused_data()
    {
        QTest::addColumn<QString>("script");
        const char *ways[] = {
            "'x'.repeat(1e9)",
            "'x'.padStart(1e9)",
            "'x'.padEnd(1e9, 'ab')",
            "var l = []; l.length = 4e9; l.fill(0)",
            "new Array(4e9).fill(0)",
            "new Array(1e9).join('x')",
            "Array.from({ length: 1e9 })",
            "var l = new Array(1e9); Math.max(...l)",
            "Math.max.apply(null, new Array(1e9))",
            "Math.max.apply(null, { length: 1e9 })",
            "[].concat(new Array(1e9))",
            "new Array(1e9).indexOf(1)",
            "new Array(1e9).sort()",
            "new Array(1e9).reverse()",
            "new Array(1e9).forEach(function () {})",
            "new Array(1e9).map(x => x)",
            "Array.prototype.fill.call({ length: 1e9 }, 1)",
            "Array.prototype.fill.call({ get length() { return 1e9; } }, 1)",
            "var l = [[]]; for (var i = 0; i < 40; ++i) l = [l, l]; JSON.stringify(l)",
            "var s = 'x'.repeat(1e5); s.replace(/x/g, s)",
            "var s = 'x'.repeat(1e5); s.replace(/x/g, '$`')",
            "'x'.repeat(1e6).split('')",
            "var s = 'x'.repeat(1e6); s.concat(s)",
            "new RegExp('(a'.repeat(1e5))",
            "/a*a*a*a*a*b/.test('a'.repeat(300))",
            "'x'.repeat(5000).match(/.*.*=/)",
            "'a'.repeat(300).replace(/a*a*a*a*a*b/, '')",
            "'a'.repeat(300).split(/a{0,}a{0,}a{0,90}a*a*b/)",
            "'a'.repeat(300).search('a*a*a*a*a*b')",
            "String.prototype.repeat.call({ toString() { return 'x'; } }, 1e9)",
            "new ArrayBuffer(1e9)",
            "new Uint8Array(1e9)",
            "[1].splice(0, 0, ...new Array(1e9))",
            "var l = new Array(1e9); for (var x of l);",
            "var l = new Array(1e9); [...l]",
        };
        for (const auto *way : ways)
            QTest::newRow(way) << QString::fromLatin1(way);
    }
    void largeBuiltInsAreRefused()
    {
        QFETCH(QString, script);
        // Patient, so that slow machines do not cut off what is refused; a built-in that runs on
        // meets the time-out of the test.
        ScriptLimits limits;
        limits.budget = std::chrono::seconds(20);
        Stage stage(limits);
        auto &session = stage.started(attack(script.toLatin1().constData(), "own"));
        session.deliver(external(u"try"_s));
        const auto trace = stage.taken();
        QCOMPARE(trace.size(), 1);
        QVERIFY2(trace[0].contains(u"more than"_s) || trace[0].contains(u"plain property"_s)
                     || trace[0].contains(u"not defined"_s),
                 qPrintable(trace[0]));
    }

    void builtInsStillWork()
    {
        Stage stage;
        stage.started(u"<state id='s'><onentry><log expr=\"%1\"/></onentry></state>"_s.arg(escaped(
            "JSON.stringify([['a', 'b'].join('-'), 'a-b'.split('-'), [3, 1, 2].sort(), "
            "'x'.repeat(3), 'ab'.replace(/(a)(b)/, '$2$1$$'), 'aXbX'.replace('X', '$&$&'), "
            "[1, 2].concat([3], 4), 'abc'.padStart(5, '12'), [...'ab'], [1, 2, 3].map(x => x * 2), "
            "Array.from({ length: 2 }, (x, i) => i), Math.max(...[1, 5]), [...[7, 8].entries()], "
            "'a1b22'.match(/[0-9]+/g), 'abc'.search(/c/), JSON.parse('{\"q\": [1]}'), "
            "/b(.)/.exec('abc')[1], [1, [2, [3]]].toString(), 'Ab'.toUpperCase(), "
            "JSON.parse('[1, [2]]', (k, v) => k === '0' ? v + 1 : v), "
            "Object.keys({ z: 1 }), new Map([[1, 2]]).get(1), [, 1].length])")));
        QCOMPARE(stage.taken(),
                 QStringList(u"[\"a-b\",[\"a\",\"b\"],[1,2,3],\"xxx\",\"ba$\",\"aXXbX\",[1,2,3,4],"
                             "\"12abc\",[\"a\",\"b\"],[2,4,6],[0,1],5,[[0,7],[1,8]],[\"1\",\"22\"],"
                             "2,{\"q\":[1]},\"c\",\"1,2,3\",\"AB\",[2,[3]],[\"z\"],2,2]"_s));
    }

    void nothingDiffersFromRunToRun()
    {
        Stage stage;
        stage.started(u"<state id='s'><onentry><log expr=\"%1\"/></onentry></state>"_s.arg(
            escaped("[typeof Date, typeof Math.random, typeof Promise, typeof WeakMap, "
                    "typeof 'a'.localeCompare, typeof (1).toLocaleString].join()")));
        QCOMPARE(stage.taken(),
                 QStringList(u"undefined,undefined,undefined,undefined,undefined,undefined"_s));
    }

    void replayCutsOffTheSameScriptWithoutRunningIt()
    {
        Stage live;
        const auto states = attack("own = 7; log = [1]; for (;;) own++;", "typeof own + log");
        auto &first = live.started(states);
        first.deliver(external(u"try"_s));
        first.deliver(external(u"look"_s));
        const auto trace = live.taken();
        QCOMPARE(live.cutOffs().size(), 1u);

        ScriptLimits patient;
        patient.budget = std::chrono::hours(1);
        Stage replay(patient);
        auto &second = replay.session(replay.chart(states), first.id());
        second.expectCutOffs(live.cutOffs());
        second.start();
        second.deliver(external(u"try"_s));
        second.deliver(external(u"look"_s));
        QCOMPARE(replay.taken(), trace.mid(1));
        QCOMPARE(*second.stored(), *first.stored());
    }
};

} // namespace

QTEST_GUILESS_MAIN(IsolationTest)
#include "tst_scxmlisolation.moc"
