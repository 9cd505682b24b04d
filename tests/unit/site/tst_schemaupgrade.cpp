// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTest>

using namespace tandem;
using namespace tandem::protocol;

namespace {

// A store as the first version of the schema left it.
class OldStore
{
public:
    explicit OldStore(const QString &file)
    {
        m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("old"));
        m_database.setDatabaseName(file);
        if (!m_database.open())
            qFatal("%s", qPrintable(m_database.lastError().text()));
        QFile schema(
            QDir(qEnvironmentVariable("TANDEM_SOURCE_DIR"))
                .filePath(QStringLiteral("services/store/schema/sqlite/0001_conversation.sql")));
        if (!schema.open(QIODevice::ReadOnly))
            qFatal("no schema file 0001");
        for (const auto &statement :
             QString::fromUtf8(schema.readAll()).split(QStringLiteral(";\n")))
            runs(statement);
        runs(QStringLiteral("CREATE TABLE schema_version (version INTEGER PRIMARY KEY)"));
        runs(QStringLiteral("INSERT INTO schema_version VALUES (1)"));
    }
    ~OldStore()
    {
        m_database.close();
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(QStringLiteral("old"));
    }

    void runs(const QString &statement)
    {
        if (statement.trimmed().isEmpty())
            return;
        QSqlQuery query(m_database);
        if (!query.exec(statement))
            qFatal("%s: %s", qPrintable(statement), qPrintable(query.lastError().text()));
    }

private:
    QSqlDatabase m_database;
};

void fill(OldStore &store)
{
    for (const auto *statement :
         {"INSERT INTO skill VALUES ('sales', 'Sales'), ('german', 'Deutsch \"fein\"')",
          "INSERT INTO queue VALUES ('zeta', 'First', 1), ('alpha', 'Second', 2), ('b', 'B', 3)",
          "INSERT INTO queue_skill VALUES ('alpha', 'sales', 1), ('alpha', 'german', 3), "
          "('b', 'sales', 2)",
          "INSERT INTO not_ready_reason VALUES ('lunch', 'Lunch', 2), ('break', 'Break', 1)",
          "INSERT INTO disposition VALUES ('solved', 'Solved', 1), ('open', 'Offen \u00e4', 2)",
          "INSERT INTO agent VALUES (7, 'olga', 'Olga O.', 12, 'hash o', 3), "
          "(9, 'nils', 'Nils', 1, 'hash n', 5), (11, 'mia', 'Mia', 3, 'hash m', 3)",
          "INSERT INTO agent_skill VALUES (9, 'sales', 4), (9, 'german', 2)",
          "INSERT INTO session VALUES (21, 9, 'token', 99, 'ready', NULL, 5)",
          "INSERT INTO interaction (id, media_type, type, state, queue_id, queue_position, subject,"
          " contact_name, attached_data, priority, created_at, queued_at)"
          " VALUES (31, 'chat', 'inbound', 'queued', 'zeta', 1, 's', 'n', '{}', 0, 1, 1)"})
        store.runs(QString::fromUtf8(statement));
}

RoutingStep atOnce(const char *expression) { return {0, {}, {{expression, {}, {}}}}; }

} // namespace

class tst_schemaupgrade : public QObject
{
    Q_OBJECT

private slots:
    void aDataFolderOfTheFirstVersionHoldsTheSameCompany()
    {
        QTemporaryDir folder;
        const auto file = folder.filePath(QStringLiteral("old.sqlite"));
        {
            OldStore store(file);
            fill(store);
        }
        SqliteDatabase database(file.toStdString());
        const auto opened = database.open();
        QVERIFY2(opened, opened ? "" : opened.error().message.c_str());
        Engine engine;
        Site site(engine, {});
        const auto loaded = engine.load(database, {});
        QVERIFY2(loaded, loaded ? "" : loaded.error().message.c_str());

        const auto &document = site.document();
        QVERIFY(
            document.skills
            == (std::vector<SkillDefinition>{{"german", "Deutsch \"fein\""}, {"sales", "Sales"}}));
        QCOMPARE(document.queues.size(), std::size_t(3));
        QueueDefinition zeta;
        zeta.id = "zeta";
        zeta.name = "First";
        QVERIFY(document.queues[0] == zeta);
        QCOMPARE(document.queues[1].id, std::string("alpha"));
        QVERIFY(document.queues[1].steps
                == std::vector<RoutingStep>{atOnce("german >= 3 & sales >= 1")});
        QVERIFY(document.queues[2].steps == std::vector<RoutingStep>{atOnce("sales >= 2")});
        QVERIFY(document.notReadyReasons
                == (std::vector<Choice>{{"break", "Break"}, {"lunch", "Lunch"}}));
        QVERIFY(document.dispositions
                == (std::vector<Choice>{{"solved", "Solved"}, {"open", "Offen \u00e4"}}));
        QVERIFY(document.capacityRules
                == (std::vector<CapacityRule>{{"chat3", "Chats: 3", {{"chat", 3, 1}}, {}, {}},
                                              {"chat5", "Chats: 5", {{"chat", 5, 1}}, {}, {}}}));
        QVERIFY(document.agents
                == (std::vector<AgentDefinition>{
                    {"olga", "Olga O.", {Role::Administrator, Role::Auditor}, {}, "chat3", {}},
                    {"nils", "Nils", {Role::Agent}, {{"sales", 4}, {"german", 2}}, "chat5", {}},
                    {"mia", "Mia", {Role::Agent, Role::Supervisor}, {}, "chat3", {}}}));
        QCOMPARE(site.account("olga")->id, AgentId{7});
        QCOMPARE(site.account("nils")->passwordHash, std::string("hash n"));
        QCOMPARE(site.accounts().size(), std::size_t(3));
    }

    void whatWasOpenIsOpenAndTheOldTablesAreGone()
    {
        QTemporaryDir folder;
        const auto file = folder.filePath(QStringLiteral("old.sqlite"));
        {
            OldStore store(file);
            fill(store);
        }
        SqliteDatabase database(file.toStdString());
        QVERIFY(database.open());
        static constexpr Statement select{
            "SELECT i.id, i.held, s.id, s.place IS NULL FROM interaction AS i, session AS s"};
        std::vector<std::int64_t> found;
        QVERIFY(database.query(select, {}, [&](const Row &row) {
            found = {row.number(0), row.number(1), row.number(2), row.number(3)};
        }));
        QCOMPARE(found, (std::vector<std::int64_t>{31, 0, 21, 1}));
        static constexpr Statement old{
            "SELECT count(*) FROM sqlite_master WHERE name IN ('skill', 'queue', 'queue_skill', "
            "'not_ready_reason', 'disposition', 'agent_skill', 'account')"};
        std::int64_t left = -1;
        QVERIFY(database.query(old, {}, [&](const Row &row) { left = row.number(0); }));
        QCOMPARE(left, std::int64_t(0));
    }

    void anEmptyStoreHasNothingToTakeOver()
    {
        QTemporaryDir folder;
        SqliteDatabase database(folder.filePath(QStringLiteral("new.sqlite")).toStdString());
        QVERIFY(database.open());
        static constexpr Statement count{"SELECT count(*) FROM site_object"};
        std::int64_t rows = -1;
        QVERIFY(database.query(count, {}, [&](const Row &row) { rows = row.number(0); }));
        QCOMPARE(rows, std::int64_t(0));
        Engine engine;
        Site site(engine, {});
        QVERIFY(engine.load(database, {}));
        QVERIFY(site.rules() == Rules{});
    }
};

QTEST_GUILESS_MAIN(tst_schemaupgrade)
#include "tst_schemaupgrade.moc"
