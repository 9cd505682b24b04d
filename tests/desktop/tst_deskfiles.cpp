// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "models/desksession.h"
#include "widgets/messageedit.h"
#include "widgets/transcriptview.h"

#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QImage>
#include <QMimeData>
#include <QTest>
#include <QUrl>

using namespace tandem;

// Files at a real window over the real services.
class tst_DeskFiles : public QObject
{
    Q_OBJECT

    std::unique_ptr<DemoStage> m_stage;
    DemoStage::Customer m_maria;
    QTemporaryDir m_files;

    QString file(const char *name, const QByteArray &bytes) const
    {
        QFile made(m_files.filePath(QString::fromLatin1(name)));
        if (!made.open(QIODevice::WriteOnly) || made.write(bytes) != bytes.size())
            qFatal("no file");
        return made.fileName();
    }
    // alice and Maria are in conversation.
    void meets(Desk &desk)
    {
        desk.signsIn(QStringLiteral("alice"));
        desk.isReady();
        m_maria = *m_stage->arrives("Maria", "support", "A sole has come off");
        desk.press(QStringLiteral("Accept"));
        QVERIFY(desk.control(QStringLiteral("Message")));
    }

private slots:
    void init() { m_stage = std::move(*DemoStage::open()); }
    void cleanup() { m_stage.reset(); }

    void filesThatArePastedAreSent();
    void aPictureThatIsPastedIsSent();
    void aFileOfTheCustomerIsSavedWhole();
    void whatIsRefusedIsSaidAndCanBeGivenUp();
};

void tst_DeskFiles::filesThatArePastedAreSent()
{
    Desk desk(*m_stage);
    meets(desk);
    auto *data = new QMimeData;
    data->setUrls({QUrl::fromLocalFile(file("label.txt", QByteArray(700'000, 'l')))});
    QGuiApplication::clipboard()->setMimeData(data);
    desk.control(QStringLiteral("Message"))->setFocus();
    desk.keys(Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE(desk.transcript().last(), QStringLiteral("Alice sent a file: label.txt"));
    QTRY_VERIFY(!desk.shows(QStringLiteral("Cancel label.txt")));
    QCOMPARE(qobject_cast<QTextEdit *>(desk.control(QStringLiteral("Message")))->toPlainText(),
             QString());
}

void tst_DeskFiles::aPictureThatIsPastedIsSent()
{
    Desk desk(*m_stage);
    meets(desk);
    QImage picture(40, 30, QImage::Format_RGB32);
    picture.fill(Qt::red);
    QGuiApplication::clipboard()->setImage(picture);
    desk.control(QStringLiteral("Message"))->setFocus();
    desk.keys(Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE(desk.transcript().last(), QStringLiteral("Alice sent a file: picture.png"));
}

void tst_DeskFiles::aFileOfTheCustomerIsSavedWhole()
{
    Desk desk(*m_stage);
    meets(desk);
    const std::string content(1'300'000, 'c');
    QVERIFY(m_stage->sendsFile(m_maria, "invoice.txt", content));
    QTRY_COMPARE(desk.transcript().last(), QStringLiteral("Maria sent a file: invoice.txt"));
    auto *view = desk.window().findChild<TranscriptView *>();
    view->setCurrentIndex(view->model()->index(view->model()->rowCount() - 1, 0));
    QTest::keyClick(view, Qt::Key_Return);
    QFileDialog *dialog = nullptr;
    QTRY_VERIFY((dialog = desk.window().findChild<QFileDialog *>()));
    const auto path = m_files.filePath(QStringLiteral("saved.txt"));
    emit dialog->fileSelected(path);
    dialog->close();
    QTRY_VERIFY(QFile::exists(path));
    QFile saved(path);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(saved.readAll().toStdString(), content);
}

void tst_DeskFiles::whatIsRefusedIsSaidAndCanBeGivenUp()
{
    Desk desk(*m_stage);
    meets(desk);
    auto &session = *desk.window().session();
    session.files().send(session.current()->id(), file("tool.exe", "MZ"), Audience::Everyone);
    const auto going = [&] { return session.files().transfers(session.current()->id()); };
    QTRY_VERIFY(!going().empty() && going().front().hasFailed());
    desk.press(QStringLiteral("Cancel tool.exe"));
    QTRY_VERIFY(going().empty());
}

QTEST_MAIN(tst_DeskFiles)
#include "tst_deskfiles.moc"
