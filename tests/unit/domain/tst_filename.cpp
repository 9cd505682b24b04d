// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/filename.h"

#include <QTest>

using namespace tandem;

class tst_filename : public QObject
{
    Q_OBJECT

private slots:
    void namesAreNeutral_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<QByteArray>("kept");
        const auto row = [](const char *name, const QByteArray &sent, const QByteArray &kept) {
            QTest::newRow(name) << sent << kept;
        };
        row("plain", "invoice.pdf", "invoice.pdf");
        row("letters of people", "Rechnung März.pdf", "Rechnung März.pdf");
        row("path", "/etc/../passwd.txt", "passwd.txt");
        row("path of Windows", "C:\\temp\\a.txt", "a.txt");
        row("mixed path", "a\\b/c\\d.txt", "d.txt");
        row("only a path", "../../", "file");
        row("empty", "", "file");
        row("dots", "...", "file");
        row("hidden", ".bashrc", "bashrc");
        row("blanks around", "  a.txt . ", "a.txt");
        row("control characters", "a\r\n\tb\x7f.txt", "ab.txt");
        row("C1", "a\xc2\x85.txt", "a.txt");
        row("turned round",
            "gpj.\xe2\x80\xae"
            "exe",
            "gpj.exe");
        row("isolates",
            "\xe2\x81\xa6"
            "a\xe2\x81\xa9.txt",
            "a.txt");
        row("no width", "a\xe2\x80\x8b\xef\xbb\xbf.txt", "a.txt");
        row("slash behind a sign", "..\xe2\x80\xae/\xe2\x80\xae../a.txt", "a.txt");
        row("device", "CON", "_CON");
        row("device with an ending", "lpt1.txt", "_lpt1.txt");
        row("no device", "console.txt", "console.txt");
        row("quotes and signs", "a\"b<c>|d?*.txt", "a_b_c__d__.txt");
        row("longest", QByteArray(251, 'a') + ".txt", QByteArray(251, 'a') + ".txt");
        row("too long", QByteArray(300, 'a') + ".txt", QByteArray(251, 'a') + ".txt");
        row("cut between letters", QByteArray(250, 'a') + "\xc3\xa4\xc3\xa4.txt",
            QByteArray(250, 'a') + ".txt");
        row("cut at a blank", QByteArray(254, 'a') + " " + QByteArray(40, 'b'),
            QByteArray(254, 'a'));
        row("no ending worth keeping", "a." + QByteArray(300, 'b'), "a." + QByteArray(253, 'b'));
    }

    void namesAreNeutral()
    {
        QFETCH(const QByteArray, sent);
        QFETCH(const QByteArray, kept);
        QCOMPARE(QByteArray::fromStdString(safeFileName(sent.toStdString())), kept);
        QCOMPARE(QByteArray::fromStdString(safeFileName(kept.toStdString())), kept);
    }

    void namesAreAsShortAsTheyHaveToBe()
    {
        const auto kept = safeFileName(std::string(100, 'a') + ".txt", 64);
        QCOMPARE(kept, std::string(60, 'a') + ".txt");
    }

    void endingsAreSmall()
    {
        QCOMPARE(fileEnding("a.TXT"), std::string("txt"));
        QCOMPARE(fileEnding("a.tar.gz"), std::string("gz"));
        QCOMPARE(fileEnding("a"), std::string());
        QCOMPARE(fileEnding("a."), std::string());
    }

    void dispositionSaysTheNameTwice()
    {
        QCOMPARE(attachmentDisposition("a b.txt"),
                 std::string("attachment; filename=\"a b.txt\"; filename*=UTF-8''a%20b.txt"));
        QCOMPARE(attachmentDisposition("ä\"\r\n'.txt"),
                 std::string("attachment; filename=\"_____.txt\"; "
                             "filename*=UTF-8''%C3%A4%22%0D%0A%27.txt"));
    }
};

QTEST_GUILESS_MAIN(tst_filename)
#include "tst_filename.moc"
