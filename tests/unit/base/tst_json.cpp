// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/chat.h"
#include "protocol/facts.h"
#include "protocol/frame.h"
#include "protocol/session.h"

#include <QTest>

using namespace tandem;
using namespace tandem::protocol;

class tst_json : public QObject
{
    Q_OBJECT

private slots:
    void aFactReadsBackAsItWasWritten()
    {
        ChatEventHappened happened;
        happened.interactionId = InteractionId{0x1234567890abcdef};
        happened.event.index = 7;
        happened.event.from = {2, "Zoë \"Z\" \\ \x01 \n\u2028", ParticipantType::Agent};
        happened.event.text = "Grüße \U0001f4e6";
        happened.event.time = utcFromMs(1'800'000'000'123);
        happened.event.audience = Audience::Agents;
        happened.event.userData = {{"a", ""}, {"", "b"}};
        const Fact fact = happened;
        auto params = json::parse(paramsOf(fact));
        QVERIFY(params);
        QCOMPARE(factFrom(protocol::nameOf(fact), *params).value(), fact);
    }

    void whatIsMissingOrOfTheWrongTypeIsNamed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("field");
        QTest::newRow("missing") << QByteArray(R"({"interactionId":"0000000000001"})")
                                 << QByteArray("text");
        QTest::newRow("number") << QByteArray(R"({"interactionId":"x","text":5})")
                                << QByteArray("text");
        QTest::newRow("name") << QByteArray(R"({"interactionId":"","text":"","audience":"all"})")
                              << QByteArray("audience");
        QTest::newRow("list") << QByteArray("[]") << QByteArray("");
    }
    void whatIsMissingOrOfTheWrongTypeIsNamed()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, field);
        const auto read = json::fromText<ChatSend>(text.toStdString());
        QVERIFY(!read);
        QCOMPARE(read.error().reason, Reason::InvalidParams);
        QCOMPARE(read.error().field, field.toStdString());
    }

    void brokenTextIsRefused()
    {
        for (const auto *text : {"", "{", "{}x", "{\"a\":\"\xff\"}", "{\"a\":01}", "nul"})
            QVERIFY2(!json::parse(text), text);
        // Read as infinite or as no number, they could not be written again.
        for (const auto *text : {"1e309", "[{\"a\":-1e400}]", "0e99999"})
            QVERIFY2(!json::parse(text), text);
        QVERIFY(!json::parse(std::string(1000, '[')));
    }

    void framesTellRequestsFromWhatIsNone()
    {
        const auto request = parseFrame(R"({"jsonrpc":"2.0","id":"a","method":"queue.list"})");
        QVERIFY(request);
        QVERIFY(request->hasId);
        QCOMPARE(request->method, std::string("queue.list"));
        const auto codeOf = [](const char *text) { return parseFrame(text).error().code; };
        QCOMPARE(codeOf("{"), RpcCode::Parse);
        QCOMPARE(codeOf("[]"), RpcCode::InvalidRequest);
        QCOMPARE(codeOf(R"({"method":"a"})"), RpcCode::InvalidRequest);
        QCOMPARE(codeOf(R"({"jsonrpc":"2.0","id":1})"), RpcCode::InvalidRequest);
        QCOMPARE(codeOf(R"({"jsonrpc":"2.0","id":1,"method":5})"), RpcCode::InvalidRequest);
    }

    void anErrorKeepsItsReasonOnTheWire()
    {
        for (const auto reason : {Reason::NotFound, Reason::Busy, Reason::StoreUnavailable,
                                  Reason::InvalidParams, Reason::SessionExpired}) {
            const Error error{reason, "what to do", "field"};
            const auto frame = parseFrame(errorFrame("\"1\"", error));
            QVERIFY(frame);
            QCOMPARE(frame->error, std::optional(error));
        }
    }

    void aFactCarriesItsNumber()
    {
        const Fact fact = SystemNotice{"code", "text"};
        const auto frame = parseFrame(factFrame(protocol::nameOf(fact), 42, paramsOf(fact)));
        QVERIFY(frame);
        QCOMPARE(frame->seq, std::optional<std::int64_t>(42));
        QCOMPARE(factFrom(frame->method, frame->params).value(), fact);
    }
};

QTEST_APPLESS_MAIN(tst_json)
#include "tst_json.moc"
