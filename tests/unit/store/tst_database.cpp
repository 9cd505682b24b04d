// SPDX-License-Identifier: GPL-3.0-or-later
// What both stores promise.
#include "postgresserver.h"
#include "store/committer.h"
#include "store/postgresdatabase.h"
#include "store/reader.h"
#include "store/sqlitedatabase.h"

#include <QElapsedTimer>
#include <QTest>

#include <future>
#include <limits>
#include <map>
#include <set>

using namespace tandem;
using Access = Database::Access;

namespace {

constexpr Statement insertSetting{"INSERT INTO setting (name, value) VALUES (?, ?)"};
constexpr Statement selectSetting{"SELECT value FROM setting WHERE name = ?"};
constexpr Statement countSettings{"SELECT count(*) FROM setting WHERE name <> 'reopened'"};
constexpr Statement insertFact{"INSERT INTO event (id, time, name, payload) VALUES (?, ?, ?, ?)"};
constexpr Statement insertAudit{
    "INSERT INTO audit (id, time, agent_id, user_name, action, changes) "
    "VALUES (?, ?, ?, ?, ?, '?')"};
constexpr Statement selectAudit{"SELECT time, agent_id, user_name, changes FROM audit"};
constexpr Statement noTable{"INSERT INTO no_such_table (a) VALUES (?)"};

std::int64_t numberFrom(Database &database, const Statement &statement)
{
    std::int64_t number = -1;
    (void)database.query(statement, {}, [&](const Row &row) { number = row.number(0); });
    return number;
}

Result<void> executes(Database &database, const Statement &statement, std::vector<SqlValue> values)
{
    return database.execute(statement, values);
}

} // namespace

class tst_database : public QObject
{
    Q_OBJECT

    using Open = std::function<std::unique_ptr<Database>(Access)>;

    // A store of its own for this test, of the kind that the row names.
    Open store()
    {
        if (QTest::currentDataTag() == QByteArray("SQLite")) {
            static int count = 0;
            const auto file = m_folder.filePath(QString::number(++count)).toStdString();
            return [file](Access access) { return std::make_unique<SqliteDatabase>(file, access); };
        }
        return postgresStore();
    }
    // In a schema of its own.
    Open postgresStore()
    {
        static int count = 0;
        const auto name = "test" + std::to_string(++count);
        PostgresDatabase admin(m_server.url(), Access::Read);
        if (!admin.open()
            || !admin.executeScript("SET TRANSACTION READ WRITE; CREATE SCHEMA " + name))
            qFatal("no schema");
        const auto url = m_server.url() + "&options=-csearch_path%3D" + name;
        return [url](Access access) { return std::make_unique<PostgresDatabase>(url, access); };
    }
    std::unique_ptr<Database> opened(const Open &open, Access access = Access::Write)
    {
        auto database = open(access);
        if (const auto done = database->open(); !done)
            qFatal("%s", done.error().message.c_str());
        return database;
    }
    void eachStore()
    {
        QTest::addColumn<int>("unused");
        QTest::newRow("SQLite") << 0;
        QTest::newRow("PostgreSQL") << 0;
    }

    QTemporaryDir m_folder;
    PostgresServer m_server;

private slots:
    void initTestCase() { QVERIFY(m_server.start()); }

    void valuesComeBackAsTheyWere_data() { eachStore(); }
    void valuesComeBackAsTheyWere()
    {
        const auto database = opened(store());
        const auto least = std::numeric_limits<std::int64_t>::min();
        const std::string text = "\U0001f4e6 ' \" ; \\ \n \t" + std::string(1'000'000, 'x');
        QVERIFY(
            executes(*database, insertAudit, {sql(1), sql(least), nullptr, sql(""), sql(text)}));
        int rows = 0;
        QVERIFY(database->query(selectAudit, {}, [&](const Row &row) {
            ++rows;
            QCOMPARE(row.number(0), least);
            QVERIFY(row.isNull(1));
            QCOMPARE(row.number(1), std::int64_t(0));
            QVERIFY(!row.isNull(2));
            QCOMPARE(row.text(2), std::string());
            QCOMPARE(row.text(3), std::string("?"));
        }));
        QCOMPARE(rows, 1);
    }

    void bytesComeBackAsTheyWere_data() { eachStore(); }
    void bytesComeBackAsTheyWere()
    {
        static constexpr Statement insert{
            "INSERT INTO file_chunk (hash, number, bytes) VALUES (?, ?, ?)"};
        static constexpr Statement select{"SELECT bytes FROM file_chunk ORDER BY number"};
        const auto database = opened(store());
        auto all = std::make_shared<std::string>("before");
        for (int byte = 0; byte < 256; ++byte)
            *all += static_cast<char>(byte);
        QVERIFY(database->begin());
        QVERIFY(executes(*database, insert, {sql("h"), sql(0), SqlBytes{all, 6, 256}}));
        QVERIFY(executes(*database, insert, {sql("h"), sql(1), SqlBytes{all, 0, 6}}));
        QVERIFY(database->commit());
        std::vector<std::string> read;
        QVERIFY(database->query(select, {}, [&](const Row &row) { read.push_back(row.bytes(0)); }));
        QCOMPARE(read, (std::vector<std::string>{all->substr(6), "before"}));
    }

    void aTransactionIsWholeOrNotThere_data() { eachStore(); }
    void aTransactionIsWholeOrNotThere()
    {
        const auto open = store();
        const auto database = opened(open);
        QVERIFY(database->begin());
        QVERIFY(executes(*database, insertSetting, {sql("a"), sql("1")}));
        database->rollback();
        QCOMPARE(numberFrom(*database, countSettings), std::int64_t(0));
        QVERIFY(database->begin());
        QVERIFY(executes(*database, insertSetting, {sql("a"), sql("1")}));
        QCOMPARE(numberFrom(*database, countSettings), std::int64_t(1));
        QVERIFY(executes(*database, insertSetting, {sql("b"), sql("1")}));
        QVERIFY(database->commit());
        const auto reading = opened(open, Access::Read);
        QCOMPARE(numberFrom(*reading, countSettings), std::int64_t(2));
        QVERIFY(!executes(*reading, insertSetting, {sql("c"), sql("1")}));
    }

    void whatIsRefusedInATransactionIsTold_data()
    {
        QTest::addColumn<QString>("bad");
        for (const auto *bad : {"no such table", "the same key twice"}) {
            QTest::addRow("SQLite") << QString::fromLatin1(bad);
            QTest::addRow("PostgreSQL") << QString::fromLatin1(bad);
        }
    }
    void whatIsRefusedInATransactionIsTold()
    {
        QFETCH(QString, bad);
        const auto database = opened(store());
        const auto writes = [&]() -> Result<void> {
            if (auto done = database->begin(); !done)
                return done;
            if (auto done = executes(*database, insertSetting, {sql("a"), sql("1")}); !done)
                return done;
            const auto done = bad == QStringLiteral("no such table")
                                  ? executes(*database, noTable, {sql(1)})
                                  : executes(*database, insertSetting, {sql("a"), sql("2")});
            if (!done)
                return done;
            return database->commit();
        };
        const auto done = writes();
        QVERIFY(!done);
        QCOMPARE(done.error().reason, Reason::StoreUnavailable);
        database->rollback();
        QVERIFY(database->reopen());
        QCOMPARE(numberFrom(*database, countSettings), std::int64_t(0));
    }

    void aLargeTransactionGoesThroughWhole_data() { eachStore(); }
    void aLargeTransactionGoesThroughWhole()
    {
        const auto database = opened(store());
        QVERIFY(database->begin());
        const std::string payload(2'000, 'p');
        for (int i = 1; i <= 20'000; ++i)
            QVERIFY(executes(*database, insertFact, {sql(i), sql(i), sql("f"), sql(payload)}));
        QVERIFY(database->commit());
        static constexpr Statement count{"SELECT count(*) FROM event"};
        QCOMPARE(numberFrom(*database, count), std::int64_t(20'000));
    }

    void aStoreOfANewerVersionIsRefused_data() { eachStore(); }
    void aStoreOfANewerVersionIsRefused()
    {
        const auto database = opened(store());
        QVERIFY(database->executeScript("INSERT INTO schema_version (version) VALUES (9999)"));
        database->close();
        const auto again = database->open();
        QVERIFY(!again);
        QVERIFY(again.error().message.find("newer version") != std::string::npos);
    }

    void bothHaveTheSameTables()
    {
        using Columns = std::set<std::string>; // "name type null"
        static constexpr Statement ofSqlite{
            "SELECT t.name, c.name, c.type, c.\"notnull\" OR c.pk > 0 FROM sqlite_schema t "
            "JOIN pragma_table_info(t.name) c WHERE t.type = 'table'"};
        static constexpr Statement ofPostgres{
            "SELECT table_name, column_name, data_type, is_nullable = 'NO' "
            "FROM information_schema.columns WHERE table_schema = current_schema()"};
        static constexpr Statement sqliteIndexes{
            "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL"};
        static constexpr Statement postgresIndexes{
            "SELECT indexname FROM pg_indexes WHERE schemaname = current_schema() "
            "AND indexname NOT LIKE '%\\_pkey' AND indexname NOT LIKE '%\\_key'"};
        const auto tablesOf = [](Database &database, const Statement &columns) {
            std::map<std::string, Columns> tables;
            (void)database.query(columns, {}, [&](const Row &row) {
                const auto type = row.text(2);
                const bool isText = type == "TEXT" || type == "text";
                const auto isSet = row.text(3) == "1" || row.text(3) == "t";
                if (row.text(0) != "schema_version")
                    tables[row.text(0)].insert(row.text(1) + (isText ? " text" : " number")
                                               + (isSet ? "" : " or null"));
            });
            return tables;
        };
        const auto indexesOf = [](Database &database, const Statement &statement) {
            std::set<std::string> names;
            (void)database.query(statement, {}, [&](const Row &row) { names.insert(row.text(0)); });
            return names;
        };
        SqliteDatabase sqlite(m_folder.filePath(QStringLiteral("columns")).toStdString());
        QVERIFY(sqlite.open());
        PostgresDatabase postgres(m_server.url());
        QVERIFY(postgres.open());
        const auto wanted = tablesOf(sqlite, ofSqlite);
        const auto found = tablesOf(postgres, ofPostgres);
        QVERIFY(wanted.size() > 15);
        for (const auto &[table, columns] : wanted) {
            QVERIFY2(found.contains(table), table.c_str());
            QVERIFY2(found.at(table) == columns, table.c_str());
        }
        QCOMPARE(found.size(), wanted.size());
        QCOMPARE(indexesOf(postgres, postgresIndexes), indexesOf(sqlite, sqliteIndexes));
    }

    void oneServerWritesAndASecondIsToldSo()
    {
        const auto open = postgresStore();
        const auto first = opened(open);
        const auto second = open(Access::Write);
        const auto refused = second->open();
        QVERIFY(!refused);
        QCOMPARE(refused.error().reason, Reason::Conflict);
        first->close();
        QVERIFY(second->open());
    }

    void aTextThatPostgresCannotKeepIsRefused()
    {
        const auto database = opened(postgresStore());
        const auto done =
            executes(*database, insertSetting, {sql("a"), sql(std::string("a\0b", 3))});
        QVERIFY(!done);
        QVERIFY(done.error().message.find("NUL") != std::string::npos);
    }

    void aLostConnectionIsToldAndReopened()
    {
        const auto database = opened(postgresStore());
        static constexpr Statement self{"SELECT pg_backend_pid()"};
        const auto pid = numberFrom(*database, self);
        PostgresDatabase admin(m_server.url(), Access::Read);
        QVERIFY(admin.open());
        QVERIFY(admin.executeScript("SELECT pg_terminate_backend(" + std::to_string(pid) + ")"));
        QVERIFY(database->begin());
        (void)executes(*database, insertSetting, {sql("a"), sql("1")});
        QVERIFY(!database->commit());
        database->rollback();
        QVERIFY(!executes(*database, insertSetting, {sql("a"), sql("1")}));
        QVERIFY(database->reopen());
        QCOMPARE(numberFrom(*database, countSettings), std::int64_t(0));
    }

    void aDatabaseThatIsGoneDoesNotAnswerAProbe()
    {
        const auto database = opened(postgresStore());
        QVERIFY(database->probe());
        QVERIFY(database->begin());
        QVERIFY(database->probe());
        QVERIFY(executes(*database, insertSetting, {sql("a"), sql("1")}));
        QVERIFY(database->commit());
        static constexpr Statement self{"SELECT pg_backend_pid()"};
        const auto pid = numberFrom(*database, self);
        PostgresDatabase admin(m_server.url(), Access::Read);
        QVERIFY(admin.open());
        QVERIFY(admin.executeScript("SELECT pg_terminate_backend(" + std::to_string(pid) + ")"));
        QVERIFY(!database->probe());
        QVERIFY(database->isLost());
        QVERIFY(!database->probe());
        QVERIFY(database->reopen());
        QVERIFY(database->probe());
    }

    void whoeverReadsComesBackAfterALoss()
    {
        const auto open = postgresStore();
        const auto writing = opened(open);
        Reader reader(open(Access::Read));
        const auto counted = [&] {
            std::promise<std::int64_t> count;
            reader.run([&](Result<Database *> database) {
                count.set_value(database ? numberFrom(**database, countSettings) : -2);
            });
            return count.get_future().get();
        };
        QCOMPARE(counted(), std::int64_t(0));
        QVERIFY(writing->executeScript("SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                                       "WHERE pid <> pg_backend_pid() AND backend_type = "
                                       "'client backend'"));
        (void)counted();
        QTRY_COMPARE(counted(), std::int64_t(0));
    }

    void anAddressThatLeadsNowhereIsRefusedSoon()
    {
        PostgresDatabase database("postgresql://nobody:secret@/none?host=/no/such/folder");
        QElapsedTimer timer;
        timer.start();
        const auto refused = database.open();
        QVERIFY(!refused);
        QVERIFY(timer.elapsed() < 4'000);
        QVERIFY(refused.error().message.find("secret") == std::string::npos);
    }
};

QTEST_GUILESS_MAIN(tst_database)
#include "tst_database.moc"
