// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/chatfields.h"
#include "gateway/form.h"
#include "gateway/httpmessage.h"

#include <QTest>

using namespace tandem;
using namespace tandem::gateway;

class TestForm : public QObject
{
    Q_OBJECT

private slots:
    void decodesWhatBrowsersSend();
    void refusesBrokenForms_data();
    void refusesBrokenForms();
    void decodesMultipart();
    void refusesBrokenMultipart_data();
    void refusesBrokenMultipart();
    void survivesGarbage();
    void readsParameters();
    void takesFirstAndLastNameForANickname();
    void collectsUserData();
};

void TestForm::decodesWhatBrowsersSend()
{
    const auto form =
        decodeUrlEncoded("nickname=J%C3%BCrgen+M&text=a%2Bb%26c&empty=&flag&&userData%5Bk%5D=v");
    QVERIFY(form);
    QCOMPARE(form->at("nickname"), "Jürgen M");
    QCOMPARE(form->at("text"), "a+b&c");
    QCOMPARE(form->at("empty"), "");
    QCOMPARE(form->at("flag"), "");
    QCOMPARE(form->at("userData[k]"), "v");
    QCOMPARE(form->size(), 5u);
}

void TestForm::refusesBrokenForms_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("half an escape") << QByteArray("a=%2");
    QTest::newRow("no hexadecimal") << QByteArray("a=%zz");
    QTest::newRow("not UTF-8") << QByteArray("a=%FF");
    QTest::newRow("overlong") << QByteArray("a=%C0%AF");
    QTest::newRow("surrogate") << QByteArray("a=%ED%A0%80");
    QTest::newRow("cut off") << QByteArray("a=%E2%82");
    QTest::newRow("null") << QByteArray("a=b%00c");
    QTest::newRow("repeated") << QByteArray("secureKey=a&secureKey=b");
}

void TestForm::refusesBrokenForms()
{
    QFETCH(const QByteArray, body);
    const auto form = decodeUrlEncoded({body.constData(), static_cast<std::size_t>(body.size())});
    QVERIFY(!form);
    QVERIFY(form.error().reason == Reason::InvalidParams);
}

void TestForm::decodesMultipart()
{
    HttpRequest request;
    request.fields = {{"content-type", "multipart/form-data; charset=utf-8; boundary=\"x y\""}};
    request.body = "preamble\r\n--x y\r\nContent-Disposition: form-data; name=\"message\"\r\n"
                   "Content-Type: text/plain\r\n\r\nline 1\r\n--x line 2\r\n--x y\r\n"
                   "content-disposition: form-data; name=empty\r\n\r\n\r\n--x y--\r\nepilogue";
    const auto form = decodeForm(request);
    QVERIFY2(form, form ? "" : form.error().message.c_str());
    QCOMPARE(form->at("message"), "line 1\r\n--x line 2");
    QCOMPARE(form->at("empty"), "");
}

void TestForm::refusesBrokenMultipart_data()
{
    QTest::addColumn<QByteArray>("body");
    const QByteArray head = "--b\r\nContent-Disposition: form-data; name=a\r\n";
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no end") << head + "\r\nvalue";
    QTest::newRow("no blank line") << head + "value\r\n--b--";
    QTest::newRow("no name") << QByteArray(
        "--b\r\nContent-Disposition: form-data\r\n\r\nv\r\n--b--");
    QTest::newRow("file") << QByteArray("--b\r\nContent-Disposition: form-data; name=a; "
                                        "filename=\"x.exe\"\r\n\r\nv\r\n--b--");
    QTest::newRow("garbage after delimiter") << QByteArray("--bX\r\n\r\n--b--");
    QTest::newRow("not UTF-8") << head + "\r\n\xff\r\n--b--";
}

void TestForm::refusesBrokenMultipart()
{
    QFETCH(const QByteArray, body);
    QVERIFY(!decodeMultipart({body.constData(), static_cast<std::size_t>(body.size())}, "b"));
}

void TestForm::survivesGarbage()
{
    // Fixed seed: the same bytes every time.
    std::uint32_t state = 1;
    const std::string alphabet = "-b\r\n;:=\"Content-Disposition form-data name%&+[]\xff\x00";
    int accepted = 0;
    for (int round = 0; round < 20000; ++round) {
        std::string body = round % 2 ? "--b\r\n" : "";
        for (int i = 0; i < 60; ++i) {
            state = state * 1664525u + 1013904223u;
            body += alphabet[(state >> 16) % alphabet.size()];
        }
        accepted += decodeMultipart(body, "b").has_value();
        accepted += decodeUrlEncoded(body).has_value();
    }
    QVERIFY(accepted > 0);
}

void TestForm::readsParameters()
{
    QCOMPARE(fieldParameter("a/b; c=d; boundary=\"x;\\\"y\" ; e=f", "Boundary"), "x;\"y");
    QCOMPARE(fieldParameter("a/b; c=d; boundary=\"x;y\" ; e=f", "e"), "f");
    QCOMPARE(fieldParameter("a/b", "boundary"), "");
    QCOMPARE(fieldParameter("a/b; boundary", "boundary"), "");
}

void TestForm::takesFirstAndLastNameForANickname()
{
    QCOMPARE(nicknameOf({{"firstName", "Ann"}, {"lastName", "Lee"}}), "Ann Lee");
    QCOMPARE(nicknameOf({{"nickname", "Al"}, {"firstName", "Ann"}}), "Al");
    QCOMPARE(nicknameOf({{"nickname", ""}, {"lastName", "Lee"}}), "Lee");
    QCOMPARE(nicknameOf({}), "");
}

void TestForm::collectsUserData()
{
    const auto data = userDataOf(
        {{"userData[k]", "v"}, {"userData[]", "x"}, {"userData", "y"}, {"firstName", "Ann"}});
    QCOMPARE(data.size(), 2u);
    QCOMPARE(data.at("k"), "v");
    QCOMPARE(data.at("FirstName"), "Ann");
}

QTEST_GUILESS_MAIN(TestForm)
#include "tst_form.moc"
