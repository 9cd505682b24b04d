// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <set>

// The built program from outside: its options, its pictures, its translations.
class tst_Program : public QObject
{
    Q_OBJECT

    struct Run
    {
        int code = -1;
        QString out;
        QString err;
    };
    QTemporaryDir m_folder;

    Run run(const QStringList &arguments) const
    {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        // No display and no hint where there might be one.
        for (const auto *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
            environment.remove(QString::fromLatin1(name));
        environment.insert(QStringLiteral("HOME"), m_folder.path());
        environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_folder.path());
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(TANDEM_PROGRAM), arguments);
        if (!process.waitForFinished(30'000)) {
            process.kill();
            process.waitForFinished();
            return {};
        }
        return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }

private slots:
    void paintsEveryView_data();
    void paintsEveryView();
    void looksOtherwiseInEachThemeAndLanguage();
    void saysWhatIsWrongWithItsOptions_data();
    void saysWhatIsWrongWithItsOptions();
    void helpsWhereThereIsNoDisplay();
    void germanIsComplete();
    void everyTextOfTheSourcesIsInTheFiles();
};

void tst_Program::paintsEveryView_data()
{
    QTest::addColumn<QString>("view");
    for (const auto *view :
         {"sign-in", "empty", "embedded", "offer", "work", "reconnecting", "transfer", "queues",
          "communicator", "channels", "explanation", "consult"})
        QTest::newRow(view) << QString::fromLatin1(view);
}

void tst_Program::paintsEveryView()
{
    QFETCH(QString, view);
    const auto file = m_folder.filePath(view + QStringLiteral(".png"));
    const auto result =
        run({QStringLiteral("--screenshot"), file, QStringLiteral("--view"), view,
             QStringLiteral("--size"), QStringLiteral("1100x720"), QStringLiteral("--demo")});
    QVERIFY2(result.code == 0, qPrintable(result.err));
    const QImage picture(file);
    QCOMPARE(picture.size(), QSize(1100, 720));
    std::set<QRgb> colours;
    for (int x = 0; x < picture.width(); x += 3) {
        for (int y = 0; y < picture.height(); y += 3)
            colours.insert(picture.pixel(x, y));
    }
    QVERIFY(colours.size() > 20);
}

void tst_Program::looksOtherwiseInEachThemeAndLanguage()
{
    const auto paint = [&](const QStringList &more) {
        const auto file = m_folder.filePath(QStringLiteral("one.png"));
        QFile::remove(file);
        const auto result =
            run(QStringList{QStringLiteral("--screenshot"), file, QStringLiteral("--view"),
                            QStringLiteral("sign-in"), QStringLiteral("--demo")}
                + more);
        return result.code == 0 ? QImage(file) : QImage();
    };
    const QList<QImage> pictures{paint({}),
                                 paint({QStringLiteral("--theme"), QStringLiteral("dark")}),
                                 paint({QStringLiteral("--theme"), QStringLiteral("contrast")}),
                                 paint({QStringLiteral("--language"), QStringLiteral("de")}),
                                 paint({QStringLiteral("--scale"), QStringLiteral("125")})};
    for (int i = 0; i < pictures.size(); ++i) {
        QVERIFY(!pictures[i].isNull());
        for (int j = 0; j < i; ++j)
            QVERIFY(pictures[i] != pictures[j]);
    }
}

void tst_Program::saysWhatIsWrongWithItsOptions_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("said");
    const auto list = [](const char *words) {
        return QString::fromLatin1(words).split(QLatin1Char(' '));
    };
    QTest::newRow("view") << list("--screenshot x.png --view nothing") << QStringLiteral("sign-in");
    QTest::newRow("size") << list("--screenshot x.png --view work --size big")
                          << QStringLiteral("1280x800");
    QTest::newRow("theme") << list("--theme pink") << QStringLiteral("contrast");
    QTest::newRow("scale") << list("--scale 400") << QStringLiteral("150");
    QTest::newRow("unknown") << list("--frobnicate") << QStringLiteral("frobnicate");
    QTest::newRow("word") << list("hello") << QStringLiteral("arguments");
    QTest::newRow("two ways") << list("--server a --embedded") << QStringLiteral("not both");
}

void tst_Program::saysWhatIsWrongWithItsOptions()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, said);
    // Wrong options are noticed before anything is shown; a platform is needed all the same.
    const auto result =
        run(QStringList{QStringLiteral("-platform"), QStringLiteral("offscreen")} + arguments);
    QCOMPARE(result.code, 2);
    QVERIFY2(result.err.contains(said), qPrintable(result.err));
}

void tst_Program::helpsWhereThereIsNoDisplay()
{
    // The control: with a window to show there is no way on.
    QVERIFY(run({}).code != 0);
    for (const auto *asked : {"--help", "-h"}) {
        const auto help = run({QString::fromLatin1(asked)});
        QVERIFY2(help.code == 0, qPrintable(help.err));
        for (const auto *option : {"--server", "--data", "--embedded", "--demo", "--screenshot"})
            QVERIFY2(help.out.contains(QLatin1String(option)), option);
        QCOMPARE(help.err, QString());
    }
    for (const auto *asked : {"--version", "-v"}) {
        const auto version = run({QString::fromLatin1(asked)});
        QVERIFY2(version.code == 0, qPrintable(version.err));
        QCOMPARE(version.out.trimmed(), QStringLiteral("tandem " TANDEM_VERSION));
        QCOMPARE(version.err, QString());
    }
    const auto besides = run({QStringLiteral("-platform"), QStringLiteral("offscreen"),
                              QStringLiteral("--demo"), QStringLiteral("--help")});
    QCOMPARE(besides.code, 0);
    QVERIFY(besides.out.contains(QLatin1String("--screenshot")));
}

void tst_Program::germanIsComplete()
{
    QFile file(qEnvironmentVariable("TANDEM_SOURCE_DIR")
               + QStringLiteral("/translations/tandem_de.ts"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    int texts = 0;
    QString source;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("source"))
            source = xml.readElementText();
        if (xml.name() != QLatin1String("translation"))
            continue;
        QVERIFY2(!xml.attributes().hasAttribute(QLatin1String("type")), qPrintable(source));
        const auto german = xml.readElementText(QXmlStreamReader::IncludeChildElements);
        QVERIFY2(!german.trimmed().isEmpty(), qPrintable(source));
        // What is filled in is filled in in German, too.
        for (const auto *place : {"%1", "%2", "%3", "%n"})
            QVERIFY2(german.contains(QLatin1String(place)) == source.contains(QLatin1String(place)),
                     qPrintable(source));
        ++texts;
    }
    QVERIFY(!xml.hasError());
    QVERIFY(texts > 200);
}

void tst_Program::everyTextOfTheSourcesIsInTheFiles()
{
    const auto sources = qEnvironmentVariable("TANDEM_SOURCE_DIR");
    const auto copy = m_folder.filePath(QStringLiteral("tandem_de.ts"));
    QVERIFY(QFile::copy(sources + QStringLiteral("/translations/tandem_de.ts"), copy));
    QProcess lupdate;
    lupdate.start(QStringLiteral(LUPDATE_PROGRAM),
                  {QStringLiteral("-locations"), QStringLiteral("none"),
                   sources + QStringLiteral("/app"), sources + QStringLiteral("/plugins"),
                   QStringLiteral("-ts"), copy});
    QVERIFY(lupdate.waitForFinished(60'000));
    const auto said = QString::fromUtf8(lupdate.readAll());
    QVERIFY2(said.contains(QLatin1String("(0 new and")), qPrintable(said));
}

QTEST_GUILESS_MAIN(tst_Program)
#include "tst_program.moc"
