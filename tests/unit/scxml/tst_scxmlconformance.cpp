// SPDX-License-Identifier: GPL-3.0-or-later
#include "scxml/conformance.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace tandem::scxml;
using namespace Qt::StringLiterals;

namespace {

class ConformanceTest : public QObject
{
    Q_OBJECT

private slots:
    void mandatoryTestsOfTheW3cPass_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::newRow("automatic") << u"Mandatory/Auto"_s;
        QTest::newRow("manual made automatic") << u"Mandatory/ManualAsAuto"_s;
    }
    void mandatoryTestsOfTheW3cPass()
    {
        QFETCH(QString, folder);
        const QDir tests(testFolder());
        if (!tests.exists(folder))
            QSKIP("skipped: the W3C's tests are not beside the tree");
        const auto result = runConformance(tests.filePath(folder), [](const QString &) {});
        QCOMPARE(result.failed, QStringList());
        QVERIFY(result.passed > 0);
    }

    void documentThatEndsElsewhereFails()
    {
        const QTemporaryDir folder;
        write(folder, u"test1.scxml"_s, "<final id='pass'/>");
        write(folder, u"test2.scxml"_s, "<final id='fail'/>");
        write(folder, u"test3.scxml"_s, "<state id='waits'/>");
        write(folder, u"test4.scxml"_s, "<nonsense/>");
        write(folder, u"test4sub1.scxml"_s, "<state id='invoked'/>");
        QStringList lines;
        const auto result = runConformance(folder.path(), [&](const auto &line) { lines += line; });
        QCOMPARE(result.passed, 1);
        QCOMPARE(result.failed,
                 QStringList({u"test2.scxml"_s, u"test3.scxml"_s, u"test4.scxml"_s}));
        QVERIFY(!result.holds());
        QCOMPARE(lines.size(), 4);
        QCOMPARE(lines[2], u"FAIL test3.scxml: waits in waits"_s);
    }

    void folderWithoutTestsDoesNotPass()
    {
        const QTemporaryDir folder;
        QVERIFY(!runConformance(folder.path(), [](const QString &) {}).holds());
    }

private:
    static QString testFolder()
    {
        auto data = qEnvironmentVariable("TANDEM_TEST_DATA");
        if (data.isEmpty())
            data = qEnvironmentVariable("TANDEM_SOURCE_DIR") + u"/../shared/data"_s;
        return data + u"/scxml-w3c-irp/ecma"_s;
    }

    static void write(const QTemporaryDir &folder, const QString &name, const QByteArray &states)
    {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("<scxml xmlns='http://www.w3.org/2005/07/scxml' version='1.0'>" + states
                   + "</scxml>");
    }
};

} // namespace

QTEST_GUILESS_MAIN(ConformanceTest)
#include "tst_scxmlconformance.moc"
