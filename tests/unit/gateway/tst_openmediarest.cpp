// SPDX-License-Identifier: GPL-3.0-or-later
#include "gatewayfixture.h"

#include "protocol/openmedia.h"

#include <QTest>

using namespace tandem;
using namespace tandem::protocol;
using namespace tandem::test;

namespace {

constexpr InteractionId known{4711};

QByteArray idText() { return QByteArray::fromStdString(known.text()); }

Interaction interaction()
{
    Interaction value;
    value.id = known;
    value.mediaType = "survey";
    value.type = "inbound";
    value.queueId = "support";
    value.externalId = "s-1";
    value.attachedData = {{"a", "b"}};
    return value;
}

} // namespace

class TestOpenMediaRest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_submits.clear();
        listen({});
    }
    void cleanup() { m_door.close(); }

    void createsWorkFromAForm();
    void asksForTheParentFirst();
    void makesAnExternalIdForWhoGivesNone();
    void findsItByIdOrByExternalId();
    void updatesAndStops();
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
    void tellsRefusalsByStatus();
    void asksForTheTokenWhereOneIsSet();

private:
    void listen(const GatewaySettings &settings);
    QByteArray path(const QByteArray &rest = {}) const
    {
        return "/genesys/2/openmedia/support" + rest;
    }

    GatewayFixture m_door;
    std::vector<MediaSubmit> m_submits;
};

void TestOpenMediaRest::listen(const GatewaySettings &settings)
{
    m_door.listen(settings);
    m_door.core().serve<MediaSubmit>([this](const MediaSubmit &submit) {
        m_submits.push_back(submit);
        return SubmitReply{known};
    });
}

void TestOpenMediaRest::createsWorkFromAForm()
{
    auto raw = m_door.client();
    const auto answer = raw.post(
        path(), "mediaType=survey&externalId=s-1&interactionType=Inbound&interactionSubType="
                "InboundNew&subject=How+was+it&priority=-5&userData%5Bscore%5D=9&firstName=Ann&"
                "lastName=Lee&hold=true&allow_overwrite=true&dueAt=2026-01-31T09:05:00.000Z");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, "{\"statusCode\":0,\"interactionId\":\"" + idText() + "\"}");
    QCOMPARE(m_submits.size(), std::size_t(1));
    const auto &[values, isHeld, overwrite] = m_submits.front();
    QCOMPARE(values.mediaType, std::string("survey"));
    QCOMPARE(values.queueId, std::string("support"));
    QCOMPARE(values.externalId, std::string("s-1"));
    QCOMPARE(values.type, std::optional<std::string>("inbound"));
    QCOMPARE(values.subject, std::optional<std::string>("How was it"));
    QCOMPARE(values.contactName, std::optional<std::string>("Ann Lee"));
    QCOMPARE(values.priority, std::optional<int>(-5));
    QVERIFY(values.dueAt);
    const Data data{{"score", "9"},
                    {"InteractionSubtype", "InboundNew"},
                    {"FirstName", "Ann"},
                    {"LastName", "Lee"}};
    QCOMPARE(values.attachedData, data);
    QVERIFY(isHeld && overwrite);
    const auto multipart = raw.post(path("/"),
                                    "--x\r\nContent-Disposition: form-data; name=\"mediaType\"\r\n"
                                    "\r\nsurvey\r\n--x--\r\n",
                                    {}, "multipart/form-data; boundary=x");
    QCOMPARE(multipart.status, 200);
    QVERIFY(!m_submits.back().isHeld && !m_submits.back().overwrite);
}

void TestOpenMediaRest::asksForTheParentFirst()
{
    m_door.core().serve<MediaParentCheck>([](const MediaParentCheck &check) -> Result<Done> {
        if (check.parentId == known)
            return Done{};
        return failure(Reason::NotFound, "There is no interaction of the parent's id.", "parentId");
    });
    auto raw = m_door.client();
    QCOMPARE(raw.post(path(), "mediaType=survey&parentId=" + idText()).status, 200);
    QCOMPARE(m_submits.back().values.parentId, std::optional(known));
    for (const char *other : {"0000000000XYZ", "nonsense"}) {
        const auto answer = raw.post(path(), QByteArray("mediaType=survey&parentId=") + other);
        QCOMPARE(answer.status, 404);
        QVERIFY(answer.body.contains("\"field\":\"parentId\""));
    }
    QCOMPARE(m_submits.size(), std::size_t(1));
}

void TestOpenMediaRest::makesAnExternalIdForWhoGivesNone()
{
    auto raw = m_door.client();
    raw.post(path(), "mediaType=survey");
    raw.post(path(), "mediaType=survey&externalId=");
    QVERIFY(m_submits.at(0).values.externalId.starts_with("auto-"));
    QVERIFY(m_submits[0].values.externalId != m_submits.at(1).values.externalId);
}

void TestOpenMediaRest::findsItByIdOrByExternalId()
{
    std::vector<MediaRef> refs;
    m_door.core().serve<MediaFetch>([&](const MediaFetch &fetch) {
        refs.push_back(fetch.ref);
        return interaction();
    });
    auto raw = m_door.client();
    const auto answer = raw.post(path('/' + idText() + "/get"), "");
    QCOMPARE(answer.status, 200);
    const auto json = jsonOf(answer.body);
    QCOMPARE(json[u"statusCode"].toInt(-1), 0);
    QCOMPARE(json[u"interactionId"].toString().toLatin1(), idText());
    QCOMPARE(json[u"state"].toString(), QStringLiteral("queued"));
    QCOMPARE(json[u"userData"].toObject()[u"a"].toString(), QStringLiteral("b"));
    QVERIFY(!json.contains(u"doneAt"));
    QCOMPARE(raw.post(path("/get/"), "externalId=s-1&mediaType=survey").status, 200);
    QCOMPARE(raw.post(path("/get"), "").status, 400);
    QCOMPARE(refs.size(), std::size_t(2));
    QCOMPARE(refs[0].interactionId, std::optional(known));
    QCOMPARE(refs[1].externalId, std::optional<std::string>("s-1"));
    QCOMPARE(refs[1].mediaType, std::optional<std::string>("survey"));
}

void TestOpenMediaRest::updatesAndStops()
{
    MediaUpdate updated;
    MediaStop stopped;
    m_door.core().serve<MediaUpdate>([&](const MediaUpdate &update) {
        updated = update;
        return interaction();
    });
    m_door.core().serve<MediaStop>([&](const MediaStop &stop) {
        stopped = stop;
        return interaction();
    });
    auto raw = m_door.client();
    const auto id = '/' + idText();
    QCOMPARE(raw.post(path(id + "/update"),
                      "userData%5Ba%5D=1&removeData%5Bb%5D=&priority=7&userData=odd")
                 .status,
             200);
    QCOMPARE(updated.set, (Data{{"a", "1"}}));
    QCOMPARE(updated.remove, (std::vector<std::string>{"b"}));
    QCOMPARE(updated.priority, std::optional<int>(7));
    QCOMPARE(raw.post(path(id + "/stop"), "reason=duplicate").status, 200);
    QCOMPARE(stopped.ref.interactionId, std::optional(known));
    QCOMPARE(stopped.reason, std::optional<std::string>("duplicate"));
}

void TestOpenMediaRest::namesWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("field");
    const auto row = [](const char *name, const char *rest, const char *body, int status,
                        const char *field) {
        QTest::newRow(name) << QByteArray(rest) << QByteArray(body) << status << QByteArray(field);
    };
    row("no media type", "", "externalId=a", 400, "mediaType");
    row("priority", "", "mediaType=survey&priority=high", 400, "priority");
    row("priority too large", "", "mediaType=survey&priority=99999999999", 400, "priority");
    row("time", "", "mediaType=survey&dueAt=tomorrow", 400, "dueAt");
    row("hold", "", "mediaType=survey&hold=maybe", 400, "hold");
    row("overwrite", "", "mediaType=survey&allow_overwrite=2", 400, "allow_overwrite");
    row("repeated field", "", "mediaType=a&mediaType=b", 400, "");
    row("not UTF-8", "", "mediaType=%FF", 400, "");
    row("null character in the path", "/%00/get", "", 404, "");
    row("unknown operation", "/1/explode", "", 404, "");
    row("too many parts", "/1/2/get", "", 404, "");
    row("priority of an update", "/1/update", "priority=x", 400, "priority");
}

void TestOpenMediaRest::namesWhatIsWrong()
{
    QFETCH(const QByteArray, rest);
    QFETCH(const QByteArray, body);
    auto raw = m_door.client();
    const auto answer = raw.post(path(rest), body);
    QTEST(answer.status, "status");
    const auto json = jsonOf(answer.body);
    QCOMPARE(json[u"statusCode"].toInt(), 2);
    const auto error = json[u"errors"].toArray().first().toObject();
    QTEST(error[u"field"].toString().toLatin1(), "field");
    QVERIFY(error[u"code"].toInt() > 0 && !error[u"advice"].toString().isEmpty());
    QVERIFY(m_submits.empty());
    QCOMPARE(raw.post(path(), "{}", {}, "application/json").status, 415);
    QCOMPARE(raw.ask("GET", path()).status, 405);
}

void TestOpenMediaRest::tellsRefusalsByStatus()
{
    auto raw = m_door.client();
    for (const auto &[reason, status, statusCode] : {std::tuple(Reason::NotFound, 404, 2),
                                                     {Reason::InvalidParams, 400, 2},
                                                     {Reason::WrongState, 409, 2},
                                                     {Reason::Conflict, 409, 2},
                                                     {Reason::Busy, 503, 1},
                                                     {Reason::StoreUnavailable, 503, 1}}) {
        m_door.core().refuseWith(reason);
        const auto answer = raw.post(path(), "mediaType=survey");
        QCOMPARE(answer.status, status);
        QCOMPARE(jsonOf(answer.body)[u"statusCode"].toInt(), statusCode);
        QCOMPARE(answer.field("Retry-After"), status == 503 ? "1" : "");
    }
}

void TestOpenMediaRest::asksForTheTokenWhereOneIsSet()
{
    GatewaySettings settings;
    settings.capture.token = "a-token-of-good-length";
    listen(settings);
    auto raw = m_door.client();
    for (const auto &address :
         {path(), path("/1/get"), QByteArray("/Genesys/Interaction/support/WebServiceCapturePoint"),
          QByteArray("/genesys/1/statistic")}) {
        const auto answer = raw.post(address, "mediaType=survey");
        QCOMPARE(answer.status, 401);
        QVERIFY(answer.field("WWW-Authenticate").startsWith("Basic"));
    }
    const auto wsdl = "/Genesys/Interaction/support/WebServiceCapturePoint?wsdl";
    QCOMPARE(raw.ask("GET", wsdl).status, 401);
    QVERIFY(m_submits.empty());
    const auto basic = "Authorization: Basic " + QByteArray("x:a-token-of-good-length").toBase64();
    QCOMPARE(raw.post(path(), "mediaType=survey", basic + "\r\n").status, 200);
    const QByteArray forwarded = "X-Forwarded-For: 127.0.0.1\r\n";
    listen({});
    auto open = m_door.client();
    QCOMPARE(open.post(path(), "mediaType=survey", forwarded).status, 403);
    QCOMPARE(open.post("/genesys/1/internal_statistic", "", forwarded).status, 403);
    QCOMPARE(open.post(path(), "mediaType=survey", "Origin: http://shop.example\r\n").status, 403);
}

QTEST_GUILESS_MAIN(TestOpenMediaRest)
#include "tst_openmediarest.moc"
