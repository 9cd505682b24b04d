// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/compression.h"
#include "gateway/staticfiles.h"
#include "gatewayfixture.h"

#include <QTemporaryDir>
#include <QTest>

#include <zlib.h>

using namespace tandem;
using namespace tandem::gateway;
using namespace tandem::test;

class TestStaticFiles : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup() { m_door.close(); }

    void servesTheWidget();
    void servesTheDemoInADemoOnly();
    void leadsToTheDemo();
    void staysInItsFolder_data();
    void staysInItsFolder();
    void asksAgainCheaply();
    void readsAcceptEncoding_data();
    void readsAcceptEncoding();
    void compressesSoThatZlibReadsIt();

private:
    GatewaySettings settings(bool isDemo);
    void write(const char *path, const QByteArray &content);

    QTemporaryDir m_folder;
    QByteArray m_script = "/* " + QByteArray("tandem ").repeated(1000) + "*/";
    GatewayFixture m_door;
};

void TestStaticFiles::write(const char *path, const QByteArray &content)
{
    const QFileInfo info(m_folder.filePath(QLatin1String(path)));
    QVERIFY(QDir().mkpath(info.path()));
    QFile file(info.filePath());
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
}

void TestStaticFiles::initTestCase()
{
    write("widget/tandem.js", m_script);
    write("widget/secret.js", "no");
    write("shop/index.html", "<!doctype html><title>Shop</title>");
    write("shop/images/a b.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
    write("shop/notes.txt", "no kind that is served");
    write("outside.html", "no");
}

GatewaySettings TestStaticFiles::settings(bool isDemo)
{
    GatewaySettings settings;
    settings.demo = isDemo;
    settings.widgetFolder = m_folder.filePath(QStringLiteral("widget")).toStdString();
    settings.demoFolder = m_folder.filePath(QStringLiteral("shop")).toStdString();
    return settings;
}

void TestStaticFiles::servesTheWidget()
{
    m_door.listen(settings(false));
    auto raw = m_door.client();
    const auto plain = raw.ask("GET", "/widget/tandem.js");
    QCOMPARE(plain.status, 200);
    QCOMPARE(plain.body, m_script);
    QCOMPARE(plain.field("Content-Type"), "text/javascript; charset=utf-8");
    QCOMPARE(plain.field("X-Content-Type-Options"), "nosniff");
    QCOMPARE(plain.field("Access-Control-Allow-Origin"), "*");
    QCOMPARE(plain.field("Vary"), "Accept-Encoding");
    const auto gzip = raw.ask("GET", "/widget/tandem.js", "Accept-Encoding: gzip, deflate\r\n");
    QCOMPARE(gzip.field("Content-Encoding"), "gzip");
    QVERIFY(gzip.body.size() < m_script.size() / 10);
    QCOMPARE(raw.ask("GET", "/widget/secret.js").status, 404);
    QCOMPARE(raw.ask("POST", "/widget/tandem.js").status, 405);
}

void TestStaticFiles::servesTheDemoInADemoOnly()
{
    m_door.listen(settings(true));
    auto demo = m_door.client();
    const auto page = demo.ask("GET", "/demo/");
    QCOMPARE(page.status, 200);
    QVERIFY(page.field("Content-Security-Policy").startsWith("default-src 'none'; "));
    QVERIFY(!page.field("Content-Security-Policy").contains("unsafe"));
    QVERIFY(!page.field("Referrer-Policy").isEmpty());
    QCOMPARE(demo.ask("GET", "/demo/index.html").body, page.body);
    QCOMPARE(demo.ask("GET", "/demo/index.html?from=mail").body, page.body);
    QCOMPARE(demo.ask("GET", "/demo/images/a%20b.svg").field("Content-Type"), "image/svg+xml");
    QCOMPARE(demo.ask("GET", "/demo/notes.txt").status, 404);
    m_door.listen(settings(false));
    QCOMPARE(m_door.client().ask("GET", "/demo/").status, 404);
}

void TestStaticFiles::leadsToTheDemo()
{
    m_door.listen(settings(true));
    const auto root = m_door.client().ask("GET", "/");
    QCOMPARE(root.status, 302);
    QCOMPARE(root.field("Location"), "/demo/");
    m_door.listen(settings(false));
    QCOMPARE(m_door.client().ask("GET", "/").status, 404);
}

void TestStaticFiles::staysInItsFolder_data()
{
    QTest::addColumn<QByteArray>("path");
    for (const char *path :
         {"/demo/../outside.html", "/demo/%2e%2e/outside.html", "/demo/..%2foutside.html",
          "/demo/..\\outside.html", "/demo//index.html", "/demo/./index.html", "/demo/%00",
          "/demo/index.html%00", "/demo/%zz", "/widget/../demo/index.html", "/demo/images",
          "/demo/images/"})
        QTest::newRow(path) << QByteArray(path);
}

void TestStaticFiles::staysInItsFolder()
{
    QFETCH(const QByteArray, path);
    m_door.listen(settings(true));
    QCOMPARE(m_door.client().ask("GET", path).status, 404);
}

void TestStaticFiles::asksAgainCheaply()
{
    m_door.listen(settings(false));
    auto raw = m_door.client();
    const auto first = raw.ask("GET", "/widget/tandem.js");
    const auto tag = first.field("ETag");
    QVERIFY(tag.size() > 10);
    const auto second =
        raw.ask("GET", "/widget/tandem.js", "If-None-Match: \"x\", W/" + tag + "\r\n");
    QCOMPARE(second.status, 304);
    QCOMPARE(second.body.size(), 0);
    QCOMPARE(second.field("ETag"), tag);
    QCOMPARE(raw.ask("GET", "/widget/tandem.js", "If-None-Match: \"x\"\r\n").status, 200);
}

void TestStaticFiles::readsAcceptEncoding_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<bool>("accepts");
    QTest::newRow("none") << QByteArray("") << false;
    QTest::newRow("plain") << QByteArray("gzip") << true;
    QTest::newRow("list") << QByteArray("br, GZIP;q=0.5") << true;
    QTest::newRow("any") << QByteArray("*") << true;
    QTest::newRow("refused") << QByteArray("gzip;q=0, br") << false;
    QTest::newRow("refused too") << QByteArray("gzip; q=0.000") << false;
    QTest::newRow("other") << QByteArray("br") << false;
}

void TestStaticFiles::readsAcceptEncoding()
{
    QFETCH(const QByteArray, field);
    QFETCH(const bool, accepts);
    QCOMPARE(acceptsGzip(field.toStdString()), accepts);
}

void TestStaticFiles::compressesSoThatZlibReadsIt()
{
    const auto gzip = gzipped(m_script.toStdString());
    std::string plain(static_cast<std::size_t>(m_script.size()) + 1, '\0');
    z_stream stream{};
    QCOMPARE(inflateInit2(&stream, MAX_WBITS + 16), Z_OK); // the gzip format and no other
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(gzip.data()));
    stream.avail_in = static_cast<uInt>(gzip.size());
    stream.next_out = reinterpret_cast<Bytef *>(plain.data());
    stream.avail_out = static_cast<uInt>(plain.size());
    QCOMPARE(inflate(&stream, Z_FINISH), Z_STREAM_END);
    plain.resize(stream.total_out);
    inflateEnd(&stream);
    QCOMPARE(plain, m_script.toStdString());
    QVERIFY(gzip.size() < 200);
}

QTEST_GUILESS_MAIN(TestStaticFiles)
#include "tst_staticfiles.moc"
