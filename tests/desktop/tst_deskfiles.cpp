// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "models/desksession.h"
#include "shell/conversationpane.h"
#include "shell/ownmenu.h"
#include "widgets/messageedit.h"
#include "widgets/transcriptview.h"

#include <QClipboard>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QImage>
#include <QMessageBox>
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
    void filesThatAreDroppedAreSent();
    void aPictureThatIsPastedIsSent();
    void aFileOfTheCustomerIsSavedWhole();
    void whatIsRefusedIsSaidAndCanBeGivenUp();
    void onesOwnPictureIsShownToOneselfAndColleagues();
    void aFileThatIsNoPictureIsNotTaken();
};

namespace {

void choose(Desk &desk, const QString &action)
{
    auto *menu = desk.window().findChild<OwnMenu *>();
    emit menu->aboutToShow(); // it is made anew then
    for (auto *offered : menu->actions()) {
        if (offered->text() == action)
            return offered->trigger();
    }
    QFAIL(qPrintable(action));
}

void takesPicture(Desk &desk, const QString &path)
{
    choose(desk, QStringLiteral("Add your picture …"));
    QFileDialog *dialog = nullptr;
    QTRY_VERIFY((dialog = desk.window().findChild<QFileDialog *>()));
    emit dialog->fileSelected(path);
    dialog->close();
}

QColor middleOf(QWidget *widget)
{
    const auto image = widget->grab().toImage();
    return image.pixelColor(image.rect().center());
}

} // namespace

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

void tst_DeskFiles::filesThatAreDroppedAreSent()
{
    Desk desk(*m_stage);
    meets(desk);
    QMimeData data;
    data.setUrls(
        {QUrl::fromLocalFile(file("one.txt", "one")), QUrl::fromLocalFile(file("two.txt", "two"))});
    auto *pane = desk.window().findChild<ConversationPane *>();
    const QPoint where = pane->rect().center();
    QDragEnterEvent enters(where, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QVERIFY(QCoreApplication::sendEvent(pane, &enters) && enters.isAccepted());
    QDropEvent drops(where, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QVERIFY(QCoreApplication::sendEvent(pane, &drops) && drops.isAccepted());
    const auto isSent = [&](const char *name) {
        return desk.transcript().contains(
            QStringLiteral("Alice sent a file: %1").arg(QLatin1String(name)));
    };
    QTRY_VERIFY(isSent("one.txt") && isSent("two.txt"));
    QMimeData words;
    words.setText(QStringLiteral("no file"));
    QDragEnterEvent others(where, Qt::CopyAction, &words, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(pane, &others);
    QVERIFY(!others.isAccepted());
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

void tst_DeskFiles::onesOwnPictureIsShownToOneselfAndColleagues()
{
    // Larger than the server takes: the desktop makes it smaller.
    QImage noisy(1000, 1400, QImage::Format_RGB32);
    for (int y = 0; y < noisy.height(); ++y) {
        for (int x = 0; x < noisy.width(); ++x)
            noisy.setPixel(x, y, qRgb(200 + (x * 7 + y * 13) % 55, (x * x + y) % 40, y % 30));
    }
    const auto path = m_files.filePath(QStringLiteral("me.jpg"));
    QVERIFY(noisy.save(path));
    Desk alice(*m_stage);
    alice.signsIn(QStringLiteral("alice"));
    auto *own = alice.control(QStringLiteral("Your menu"));
    takesPicture(alice, path);
    QTRY_VERIFY(middleOf(own).red() > 190 && middleOf(own).blue() < 60);

    Desk bob(*m_stage);
    bob.signsIn(QStringLiteral("bob"));
    QVERIFY(bob.control(QStringLiteral("Your menu")));
    bob.window().session()->team().refresh();
    auto &pictures = bob.window().session()->pictures();
    QTRY_VERIFY(!pictures.picture(alice.window().session()->agent().name()).isNull());
    QVERIFY(pictures.picture(bob.window().session()->agent().name()).isNull());

    choose(alice, QStringLiteral("Remove your picture"));
    QTRY_VERIFY(middleOf(own).blue() > 60 || middleOf(own).red() < 190);
}

void tst_DeskFiles::aFileThatIsNoPictureIsNotTaken()
{
    Desk desk(*m_stage);
    desk.signsIn(QStringLiteral("alice"));
    QVERIFY(desk.control(QStringLiteral("Your menu")));
    takesPicture(desk, file("me.png", "no picture at all"));
    QMessageBox *box = nullptr;
    QTRY_VERIFY((box = desk.window().findChild<QMessageBox *>()));
    QVERIFY(box->text().startsWith(QStringLiteral("me.png cannot be shown: ")));
    box->close();
    QVERIFY(!desk.window().session()->pictures().hasOwn());
}

QTEST_MAIN(tst_DeskFiles)
#include "tst_deskfiles.moc"
