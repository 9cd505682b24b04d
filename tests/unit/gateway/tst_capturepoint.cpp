// SPDX-License-Identifier: GPL-3.0-or-later
#include "gatewayfixture.h"

#include "protocol/openmedia.h"

#include <QTest>

using namespace tandem;
using namespace tandem::protocol;
using namespace tandem::test;

namespace {

constexpr InteractionId known{4711};
const QByteArray point = "/Genesys/Interaction/support/WebServiceCapturePoint";

QByteArray idText() { return QByteArray::fromStdString(known.text()); }

QByteArray envelope(const QByteArray &operation, const QByteArray &content)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><SOAP-ENV:Envelope "
           "xmlns:SOAP-ENV=\"http://schemas.xmlsoap.org/soap/envelope/\" "
           "xmlns:ixn=\"http://www.genesyslab.com/interaction\"><SOAP-ENV:Body><ixn:"
           + operation + " xmlns=\"http://www.genesyslab.com/interaction\">" + content
           + "</ixn:" + operation + "></SOAP-ENV:Body></SOAP-ENV:Envelope>";
}

Interaction interaction()
{
    Interaction value;
    value.id = known;
    value.mediaType = "task";
    value.type = "inbound";
    value.queueId = "support";
    value.externalId = "Test00001";
    value.attachedData = {{"a<b", "c&d"}};
    return value;
}

} // namespace

class TestCapturePoint : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_door.listen();
        m_submits.clear();
        m_door.core().serve<MediaSubmit>([this](const MediaSubmit &submit) {
            m_submits.push_back(submit);
            return SubmitReply{known};
        });
        m_door.core().serve<MediaFetch>([](const MediaFetch &) { return interaction(); });
    }
    void cleanup() { m_door.close(); }

    void submitsAsTheVendorsClientsDo();
    void takesEmptyElementsForAbsentOnes();
    void tellsWhatIsKnownOfAnInteraction();
    void holdsResumesStopsAndUpdates();
    void answersPing();
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
    void tellsRefusalsAsFaults();
    void givesItsDescription();
    void refusesWhatIsNoXml();

private:
    RawClient::Answer call(const QByteArray &operation, const QByteArray &content)
    {
        auto raw = m_door.client();
        return raw.post(point, envelope(operation, content), "SOAPAction: \"\"\r\n",
                        "text/xml; charset=utf-8");
    }

    GatewayFixture m_door;
    std::vector<MediaSubmit> m_submits;
};

void TestCapturePoint::submitsAsTheVendorsClientsDo()
{
    const auto answer =
        call("Submit", "<TenantId>101</TenantId><Queue>sales</Queue><MediaType>task</MediaType>"
                       "<ExternalId>Test00001</ExternalId><Hold>true</Hold>"
                       "<InteractionType>Inbound</InteractionType>"
                       "<InteractionSubtype>InboundNew</InteractionSubtype><UserData>"
                       "<kvitem><key>Subject</key><value><ValueString>Hi</ValueString></value>"
                       "</kvitem><kvitem><key>n</key><value><ValueInt>8</ValueInt></value></kvitem>"
                       "</UserData>");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.field("Content-Type"), "text/xml; charset=utf-8");
    QVERIFY(answer.body.contains(
        "<ixn:RequestResponse><ixn:Extension><ixn:kvitem><ixn:key>InteractionId</ixn:key>"
        "<ixn:value><ixn:ValueString>"
        + idText() + "</ixn:ValueString></ixn:value></ixn:kvitem></ixn:Extension>"));
    QCOMPARE(m_submits.size(), std::size_t(1));
    const auto &[values, isHeld, overwrite] = m_submits.front();
    QCOMPARE(values.queueId, std::string("sales"));
    QCOMPARE(values.mediaType, std::string("task"));
    QCOMPARE(values.externalId, std::string("Test00001"));
    QCOMPARE(values.type, std::optional<std::string>("inbound"));
    QCOMPARE(values.subject, std::optional<std::string>("Hi"));
    QCOMPARE(values.attachedData,
             (Data{{"Subject", "Hi"}, {"n", "8"}, {"InteractionSubtype", "InboundNew"}}));
    QVERIFY(isHeld && !overwrite);
}

void TestCapturePoint::takesEmptyElementsForAbsentOnes()
{
    const auto answer =
        call("Submit", "<InteractionId></InteractionId><ExternalId/><MediaType>task</MediaType>"
                       "<Queue></Queue><Workbin></Workbin><Hold>false</Hold>");
    QCOMPARE(answer.status, 200);
    QCOMPARE(m_submits.at(0).values.queueId, std::string("support"));
    QVERIFY(m_submits[0].values.externalId.starts_with("auto-"));
    QVERIFY(!m_submits[0].values.type && !m_submits[0].isHeld);
}

void TestCapturePoint::tellsWhatIsKnownOfAnInteraction()
{
    const auto answer = call("GetInfo", "<ExternalId>Test00001</ExternalId>");
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.body.contains("<ixn:GetInfoResponse><ixn:InteractionProperties>"));
    QVERIFY(answer.body.contains("<ixn:key>a&lt;b</ixn:key><ixn:value><ixn:ValueString>c&amp;d"));
}

void TestCapturePoint::holdsResumesStopsAndUpdates()
{
    std::vector<MediaHold> holds;
    MediaStop stopped;
    MediaUpdate updated;
    m_door.core().serve<MediaHold>([&](const MediaHold &hold) {
        holds.push_back(hold);
        return interaction();
    });
    m_door.core().serve<MediaStop>([&](const MediaStop &stop) {
        stopped = stop;
        return interaction();
    });
    m_door.core().serve<MediaUpdate>([&](const MediaUpdate &update) {
        updated = update;
        return interaction();
    });
    const QByteArray id = "<InteractionId>" + idText() + "</InteractionId>";
    for (const char *operation : {"Hold", "Resume"})
        QVERIFY(call(operation, id).body.contains("<ixn:RequestResponse/>"));
    QCOMPARE(holds.size(), std::size_t(2));
    QVERIFY(holds[0].isHeld && !holds[1].isHeld);
    QCOMPARE(holds[0].ref.interactionId, std::optional(known));
    QCOMPARE(call("Stop", id + "<ReasonSystemName>done</ReasonSystemName>").status, 200);
    QCOMPARE(stopped.reason, std::optional<std::string>("done"));
    const QByteArray lists = "<Changed><kvitem><key>a</key><value><ValueString>1</ValueString>"
                             "</value></kvitem></Changed><Deleted><kvitem><key>b</key><value/>"
                             "</kvitem></Deleted>";
    QCOMPARE(call("Update", id + lists + "<Queue>support</Queue>").status, 200);
    QCOMPARE(updated.set, (Data{{"a", "1"}}));
    QCOMPARE(updated.remove, (std::vector<std::string>{"b"}));
    updated = {};
    const auto moved = call("Update", id + lists + "<Queue>sales</Queue>");
    QCOMPARE(moved.status, 500);
    QVERIFY(updated.set.empty());
}

void TestCapturePoint::answersPing()
{
    QVERIFY(call("Ping", "").body.contains("<ixn:ValueString>ok</ixn:ValueString>"));
    m_door.core().setCanCommit(false);
    QVERIFY(call("Ping", "").body.contains("<ixn:ValueString>unavailable</ixn:ValueString>"));
}

void TestCapturePoint::namesWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("operation");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const char *operation, const char *content, int code) {
        QTest::newRow(name) << QByteArray(operation) << QByteArray(content) << code;
    };
    row("unknown operation", "Restart", "", 1);
    row("no id", "Hold", "", 2);
    row("no id of an update", "Update", "<Changed/>", 2);
    row("no media type", "Submit", "<ExternalId>1</ExternalId>", 2);
    row("an id of one's own", "Submit",
        "<MediaType>task</MediaType><InteractionId>1</InteractionId>", 3);
    row("a workbin", "Submit", "<MediaType>task</MediaType><Workbin>w</Workbin>", 3);
    row("hold", "Submit", "<MediaType>task</MediaType><Hold>maybe</Hold>", 3);
    row("data", "Submit", "<MediaType>task</MediaType><UserData><x/></UserData>", 3);
}

void TestCapturePoint::namesWhatIsWrong()
{
    QFETCH(const QByteArray, operation);
    QFETCH(const QByteArray, content);
    QFETCH(const int, code);
    const auto answer = call(operation, content);
    QCOMPARE(answer.status, 500);
    QVERIFY(answer.body.contains("<faultcode>SOAP-ENV:Client</faultcode>"));
    QVERIFY(
        answer.body.contains("<ixn:ErrorCode>" + QByteArray::number(code) + "</ixn:ErrorCode>"));
    QVERIFY(m_submits.empty());
}

void TestCapturePoint::tellsRefusalsAsFaults()
{
    const QByteArray id = "<InteractionId>" + idText() + "</InteractionId>";
    for (const auto &[reason, code, side] : {std::tuple(Reason::NotFound, "43", "Client"),
                                             {Reason::WrongState, "4", "Client"},
                                             {Reason::InvalidParams, "3", "Client"},
                                             {Reason::StoreUnavailable, "5", "Server"}}) {
        m_door.core().refuseWith(reason);
        const auto answer = call("GetInfo", id);
        QCOMPARE(answer.status, 500);
        QVERIFY(answer.body.contains(QByteArray("<ixn:ErrorCode>") + code + '<'));
        QVERIFY(answer.body.contains(QByteArray("<faultcode>SOAP-ENV:") + side));
    }
}

void TestCapturePoint::givesItsDescription()
{
    auto raw = m_door.client();
    for (const char *query : {"?wsdl", "?WSDL"}) {
        const auto answer = raw.ask("GET", point + query);
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.body.contains("location=\"http://shop.example" + point + "\""));
    }
    QCOMPARE(raw.ask("GET", point).status, 400);
    QCOMPARE(raw.ask("GET", "/Genesys/Interaction/support/Other?wsdl").status, 404);
    QCOMPARE(raw.ask("GET", "/Genesys/Interaction/WebServiceCapturePoint?wsdl").status, 404);
}

void TestCapturePoint::refusesWhatIsNoXml()
{
    auto raw = m_door.client();
    const auto body = envelope("Ping", "");
    QCOMPARE(raw.post(point, body).status, 415);
    QCOMPARE(raw.post(point, body, {}, "text/xml; charset=utf-16").status, 415);
    QCOMPARE(raw.post(point, body, {}, "text/xml").status, 200);
    QCOMPARE(raw.post(point, "nonsense", {}, "text/xml").status, 500);
    const auto twelve = QByteArray(body).replace("http://schemas.xmlsoap.org/soap/envelope/",
                                                 "http://www.w3.org/2003/05/soap-envelope");
    const auto answer = raw.post(point, twelve, {}, "application/soap+xml; action=\"\"");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.field("Content-Type"), "application/soap+xml; charset=utf-8");
}

QTEST_GUILESS_MAIN(TestCapturePoint)
#include "tst_capturepoint.moc"
