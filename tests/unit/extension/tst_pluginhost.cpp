// SPDX-License-Identifier: GPL-3.0-or-later
#include "extension/contextpane.h"
#include "extension/pluginhost.h"
#include "widgets/look.h"
#include "widgets/valuelabel.h"

#include <QSignalSpy>
#include <QTest>

#include <map>

using namespace tandem;

class tst_PluginHost : public QObject
{
    Q_OBJECT

    static PluginSpec spec(const char *name, const QStringList &needs = {})
    {
        PluginSpec made;
        made.name = QString::fromLatin1(name);
        made.file = made.name;
        made.dependencies = needs;
        return made;
    }
    static std::map<QString, PluginSpec> byName(const PluginHost &host)
    {
        std::map<QString, PluginSpec> found;
        for (const auto &one : host.specs())
            found[one.name] = one;
        return found;
    }

private slots:
    void ordersByDependencies();
    void skipsBrokenOnesAndReportsThem();
    void leadsThroughLifeInOrder();
    void doesNotWaitForEverAtTheEnd();
    void showsTheVisitor();
};

void tst_PluginHost::ordersByDependencies()
{
    const auto ordered = inDependencyOrder(
        {spec("a", {QStringLiteral("c")}), spec("b"), spec("c", {QStringLiteral("b")}), spec("b")});
    QStringList names;
    for (const auto &one : ordered)
        names +=
            one.name + (one.state == PluginSpec::State::Skipped ? QStringLiteral("!") : QString());
    QCOMPARE(names, QStringList({QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("a"),
                                 QStringLiteral("b!")}));
}

void tst_PluginHost::skipsBrokenOnesAndReportsThem()
{
    PluginHost host;
    host.load(QStringLiteral(FIXTURE_FOLDER), QStringLiteral(TANDEM_VERSION));
    const auto specs = byName(host);
    QCOMPARE(specs.size(), 9u);
    for (const auto *sound : {"ground", "upper"})
        QVERIFY(specs.at(QString::fromLatin1(sound)).state == PluginSpec::State::Initialized);
    const std::map<QString, QString> broken{
        {QStringLiteral("garbage"), QStringLiteral("not a plug-in")},
        {QStringLiteral("failing"), QStringLiteral("made to fail")},
        {QStringLiteral("onfailing"), QStringLiteral("failing")},
        {QStringLiteral("lonely"), QStringLiteral("nowhere")},
        {QStringLiteral("circlea"), QStringLiteral("circle")},
        {QStringLiteral("circleb"), QStringLiteral("circle")},
        {QStringLiteral("oldone"), QStringLiteral("0.0.1")}};
    for (const auto &[name, why] : broken) {
        QVERIFY2(specs.at(name).state == PluginSpec::State::Skipped, qPrintable(name));
        QVERIFY2(specs.at(name).problem.contains(why), qPrintable(specs.at(name).problem));
    }
    // What a plug-in added before it failed is gone again.
    QCOMPARE(host.points().contextPanes.entries().size(), 2u);
}

void tst_PluginHost::leadsThroughLifeInOrder()
{
    qApp->setProperty("life", QString());
    PluginHost host;
    host.load(QStringLiteral(FIXTURE_FOLDER), QStringLiteral(TANDEM_VERSION));
    QSignalSpy finished(&host, &PluginHost::shutdownFinished);
    host.shutdown(5000);
    QCOMPARE(finished.size(), 0); // "ground" takes its time
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(qApp->property("life").toString(),
             QStringLiteral("+failing +ground +upper =upper =ground -upper -ground "));
}

void tst_PluginHost::doesNotWaitForEverAtTheEnd()
{
    PluginHost host;
    host.load(QStringLiteral(FIXTURE_FOLDER), QStringLiteral(TANDEM_VERSION));
    QSignalSpy finished(&host, &PluginHost::shutdownFinished);
    host.shutdown(1);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 40);
    QTest::qWait(80);
    QCOMPARE(finished.size(), 1);
}

void tst_PluginHost::showsTheVisitor()
{
    PluginHost host;
    host.load(QStringLiteral(PLUGIN_FOLDER), QStringLiteral(TANDEM_VERSION));
    QVERIFY(byName(host).at(QStringLiteral("visitor")).state == PluginSpec::State::Initialized);
    Look look;
    look.use(QStringLiteral("light"), 100);
    const auto &entry = host.points().contextPanes.entries().front();
    QCOMPARE(entry.title(), QStringLiteral("Visitor"));
    const std::unique_ptr<ContextPane> pane(entry.create(look));
    protocol::Interaction interaction;
    interaction.attachedData = {{"_genesys_referrer", "https://search.example/?q=<b>shoes</b>"},
                                {"_genesys_browser", "Firefox 128"},
                                {"GCTI_LanguageCode", "de-DE"},
                                {"TimeZone", "-480"},
                                {"order", "SO-1"}};
    pane->show(&interaction);
    QStringList values;
    for (const auto *label : pane->findChildren<ValueLabel *>())
        values += label->accessibleName();
    const auto there = QDateTime::currentDateTimeUtc().addSecs(-480 * 60);
    QCOMPARE(values.size(), 4);
    QCOMPARE(values[0], QStringLiteral("Local time: %1 (UTC−8:00)")
                            .arg(QLocale().toString(there.time(), QLocale::ShortFormat)));
    QCOMPARE(values[1], QStringLiteral("Language: Deutsch (de-DE)"));
    QCOMPARE(values[2], QStringLiteral("Came from: https://search.example/?q=<b>shoes</b>"));
    interaction.attachedData = {{"TimeZone", "99999"}};
    pane->show(&interaction);
    QCOMPARE(pane->findChildren<ValueLabel *>().size(), 0);
}

QTEST_MAIN(tst_PluginHost)
#include "tst_pluginhost.moc"
