// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/theme.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace tandem;

namespace {

QString sourceFolder() { return qEnvironmentVariable("TANDEM_SOURCE_DIR"); }

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray themeFile(const QString &name)
{
    return contentOf(QStringLiteral("%1/resources/themes/%2.json").arg(sourceFolder(), name));
}

// What is written with which colour on which, in the sources of the widgets.
const std::pair<Colour, Colour> written[] = {
    {Colour::Text, Colour::Canvas},
    {Colour::Text, Colour::Surface},
    {Colour::Text, Colour::SurfaceRaised},
    {Colour::Text, Colour::AccentSoft},
    {Colour::Text, Colour::Hover},
    {Colour::TextMuted, Colour::Canvas},
    {Colour::TextMuted, Colour::Surface},
    {Colour::TextMuted, Colour::AccentSoft},
    {Colour::TextMuted, Colour::Hover},
    {Colour::TextMuted, Colour::BubbleCustomer},
    {Colour::TextFaint, Colour::Canvas},
    {Colour::TextFaint, Colour::Surface},
    {Colour::TextFaint, Colour::Hover},
    {Colour::Accent, Colour::Surface},
    {Colour::Accent, Colour::AccentSoft},
    {Colour::AccentText, Colour::Accent},
    {Colour::AccentText, Colour::AccentHover},
    {Colour::BubbleAgentText, Colour::BubbleAgent},
    {Colour::NoteText, Colour::NoteSurface},
    {Colour::Positive, Colour::PositiveSoft},
    {Colour::Positive, Colour::SurfaceRaised},
    {Colour::Positive, Colour::AccentSoft},
    {Colour::Positive, Colour::Hover},
    {Colour::Positive, Colour::Canvas},
    {Colour::Positive, Colour::Surface},
    {Colour::TextMuted, Colour::SurfaceRaised},
    {Colour::TextFaint, Colour::SurfaceRaised},
    {Colour::Warning, Colour::WarningSoft},
    {Colour::Critical, Colour::CriticalSoft},
    {Colour::Critical, Colour::Surface},
    {Colour::Critical, Colour::Canvas},
    {Colour::Warning, Colour::Surface},
    {Colour::Warning, Colour::SurfaceRaised},
    {Colour::Critical, Colour::SurfaceRaised},
    {Colour::Critical, Colour::AccentSoft},
    {Colour::TextFaint, Colour::AccentSoft},
    {Colour::Text, Colour::WarningSoft},
    {Colour::RailText, Colour::Rail},
    {Colour::RailActive, Colour::RailActiveSurface},
};

bool namesAColour(const QByteArray &source)
{
    static const QRegularExpression colour(QStringLiteral(
        "#[0-9a-fA-F]{3,8}\\b(?!\\s*include)|Qt::(?:white|black|red|green|blue|yellow|gray|darkGray"
        "|lightGray|cyan|magenta)\\b|QColor\\s*\\(\\s*[\"0-9]|\\brgba?\\s*\\("));
    return colour.match(QString::fromUtf8(source)).hasMatch();
}

} // namespace

class tst_Theme : public QObject
{
    Q_OBJECT

private slots:
    void writesWithEnoughContrast_data();
    void writesWithEnoughContrast();
    void refusesATableWithAMissingColour();
    void givesAPersonTheSameColourAlways();
    void findsColoursInSources();
    void sourcesOfWidgetsNameNoColour();
};

void tst_Theme::writesWithEnoughContrast_data()
{
    QTest::addColumn<QString>("theme");
    QTest::newRow("light") << QStringLiteral("light");
    QTest::newRow("dark") << QStringLiteral("dark");
    QTest::newRow("contrast") << QStringLiteral("contrast");
}

void tst_Theme::writesWithEnoughContrast()
{
    QFETCH(QString, theme);
    const auto table = Theme::fromJson(themeFile(theme));
    QVERIFY2(table, table ? "" : table.error().message.c_str());
    QCOMPARE(table->name(), theme);
    for (const auto &[ink, paper] : written) {
        const double ratio = contrastRatio((*table)[ink], (*table)[paper]);
        QVERIFY2(ratio >= 4.5, qPrintable(QStringLiteral("%1 on %2: %3")
                                              .arg(QString::fromLatin1(nameOf(ink).data()),
                                                   QString::fromLatin1(nameOf(paper).data()))
                                              .arg(ratio)));
    }
    for (const auto &name : {"Ada", "Bob", "Carol", "Deniz", "Emeka", "Freya", "Goran", "Hana"}) {
        QVERIFY(
            contrastRatio((*table)[Colour::RailActive], table->avatar(QString::fromLatin1(name)))
            >= 4.5);
    }
}

void tst_Theme::refusesATableWithAMissingColour()
{
    auto json = themeFile(QStringLiteral("light"));
    QVERIFY(Theme::fromJson(json));
    json.replace("\"critical\"", "\"kritisch\"");
    const auto broken = Theme::fromJson(json);
    QVERIFY(!broken);
    QVERIFY(broken.error().message.find("critical") != std::string::npos);
    QVERIFY(!Theme::fromJson("{"));
}

void tst_Theme::givesAPersonTheSameColourAlways()
{
    const auto theme = Theme::fromJson(themeFile(QStringLiteral("light")));
    QCOMPARE(theme->avatar(QStringLiteral("Maria")), theme->avatar(QStringLiteral("Maria")));
    QCOMPARE(contrastRatio(QColor(QStringLiteral("white")), QColor(QStringLiteral("black"))), 21.0);
}

void tst_Theme::findsColoursInSources()
{
    QVERIFY(namesAColour("painter.setPen(Qt::red);"));
    QVERIFY(namesAColour("QColor(12, 13, 14)"));
    QVERIFY(namesAColour("border: 1px solid #ff0000;"));
    QVERIFY(!namesAColour("painter.setPen(m_look[Colour::Critical]);"));
}

void tst_Theme::sourcesOfWidgetsNameNoColour()
{
    int looked = 0;
    for (const auto *folder : {"app/widgets", "app/shell", "plugins", "resources/themes"}) {
        QDirIterator files(
            sourceFolder() + QLatin1Char('/') + QLatin1String(folder),
            {QStringLiteral("*.cpp"), QStringLiteral("*.h"), QStringLiteral("*.qss")}, QDir::Files,
            QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const auto path = files.next();
            QVERIFY2(!namesAColour(contentOf(path)), qPrintable(path));
            ++looked;
        }
    }
    QVERIFY(looked > 50);
}

QTEST_GUILESS_MAIN(tst_Theme)
#include "tst_theme.moc"
