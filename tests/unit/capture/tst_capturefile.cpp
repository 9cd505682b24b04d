// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/capturefile.h"

#include <QTest>

using namespace tandem;

namespace {

const std::string plain = R"({"mediaType": "task", "queueId": "support"})";

std::string externalIdOf(const std::string &name, const std::string &text)
{
    return readCaptureFile(name, text).value().front().values.externalId;
}

} // namespace

class TestCaptureFile : public QObject
{
    Q_OBJECT

private slots:
    void readsAllMembers()
    {
        const auto read = readCaptureFile(
            "a.json", R"({"mediaType": "task", "queueId": "support", "externalId": "x-1",
                "subject": "S", "attachedData": {"a": "b"}, "contactName": "Ann", "priority": 3,
                "dueAt": "2026-01-31T09:05:00.000Z", "type": "outbound",
                "parentId": "0000000000XYZ", "held": true, "overwrite": true})");
        QCOMPARE(read.value().size(), std::size_t(1));
        const auto &[values, isHeld, overwrite] = read->front();
        QCOMPARE(values.externalId, std::string("x-1"));
        QCOMPARE(values.subject, std::optional<std::string>("S"));
        QCOMPARE(values.attachedData, (protocol::Data{{"a", "b"}}));
        QCOMPARE(values.priority, std::optional<int>(3));
        QCOMPARE(values.type, std::optional<std::string>("outbound"));
        QVERIFY(values.dueAt && values.parentId && isHeld && overwrite);
    }

    void theSameFileIsTheSameWork()
    {
        const auto first = externalIdOf("a.json", plain);
        QVERIFY(first.starts_with("a.json#"));
        QCOMPARE(externalIdOf("a.json", plain), first);
        QCOMPARE(externalIdOf("a.json", "\xEF\xBB\xBF" + plain), first);
        QVERIFY(externalIdOf("b.json", plain) != first);
    }

    void anotherFileOfTheSameNameIsOtherWork()
    {
        QVERIFY(externalIdOf("a.json", plain) != externalIdOf("a.json", plain + ' '));
    }

    void namesThatCannotBePartOfAnIdAreLeftOut()
    {
        for (const auto &name : {std::string("\xFF.json"), std::string(250, 'x') + ".json"}) {
            const auto id = externalIdOf(name, plain);
            QVERIFY(id.starts_with("file#"));
            QVERIFY(id.size() <= 256);
        }
    }

    void aListHoldsSeveral()
    {
        const auto read =
            readCaptureFile("a.json", R"([{"mediaType": "task", "queueId": "q", "externalId": "1"},
                          {"mediaType": "task", "queueId": "q", "externalId": "2"},
                          {"mediaType": "note", "queueId": "q", "externalId": "1"}])");
        QCOMPARE(read.value().size(), std::size_t(3));
        QCOMPARE(read->at(1).values.externalId, std::string("2"));
    }

    void saysWhatIsWrongAndWhere_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("said");
        const auto row = [](const char *name, const char *text, const char *said) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(said);
        };
        row("nothing", "", "Not valid JSON");
        row("garbage", "hello", "Not valid JSON near byte");
        row("half written", "{\"mediaType\": \"task\", \"qu", "Not valid JSON");
        row("not UTF-8", "{\"mediaType\": \"\xFF\"}", "Not valid JSON");
        row("behind the end", "{} {}", "Not valid JSON");
        row("a number", "7", "must be an object");
        row("misspelt", R"({"mediatype": "task"})", "\"mediatype\" is not a known member");
        row("no queue", R"({"mediaType": "task"})", "\"queueId\" is missing");
        row("no text", R"({"mediaType": 7, "queueId": "q"})", "\"mediaType\" must be a text");
        row("data", R"({"mediaType": "t", "queueId": "q", "attachedData": {"a": 1}})",
            "\"attachedData.a\" must be a text");
        row("time", R"({"mediaType": "t", "queueId": "q", "dueAt": "soon"})", "\"dueAt\"");
        row("an empty list", "[]", "The list is empty");
        row("a list of numbers", "[1]", "Entry 1: ");
        row("no id in a list", R"([{"mediaType": "t", "queueId": "q"}])",
            "Entry 1: \"externalId\" is missing");
        row("an id twice",
            R"([{"mediaType": "t", "queueId": "q", "externalId": "1"},
                {"mediaType": "t", "queueId": "q", "externalId": "1"}])",
            "Entry 2: It has the externalId of entry 1");
    }

    void saysWhatIsWrongAndWhere()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArray, said);
        const auto read = readCaptureFile("a.json", text.toStdString());
        QVERIFY(!read);
        QVERIFY2(read.error().message.contains(said.toStdString()), read.error().message.c_str());
    }
};

QTEST_GUILESS_MAIN(TestCaptureFile)
#include "tst_capturefile.moc"
