// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/capturewsdl.h"
#include "gateway/kvlist.h"

#include <QTest>
#include <QXmlStreamReader>

using namespace tandem;
using namespace tandem::gateway;

namespace {

std::string envelope(const std::string &body, const std::string &head = {})
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
           "<e:Envelope xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\" "
           "xmlns:ixn=\"http://www.genesyslab.com/interaction\" "
           "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
           + head + "<e:Body>" + body + "</e:Body></e:Envelope>";
}

SoapFault faultOf(const std::string &text)
{
    const auto read = readSoap(text);
    return read ? SoapFault{} : read.error().fault;
}

protocol::Data listOf(const std::string &items)
{
    const auto read =
        readSoap(envelope("<ixn:Submit><UserData>" + items + "</UserData></ixn:Submit>"));
    return dataFrom(read.value().operation.child("UserData")).value();
}

bool isWellFormed(const std::string &text)
{
    QXmlStreamReader reader(QByteArray::fromStdString(text));
    while (!reader.atEnd())
        reader.readNext();
    return !reader.hasError();
}

} // namespace

class TestSoapMessage : public QObject
{
    Q_OBJECT

private slots:
    void readsTheOneRequestOfTheBody()
    {
        const auto read =
            readSoap(envelope("<ixn:Hold xmlns=\"http://www.genesyslab.com/interaction\">"
                              "<ExternalId> a&amp;b <!-- note -->c</ExternalId><Reason "
                              "xsi:nil=\"true\"/></ixn:Hold>"));
        QVERIFY(read);
        QVERIFY(read->version == SoapVersion::V11);
        QCOMPARE(read->operation.name, std::string("Hold"));
        QCOMPARE(read->operation.space, std::string(captureSpace));
        QCOMPARE(read->operation.value("ExternalId"), std::optional<std::string>("a&b c"));
        QVERIFY(!read->operation.value("Reason"));
        QVERIFY(!read->operation.value("Other"));
    }

    void textMayBeLong()
    {
        const std::string text(100'000, 'x');
        for (const auto &content : {text, "<![CDATA[<" + text + "]]>", "<!-- <" + text + " -->y"}) {
            const auto read = readSoap(envelope("<ixn:Hold><a>" + content + "</a></ixn:Hold>"));
            QVERIFY(read);
            QVERIFY(!read->operation.value("a").value().empty());
        }
    }

    void knowsVersionTwelveByItsNamespace()
    {
        auto text = envelope("<ixn:Ping/>");
        const std::string old = "http://schemas.xmlsoap.org/soap/envelope/";
        text.replace(text.find(old), old.size(), "http://www.w3.org/2003/05/soap-envelope");
        QVERIFY(readSoap(text).value().version == SoapVersion::V12);
        text = envelope("<ixn:Ping/>");
        text.replace(text.find(old), old.size(), "http://example.org/other");
        QVERIFY(faultOf(text).code == SoapFault::Code::VersionMismatch);
    }

    void refusesWhatIsNoMessage_data()
    {
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char *name, const std::string &text) {
            QTest::newRow(name) << QByteArray::fromStdString(text);
        };
        row("nothing", "");
        row("no XML", "{\"a\":1}");
        row("cut short", envelope("<ixn:Ping/>").substr(0, 200));
        row("tags that cross", envelope("<ixn:Ping><a></ixn:Ping></a>"));
        row("another document", "<a/>");
        row("an empty body", envelope(""));
        row("two requests", envelope("<ixn:Ping/><ixn:Ping/>"));
        row("no UTF-8", envelope("<ixn:Ping>\xFF</ixn:Ping>"));
        row("a control", envelope("<ixn:Ping>&#1;</ixn:Ping>"));
        row("an unknown entity", envelope("<ixn:Ping>&x;</ixn:Ping>"));
        row("entities in entities",
            "<!DOCTYPE l [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
                + envelope("<ixn:Ping>&b;</ixn:Ping>").substr(38));
        row("a file", "<!DOCTYPE l [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"
                          + envelope("<ixn:Ping>&a;</ixn:Ping>").substr(38));
        std::string deep;
        for (int i = 0; i < 40; ++i)
            deep = "<a>" + deep + "</a>";
        row("too deep", envelope("<ixn:Ping>" + deep + "</ixn:Ping>"));
        std::string many;
        for (int i = 0; i < 10'001; ++i)
            many += "<a/>";
        std::string wide = "<ixn:Ping";
        for (int i = 0; i < 60'000; ++i)
            wide += " a" + std::to_string(i) + "=\"\"";
        row("a tag too long", envelope(wide + "/>"));
        row("a tag too long behind a value that looks like its end",
            envelope("<ixn:Ping b=\">\"" + wide.substr(9) + "/>"));
        row("a tag without an end", envelope("<ixn:Ping " + std::string(5000, ' ')));
        row("UTF-16", std::string("\xFF\xFE<\0a\0/\0>\0", 10));
        row("too many", envelope("<ixn:Ping>" + many + "</ixn:Ping>"));
    }

    void refusesWhatIsNoMessage()
    {
        QFETCH(const QByteArray, text);
        const auto fault = faultOf(text.toStdString());
        QVERIFY(fault.code == SoapFault::Code::Client);
        QCOMPARE(fault.errorCode, static_cast<int>(CaptureError::BadMessage));
    }

    void refusesHeadersThatMustBeUnderstood()
    {
        const auto head = [](const std::string &value) {
            return "<e:Header><t:Tx xmlns:t=\"urn:tx\" e:mustUnderstand=\"" + value
                   + "\"/></e:Header>";
        };
        QVERIFY(faultOf(envelope("<ixn:Ping/>", head("1"))).code
                == SoapFault::Code::MustUnderstand);
        QVERIFY(readSoap(envelope("<ixn:Ping/>", head("0"))));
        QVERIFY(readSoap(envelope("<ixn:Ping/>", "<e:Header/>")));
    }

    void flattensListsWithinLists()
    {
        const protocol::Data expected{{"s", " kept "}, {"n", "812"}, {"l.a", "1"}, {"l.m.b", "2"}};
        QCOMPARE(
            listOf("<kvitem><key>s</key><value><ValueString> kept </ValueString></value></kvitem>"
                   "<kvitem xsi:nil=\"true\"/>"
                   "<kvitem><key>n</key><value><ValueInt> 812 </ValueInt></value></kvitem>"
                   "<kvitem><key>l</key><value><ValueList>"
                   "<kvitem><key>a</key><value><ValueString>1</ValueString></value></kvitem>"
                   "<kvitem><key>m</key><value><ValueList>"
                   "<kvitem><key>b</key><value><ValueInt>2</ValueInt></value></kvitem>"
                   "</ValueList></value></kvitem></ValueList></value></kvitem>"),
            expected);
        QCOMPARE(listOf("<kvitem><key>a</key><value/></kvitem>"), (protocol::Data{{"a", ""}}));
        QCOMPARE(dataFrom(nullptr).value(), protocol::Data{});
    }

    void namesAListThatIsNone()
    {
        for (const char *items :
             {"<kvitem><value><ValueString>1</ValueString></value></kvitem>", "<item/>",
              "<kvitem><key>a</key><value><ValueInt>1.5</ValueInt></value></kvitem>"}) {
            const auto read = readSoap(envelope(std::string("<ixn:Submit><UserData>") + items
                                                + "</UserData></ixn:Submit>"));
            const auto data = dataFrom(read.value().operation.child("UserData"));
            QVERIFY(!data);
            QCOMPARE(data.error().errorCode, static_cast<int>(CaptureError::InvalidValue));
        }
    }

    void writesNothingThatXmlCannotHold()
    {
        const std::string text("<&>\"'\r\n\t\x01\xEF\xBF\xBF ü\xF0\x9F\x98\x80");
        std::string out = "<a xmlns:ixn=\"u\">";
        writeElement(out, "text", text);
        out += "</a>";
        QVERIFY(isWellFormed(out));
        QXmlStreamReader reader(QByteArray::fromStdString(out));
        reader.readNextStartElement();
        reader.readNextStartElement();
        QCOMPARE(reader.readElementText(),
                 QString::fromUtf8("<&>\"'\r\n\t\xEF\xBF\xBD\xEF\xBF\xBD ü\xF0\x9F\x98\x80"));
    }

    void tellsFaultsInTheFormOfEachVersion()
    {
        const auto fault = clientFault(CaptureError::MissingValue, "Missing <x>");
        const auto first = soapResponse(SoapVersion::V11, fault);
        QCOMPARE(first.status, 500);
        QVERIFY(isWellFormed(first.body));
        QVERIFY(first.body.contains("<faultcode>SOAP-ENV:Client</faultcode>"));
        QVERIFY(first.body.contains("<detail><ixn:FaultMessage><ixn:ErrorCode>2</ixn:ErrorCode>"
                                    "<ixn:ErrorDescription>Missing &lt;x&gt;"));
        const auto second = soapResponse(SoapVersion::V12, fault);
        QCOMPARE(second.status, 400);
        QVERIFY(isWellFormed(second.body));
        QVERIFY(second.body.contains("<SOAP-ENV:Value>SOAP-ENV:Sender</SOAP-ENV:Value>"));
    }

    void describesEveryOperation()
    {
        const auto text = captureWsdl("http://a.example:1/Genesys/Interaction/a&b/Web");
        QVERIFY(isWellFormed(text));
        QVERIFY(text.contains("a&amp;b"));
        for (const char *name : {"Submit", "Hold", "Stop", "Resume", "Update", "GetInfo", "Ping"}) {
            QCOMPARE(QByteArray::fromStdString(text).count(QByteArray("<wsdl:operation name=\"")
                                                           + name + '"'),
                     3); // the port type and two bindings
        }
    }
};

QTEST_GUILESS_MAIN(TestSoapMessage)
#include "tst_soapmessage.moc"
