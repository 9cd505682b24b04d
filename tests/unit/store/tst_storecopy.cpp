// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgresserver.h"
#include "store/storecopy.h"

#include <QTest>

#include <limits>

using namespace tandem;
using Access = Database::Access;

namespace {

constexpr Statement insertFact{"INSERT INTO event (id, time, name, payload) VALUES (?, ?, ?, ?)"};
constexpr Statement insertEvent{
    "INSERT INTO chat_event (id, chat_id, event_index, type, participant_id, text, time, audience) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"};
constexpr Statement insertObject{
    "INSERT INTO site_object (kind, id, position, body) VALUES (?, ?, ?, ?)"};
constexpr Statement selectFacts{"SELECT id, time, name, payload FROM event ORDER BY id"};
constexpr Statement selectEvents{
    "SELECT id, customer_index, text, audience FROM chat_event ORDER BY id"};
constexpr Statement selectObjects{"SELECT kind, id, position, body FROM site_object "
                                  "ORDER BY kind, id"};
constexpr int facts = 3'500; // more than three pages

std::string contentOf(const StoreAddress &address)
{
    const auto database = address.database(Access::Read);
    if (const auto opened = database->open(); !opened)
        return opened.error().message;
    std::string text;
    for (const auto *statement : {&selectFacts, &selectEvents, &selectObjects}) {
        (void)database->query(*statement, {}, [&](const Row &row) {
            for (int column = 0; column < 4; ++column)
                text += (row.isNull(column) ? "null" : '"' + row.text(column) + '"') + ' ';
            text += '\n';
        });
    }
    return text;
}

} // namespace

class tst_storecopy : public QObject
{
    Q_OBJECT

    StoreAddress file(const char *name)
    {
        return StoreAddress::ofFile(m_folder.filePath(QString::fromLatin1(name)).toStdString());
    }
    StoreAddress postgres() { return *StoreAddress::read(m_server.url(), {}); }

    QTemporaryDir m_folder;
    PostgresServer m_server;

private slots:
    void initTestCase()
    {
        QVERIFY(m_server.start());
        const auto database = file("first").database(Access::Write);
        QVERIFY(database->open());
        QVERIFY(database->begin());
        constexpr auto most = std::numeric_limits<std::int64_t>::max();
        for (int i = 1; i <= facts; ++i)
            QVERIFY(
                database->execute(insertFact, {sql(i * 7), sql(most - i), sql("f"), sql("{}")}));
        QVERIFY(database->execute(insertEvent, {sql(1), sql(2), sql(3), sql("Message"), sql(4),
                                                sql("ü \U0001f4e6 \n'\"\\"), sql(5), sql("")}));
        // By their bytes, and not as a dictionary has them.
        for (const auto *id : {"b", "B", "a", "_", "ä"})
            QVERIFY(database->execute(insertObject, {sql("queue"), sql(id), sql(0), sql("{}")}));
        QVERIFY(database->commit());
    }

    void aStoreGoesToPostgresAndBackAndIsTheSame()
    {
        const auto content = contentOf(file("first"));
        const auto there = copyStore(file("first"), postgres());
        QVERIFY2(there, there ? "" : there.error().message.c_str());
        QCOMPARE(*there, std::int64_t(facts + 6));
        QCOMPARE(contentOf(postgres()), content);
        const auto back = copyStore(postgres(), file("second"));
        QVERIFY2(back, back ? "" : back.error().message.c_str());
        QCOMPARE(*back, *there);
        QCOMPARE(contentOf(file("second")), content);
    }

    void aStoreThatHoldsSomethingIsLeftAsItIs()
    {
        const auto content = contentOf(file("second"));
        const auto refused = copyStore(file("first"), file("second"));
        QVERIFY(!refused);
        QCOMPARE(refused.error().reason, Reason::Conflict);
        QCOMPARE(contentOf(file("second")), content);
    }

    void whatIsWrittenMeanwhileIsNotInTheCopy()
    {
        const auto writing = file("first").database(Access::Write);
        QVERIFY(writing->open());
        int id = 1;
        const auto copied = copyStore(file("first"), file("third"), [&](const auto &, auto) {
            if (!writing->execute(insertFact,
                                  {sql(1'000'000 + id++), sql(1), sql("late"), sql("{}")}))
                qFatal("not written");
        });
        QVERIFY2(copied, copied ? "" : copied.error().message.c_str());
        QVERIFY(!contentOf(file("third")).contains("late"));
        QVERIFY(contentOf(file("first")).contains("late"));
    }

    void aCopyOfAnotherVersionIsRefused()
    {
        const auto writing = file("second").database(Access::Write);
        QVERIFY(writing->open());
        QVERIFY(writing->executeScript("INSERT INTO schema_version (version) VALUES (9999)"));
        writing->close();
        const auto refused = copyStore(file("second"), file("fourth"));
        QVERIFY(!refused);
        QVERIFY(refused.error().message.contains("newer version"));
    }

    void addressesAreShownWithoutTheirPassword()
    {
        const auto address = StoreAddress::read("postgresql://tandem:secret@db:5433/tandem", {});
        QVERIFY(address);
        QCOMPARE(address->shown(), std::string("PostgreSQL database tandem at db:5433"));
        QVERIFY(!StoreAddress::read("mysql://db/tandem", {}));
        QVERIFY(!StoreAddress::read("postgresql://a:secret@b:c:d/%zz", {}));
        QCOMPARE(StoreAddress::read("sqlite", "/var/lib/tandem")->shown(),
                 std::string("/var/lib/tandem/tandem.sqlite"));
    }
};

QTEST_GUILESS_MAIN(tst_storecopy)
#include "tst_storecopy.moc"
