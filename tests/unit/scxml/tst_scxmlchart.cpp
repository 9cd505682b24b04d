// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage.h"

#include <QTest>

#include <random>

using namespace tandem::scxml;
using namespace tandem::test;
using namespace Qt::StringLiterals;

namespace {

// From the first line on, so that lines and columns can be counted.
QByteArray lines(const char *states)
{
    return "<scxml xmlns='http://www.w3.org/2005/07/scxml' version='1.0'>\n" + QByteArray(states)
           + "\n</scxml>\n";
}

class ChartTest : public QObject
{
    Q_OBJECT

private slots:
    void errorSaysWhereItIsAndWhatToDo_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<QString>("found");
        const auto row = [](const char *name, const char *states, const QString &found) {
            QTest::newRow(name) << lines(states) << found;
        };
        row("unknown target", "<state id='a'>\n <transition event='e' target='b'/>\n</state>",
            u"line 3, column 2: there is no state \"b\". Correct the target."_s);
        row("double id", "<state id='a'/>\n<state id='a'/>",
            u"line 3, column 1: a second state has the id \"a\". Rename one."_s);
        row("foreign element", "<state id='a'><box/></state>",
            u"line 2, column 15: <box> cannot stand here. Move or remove it."_s);
        row("unknown step", "<state id='a'><onentry><box/></onentry></state>",
            u"line 2, column 24: <box> is no executable content. Move or remove it."_s);
        row("misspelt attribute", "<state id='a' inital='b'><state id='b'/></state>",
            u"line 2, column 1: <state> has no attribute \"inital\". Remove or correct it."_s);
        row("missing attribute", "<state id='a'><onentry><raise/></onentry></state>",
            u"line 2, column 24: <raise> needs the attribute \"event\". Add it."_s);
        row("both forms",
            "<state id='a'><onentry><send event='a' eventexpr='b'/></onentry></state>",
            u"line 2, column 24: <send> has both \"event\" and \"eventexpr\". Keep one."_s);
        row("initial outside", "<state id='a' initial='b'><state id='c'/></state><state id='b'/>",
            u"line 2, column 1: \"b\" is not inside. Name a state inside."_s);
        row("history without default", "<state id='a'><history id='h'/><state id='b'/></state>",
            u"line 2, column 15: <history> needs a <transition> for its default. Add one."_s);
        row("targets that exclude each other",
            "<state id='a'><transition event='e' target='b c'/></state><state id='b'/>"
            "<state id='c'/>",
            u"line 2, column 15: \"b\" and \"c\" cannot be active together. "
            u"Name states of different children of a <parallel>."_s);
        row("reserved name", "<datamodel><data id='_event'/></datamodel><state id='a'/>",
            u"line 2, column 12: data cannot be called \"_event\". Write a name of letters and "
            u"digits that is no word of ECMAScript."_s);
        row("empty transition", "<state id='a'><transition/></state>",
            u"line 2, column 15: <transition> needs \"event\", \"cond\" or \"target\". Add one."_s);
        row("no state", "", u"line 1, column 1: <scxml> has no state. Add one."_s);
        row("else before elseif",
            "<state id='a'><onentry><if cond='1'><else/><elseif cond='2'/></if></onentry></state>",
            u"line 2, column 44: <elseif> after <else>. Move it before."_s);
        row("script that cannot be loaded", "<script src='x.js'/><state id='a'/>",
            u"line 2, column 1: script \"x.js\" cannot be loaded: nothing may be loaded here. "
            u"Correct \"src\"."_s);
    }
    void errorSaysWhereItIsAndWhatToDo()
    {
        QFETCH(QByteArray, document);
        QFETCH(QString, found);
        const auto chart = Chart::read(document);
        QVERIFY(!chart);
        QCOMPARE(textOf(chart.error()), found);
    }

    void allErrorsAreFoundAtOnce()
    {
        const auto chart = Chart::read(lines("<state id='a'><transition target='x'/>"
                                             "<transition target='y'/></state>"));
        QVERIFY(!chart);
        QCOMPARE(chart.error().size(), 2);
    }

    void hostileXmlIsRefused_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<QString>("reason");
        QTest::newRow("entity bomb")
            << QByteArray("<!DOCTYPE s [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>"
                          "<!ENTITY c '&b;&b;&b;&b;'>]><s>&c;&c;&c;</s>")
            << u"document type declaration"_s;
        QTest::newRow("outside entity")
            << QByteArray("<!DOCTYPE s [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><s>&a;</s>")
            << u"document type declaration"_s;
        QTest::newRow("depth") << QByteArray("<s>").repeated(100'000) << u"nested deeper"_s;
        QTest::newRow("elements") << "<s>" + QByteArray("<t/>").repeated(30'000) + "</s>"
                                  << u"more than 20000 elements"_s;
        QByteArray wide = "<s a='>'";
        for (int i = 0; i < 60'000; ++i)
            wide += " a" + QByteArray::number(i) + "='1'";
        QTest::newRow("a tag too long") << wide + "/>" << u"a tag has"_s;
        QTest::newRow("size") << QByteArray(2'000'000, ' ') << u"2000000 bytes"_s;
        QByteArray attributes;
        for (int i = 0; i < 200; ++i)
            attributes += " a" + QByteArray::number(i) + "='1'";
        QTest::newRow("attributes") << "<s" + attributes + "/>" << u"100 attributes"_s;
        QTest::newRow("not well formed") << QByteArray("<s><t></s>") << u"not well-formed"_s;
        QTest::newRow("empty") << QByteArray() << u"not well-formed"_s;
        QTest::newRow("no XML") << QByteArray("\xff\xfe\x00garbage") << u"not well-formed"_s;
        QTest::newRow("another root") << QByteArray("<html/>") << u"is no SCXML"_s;
    }
    void hostileXmlIsRefused()
    {
        QFETCH(QByteArray, document);
        QFETCH(QString, reason);
        const auto chart = Chart::read(document);
        QVERIFY(!chart);
        QVERIFY2(chart.error()[0].message.contains(reason), qPrintable(textOf(chart.error())));
    }

    void truncatedDocumentsAreRefused()
    {
        const auto whole = lines("<state id='a'><onentry><send event='e' delay='1s'>"
                                 "<param name='p' expr='1'/></send></onentry></state>");
        QVERIFY(Chart::read(whole));
        for (qsizetype length = 0; length < whole.trimmed().size(); ++length)
            QVERIFY2(!Chart::read(whole.left(length)), qPrintable(QString::number(length)));
    }

    void damagedDocumentsAreReadOrRefused()
    {
        const auto whole = lines(
            "<datamodel><data id='d'>[1]</data></datamodel><parallel id='p'><state id='a'>"
            "<history id='h' type='deep'><transition target='b'/></history><state id='b'>"
            "<onentry><if cond='d'><raise event='e'/><else/><log expr='1'/></if></onentry>"
            "<transition event='e' target='c h'/></state></state><state id='c'><invoke src='x'>"
            "<finalize/></invoke></state></parallel><final id='f'><donedata><content expr='d'/>"
            "</donedata></final>");
        std::mt19937 random(1);
        int accepted = 0;
        for (int i = 0; i < 5000; ++i) {
            auto damaged = whole;
            for (auto count = random() % 4; count < 4; ++count) {
                const auto at = static_cast<qsizetype>(random() % whole.size());
                const auto from = static_cast<qsizetype>(random() % whole.size());
                if (random() % 2)
                    damaged[at % damaged.size()] = static_cast<char>(random());
                else
                    damaged.replace(at, 1 + random() % 9, whole.mid(from, random() % 30));
            }
            const auto chart = Chart::read(damaged);
            accepted += chart.has_value();
            QVERIFY(chart || !chart.error().isEmpty());
        }
        QVERIFY(accepted > 0);
    }

    void sourcesComeThroughTheLoaderOnly()
    {
        QStringList asked;
        ReadOptions options;
        options.loader = [&](const QString &src) -> std::expected<QByteArray, QString> {
            asked += src;
            return "{\"x\": 1}";
        };
        QVERIFY(Chart::read(lines("<datamodel><data id='d' src='data.json'/></datamodel>"
                                  "<state id='a'><invoke src='later.scxml'/></state>"),
                            options));
        QCOMPARE(asked, QStringList(u"data.json"_s));
    }

    void whatDoesNotCompileIsFoundWithItsPlace()
    {
        Stage stage;
        const auto chart = Chart::read(lines("<state id='a'>\n <transition cond='1 +'/>\n"
                                             "<onentry><script>if (</script></onentry></state>"));
        QVERIFY(chart);
        const auto program = stage.engine().compile(*chart);
        QCOMPARE(program->findings().size(), 2);
        QCOMPARE(program->findings()[0].at, (Position{3, 2}));
        QCOMPARE(program->findings()[1].at, (Position{4, 10}));
    }

    void chartTellsItsActions()
    {
        const auto chart = Chart::read(
            lines("<state id='a'><onentry xmlns:t='urn:t'><if cond='1'><t:say textexpr='1' to='x'/>"
                  "</if></onentry></state>"));
        QVERIFY(chart);
        const auto &actions = (*chart)->actions;
        QCOMPARE(actions.size(), 1u);
        QCOMPARE(actions[0].space, u"urn:t"_s);
        QCOMPARE(actions[0].name, u"say"_s);
        QCOMPARE(actions[0].attributes, QStringList({u"text"_s, u"to"_s}));
        QCOMPARE(actions[0].at.line, 2);
    }

    void errorsInAnInvokedDocumentAreFoundToo()
    {
        const auto chart = Chart::read(
            lines("<state id='a'><invoke><content><scxml xmlns='http://www.w3.org/2005/07/scxml'>"
                  "<state id='b'><transition target='c'/></state></scxml></content></invoke>"
                  "</state>"));
        QVERIFY(!chart);
        QVERIFY(chart.error()[0].message.contains(u"\"c\""_s));
    }
};

} // namespace

QTEST_GUILESS_MAIN(ChartTest)
#include "tst_scxmlchart.moc"
