// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/webaddress.h"

#include <QTest>

using tandem::isWebAddress;

class tst_webaddress : public QObject
{
    Q_OBJECT

private slots:
    void whatIsOne_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("is");
        const auto row = [](const char *name, const QByteArray &text, bool is) {
            QTest::newRow(name) << text << is;
        };
        row("https", "https://shop.example/shoes?size=42#red", true);
        row("http and port", "http://127.0.0.1:8080", true);
        row("capitals", "HTTPS://Shop.Example", true);
        row("letters of people",
            "https://b\xc3\xbc"
            "cher.example/\xc3\xa4",
            true);
        row("at sign in the path", "https://example.com/@alice", true);
        row("longest", "https://example.com/" + QByteArray(1980, 'a'), true);
        row("too long", "https://example.com/" + QByteArray(1981, 'a'), false);
        row("empty", "", false);
        row("no host", "https://", false);
        row("only a port", "https://:80/", false);
        row("only a path", "https:///etc/passwd", false);
        row("script", "javascript:alert(1)", false);
        row("data", "data:text/html,<script>", false);
        row("file", "file:///etc/passwd", false);
        row("no scheme", "www.example.com", false);
        row("user that looks like a host", "https://bank.example@evil.example/", false);
        row("blank", "https://example.com/a b", false);
        row("line break", "https://example.com/\nSet-Cookie: x", false);
        row("markup", "https://example.com/\"><img>", false);
        row("backslash", "https:\\\\example.com", false);
        row("backslash for a slash", "https://good.example\\@evil.example", false);
    }

    void whatIsOne()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const bool, is);
        QCOMPARE(isWebAddress(text.toStdString()), is);
    }
};

QTEST_APPLESS_MAIN(tst_webaddress)
#include "tst_webaddress.moc"
