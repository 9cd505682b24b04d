// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/desksession.h"
#include "strategies/chartview.h"
#include "strategydesk.h"

#include <QAbstractItemView>
#include <QFileDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTest>

using namespace tandem;

namespace {

// No raw literal: moc takes the rest of the file for a comment of it.
constexpr auto good =
    "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" version=\"1.0\"\n"
    "    xmlns:t=\"urn:tandem:strategy\" datamodel=\"ecmascript\" name=\"Lunch\">\n"
    "  <state id=\"waiting\">\n"
    "    <onentry><t:queue.submit/></onentry>\n"
    "    <transition event=\"queue.submit.done\" target=\"over\"/>\n"
    "  </state>\n"
    "  <final id=\"over\"/>\n"
    "</scxml>\n";

} // namespace

// Documents of strategies that come from files and go to them, at a real window, on the real core.
class tst_StrategyFiles : public QObject
{
    Q_OBJECT

    QString write(const QString &name, const QByteArray &text)
    {
        const auto path = m_files.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }
    // As a person types it into the dialog that is open.
    static QFileDialog *fileDialog(Desk &desk)
    {
        QFileDialog *open = nullptr;
        const auto isOpen = [&] {
            for (auto *dialog : desk.window().findChildren<QFileDialog *>())
                open = dialog->isVisible() ? dialog : open;
            return open != nullptr;
        };
        if (!QTest::qWaitFor(isOpen))
            qFatal("no dialog for files came");
        return open;
    }
    static void giveFile(Desk &desk, const QString &path)
    {
        auto *dialog = fileDialog(desk);
        dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"))->setText(path);
        static_cast<QDialog *>(dialog)->accept();
    }
    static const protocol::Strategy *strategy(Desk &desk, const char *id)
    {
        return desk.window().session()->strategies().strategy(QString::fromLatin1(id));
    }
    // One of the side's versions, from the newest.
    static void chooseVersion(Desk &desk, int row)
    {
        auto *versions = listOf(desk, "Versions of the strategy");
        versions->setCurrentIndex(versions->model()->index(row, 0));
    }
    void installs(Desk &desk, const char *button, const QString &path)
    {
        desk.press(QString::fromUtf8(button));
        giveFile(desk, path);
        desk.press(QStringLiteral("Install"));
    }

private slots:
    void init() { m_stage = std::move(*DemoStage::open()); }
    void cleanup() { m_stage.reset(); }

    void aDocumentWithErrorsIsNotInstalled();
    void installsVersionsAndGoesBack();
    void writesAVersionToAFile();

private:
    std::unique_ptr<DemoStage> m_stage;
    QTemporaryDir m_files;
};

void tst_StrategyFiles::aDocumentWithErrorsIsNotInstalled()
{
    Desk desk(*m_stage);
    openStrategies(desk);
    QTRY_VERIFY(strategy(desk, "vip"));
    const auto path = write(QStringLiteral("bad.scxml"),
                            R"(<scxml xmlns="http://www.w3.org/2005/07/scxml" version="1.0">
  <state id="waiting">
    <transition event="x" target="nowhere"/>
  </state>
</scxml>)");
    desk.press(QStringLiteral("Add a strategy"));
    giveFile(desk, path);
    auto *findings =
        qobject_cast<QListWidget *>(desk.control(QStringLiteral("What was found in the document")));
    QVERIFY(findings->count() > 0);
    QVERIFY2(findings->item(0)->text().startsWith(QStringLiteral("3:")),
             qPrintable(findings->item(0)->text()));
    QVERIFY(findings->item(0)->text().contains(QStringLiteral("nowhere")));
    for (const auto *button : findings->window()->findChildren<QPushButton *>()) {
        if (button->text() == QStringLiteral("Install"))
            QVERIFY(!button->isEnabled());
    }
    desk.press(QStringLiteral("Cancel"));
    QTRY_VERIFY(!desk.shows(QStringLiteral("What was found in the document")));
    QVERIFY(!strategy(desk, "bad"));
}

void tst_StrategyFiles::installsVersionsAndGoesBack()
{
    Desk desk(*m_stage);
    openStrategies(desk);
    QTRY_VERIFY(strategy(desk, "vip"));
    installs(desk, "Add a strategy", write(QStringLiteral("lunch.scxml"), good));
    QTRY_VERIFY(strategy(desk, "lunch"));
    // The new one is shown, and runs as soon as a queue names it.
    auto *strategies = listOf(desk, "List of strategies");
    QTRY_COMPARE(strategies->currentIndex().data().toString(), QStringLiteral("Lunch"));
    auto *chart = qobject_cast<ChartView *>(desk.control(QStringLiteral("State chart")));
    QTRY_VERIFY(chart->chart() && chart->chart()->name == QStringLiteral("Lunch"));
    QCOMPARE(strategy(desk, "lunch")->activeVersion, std::optional(1));

    // Another version is stored first, and activated when somebody says so.
    const auto next = write(QStringLiteral("next.scxml"), QByteArray(good).replace("over", "done"));
    installs(desk, "Install a new version …", next);
    QTRY_COMPARE(strategy(desk, "lunch")->versions.size(), std::size_t(2));
    QCOMPARE(strategy(desk, "lunch")->activeVersion, std::optional(1));
    chooseVersion(desk, 0);
    desk.press(QStringLiteral("Activate …"));
    desk.press(QStringLiteral("Activate"));
    QTRY_COMPARE(strategy(desk, "lunch")->activeVersion, std::optional(2));
    QTRY_VERIFY(chart->chart()->stateById.contains(QStringLiteral("done")));

    chooseVersion(desk, 1);
    QTRY_VERIFY(chart->chart()->stateById.contains(QStringLiteral("over")));
    desk.press(QStringLiteral("Roll back …"));
    desk.press(QStringLiteral("Roll back"));
    QTRY_COMPARE(strategy(desk, "lunch")->activeVersion, std::optional(1));
    chooseVersion(desk, 0);
    desk.control(QStringLiteral("Activate …"));
}

void tst_StrategyFiles::writesAVersionToAFile()
{
    Desk desk(*m_stage);
    openStrategies(desk);
    QTRY_VERIFY(strategy(desk, "vip"));
    installs(desk, "Add a strategy", write(QStringLiteral("lunch.scxml"), good));
    QTRY_VERIFY(strategy(desk, "lunch"));
    QStringList told;
    connect(desk.window().session(), &DeskSession::noticed, this,
            [&](const QString &text) { told += text; });
    desk.press(QStringLiteral("Export this version"));
    giveFile(desk, m_files.filePath(QStringLiteral("exported.scxml")));
    QTRY_VERIFY(told.join(u' ').contains(QStringLiteral("exported.scxml")));
    QFile file(m_files.filePath(QStringLiteral("exported.scxml")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray(good));

    told.clear();
    desk.press(QStringLiteral("Export this version"));
    auto *dialog = fileDialog(desk);
    emit dialog->fileSelected(m_files.filePath(QStringLiteral("no/such/folder.scxml")));
    dialog->reject();
    QTRY_VERIFY(told.join(u' ').contains(QStringLiteral("folder.scxml cannot be written")));
}

QTEST_MAIN(tst_StrategyFiles)
#include "tst_strategyfiles.moc"
