// SPDX-License-Identifier: GPL-3.0-or-later
// What is deleted is nowhere in the file of a store, not even where SQLite moved it from.
#include "store/cleanpages.h"
#include "store/sqlitedatabase.h"

#include <sqlite3.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <functional>
#include <memory>
#include <random>

using namespace tandem;

namespace {

using Page = std::array<std::uint8_t, 512>;

constexpr int people = 600;

// A page of 0xAA with a header at `at`.
Page page(std::uint8_t type, std::size_t at, int cells, int content)
{
    Page page;
    page.fill(0xAA);
    page[at] = type;
    page[at + 3] = static_cast<std::uint8_t>(cells >> 8);
    page[at + 4] = static_cast<std::uint8_t>(cells);
    page[at + 5] = static_cast<std::uint8_t>(content >> 8);
    page[at + 6] = static_cast<std::uint8_t>(content);
    return page;
}

// SQLite as it comes, in the VFS of that name.
class Plain
{
public:
    Plain(const QString &file, const char *vfs)
    {
        const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
        if (sqlite3_open_v2(file.toUtf8().constData(), &m_database, flags, vfs) != SQLITE_OK)
            qFatal("no database");
    }
    ~Plain() { sqlite3_close(m_database); }
    Plain(const Plain &) = delete;
    Plain &operator=(const Plain &) = delete;

    QByteArray run(const QByteArray &sql)
    {
        QByteArray rows;
        const auto add = [](void *out, int count, char **values, char **) {
            for (int i = 0; i < count; ++i)
                static_cast<QByteArray *>(out)->append(values[i] ? values[i] : "-").append('|');
            return 0;
        };
        char *error = nullptr;
        if (sqlite3_exec(m_database, sql.constData(), add, &rows, &error) != SQLITE_OK)
            qFatal("%s: %s", error, sql.constData());
        return rows;
    }

private:
    sqlite3 *m_database = nullptr;
};

using Run = std::function<void(const QByteArray &sql)>;

QByteArray secretOf(int person) { return "secret" + QByteArray::number(person) + "of"; }

// Notes of people that grow and shrink; every tenth is erased in the end. One seed, one content.
void fill(const Run &run, unsigned seed)
{
    std::mt19937 random(seed);
    const auto text = [&](int person) {
        return "'" + secretOf(person) + QByteArray(static_cast<int>(random() % 900), 'x') + "'";
    };
    run("CREATE TABLE note (id INTEGER PRIMARY KEY, person INTEGER, text TEXT);"
        "CREATE INDEX note_text ON note (text);"
        "CREATE TABLE person (id INTEGER PRIMARY KEY, text TEXT)");
    for (int i = 0; i < people; ++i) {
        const auto id = QByteArray::number(i);
        QByteArray sql = "BEGIN; INSERT INTO person VALUES (" + id + "," + text(i) + ");";
        for (auto notes = random() % 6; notes > 0; --notes)
            sql += "INSERT INTO note (person, text) VALUES (" + id + "," + text(i) + ");";
        const int other = i - static_cast<int>(random() % 20);
        sql += "UPDATE person SET text = " + text(other)
               + " WHERE id = " + QByteArray::number(other) + "; COMMIT";
        run(sql);
    }
    run("UPDATE note SET text = NULL WHERE person % 10 = 0;"
        "DELETE FROM person WHERE id % 10 = 0");
}

Run runIn(SqliteDatabase &database)
{
    return [&database](const QByteArray &sql) {
        if (const auto done = database.executeScript(sql.toStdString()); !done)
            qFatal("%s", done.error().message.c_str());
    };
}

// How many of those who were erased are still in the file.
int leftIn(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no file");
    const auto bytes = file.readAll();
    int left = 0;
    for (int person = 0; person < people; person += 10)
        left += bytes.contains(secretOf(person)) ? 1 : 0;
    return left;
}

constexpr char safe[] = "PRAGMA journal_mode=WAL; PRAGMA secure_delete=ON";
constexpr char writeBack[] = "PRAGMA wal_checkpoint(TRUNCATE)";
constexpr char whole[] = "PRAGMA integrity_check; SELECT * FROM note; SELECT * FROM person";

} // namespace

class tst_cleanpages : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString file(const char *name) { return m_folder.filePath(QString::fromUtf8(name)); }

private slots:
    void theUnusedMiddleOfAPageIsZero_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<int>("at");
        QTest::addColumn<int>("first");
        QTest::newRow("leaf of a table") << 13 << 0 << 8 + 2 * 3;
        QTest::newRow("leaf of an index") << 10 << 0 << 8 + 2 * 3;
        QTest::newRow("inner of a table") << 5 << 0 << 12 + 2 * 3;
        QTest::newRow("inner of an index") << 2 << 0 << 12 + 2 * 3;
        QTest::newRow("the first page") << 13 << 100 << 108 + 2 * 3;
    }
    void theUnusedMiddleOfAPageIsZero()
    {
        QFETCH(int, type);
        QFETCH(int, at);
        QFETCH(int, first);
        constexpr int content = 400;
        auto expected =
            page(static_cast<std::uint8_t>(type), static_cast<std::size_t>(at), 3, content);
        auto cleaned = expected;
        std::fill(expected.begin() + first, expected.begin() + content, std::uint8_t(0));
        zeroUnused(cleaned, static_cast<std::size_t>(at));
        QCOMPARE(cleaned, expected);
    }

    void whatIsNoPageOfRowsStaysAsItIs()
    {
        for (const int type : {0, 1, 3, 4, 6, 14, 0xAA}) {
            auto other = page(static_cast<std::uint8_t>(type), 0, 3, 400);
            const auto before = other;
            zeroUnused(other, 0);
            QCOMPARE(other, before);
        }
        // Lengths that cannot be.
        for (const auto &[cells, content] :
             {std::pair{3, 513}, {3, 0}, {250, 400}, {65535, 400}, {3, 5}}) {
            auto wrong = page(13, 0, cells, content);
            const auto before = wrong;
            zeroUnused(wrong, 0);
            QCOMPARE(wrong, before);
        }
    }

    void nothingOfWhatIsErasedIsInTheFile()
    {
        int leftByControl = 0;
        for (unsigned seed = 1; seed <= 5; ++seed) {
            const auto number = QString::number(seed);
            const auto control = file("control") + number;
            const auto clean = file("clean") + number;
            const auto contentOf = [&](const QString &name, const char *vfs) {
                Plain database(name, vfs);
                database.run(safe);
                fill([&](const QByteArray &sql) { database.run(sql); }, seed);
                database.run(writeBack);
                return database.run(whole);
            };
            const auto content = contentOf(clean, cleanPagesVfs());
            QVERIFY(content.startsWith("ok|"));
            QCOMPARE(content, contentOf(control, nullptr));
            QCOMPARE(leftIn(clean), 0);
            leftByControl += leftIn(control);
        }
        QVERIFY2(leftByControl > 0, "SQLite leaves nothing: the VFS is not needed");
    }

    void aStoreThatWasWrittenOtherwiseIsRewrittenOnce()
    {
        const auto name = file("older");
        SqliteDatabase database(name.toStdString());
        QVERIFY(database.open());
        database.close();
        {
            Plain older(name, nullptr);
            older.run("PRAGMA secure_delete=ON; PRAGMA user_version=0");
            fill([&](const QByteArray &sql) { older.run(sql); }, 7);
            older.run(writeBack);
        }
        QVERIFY(leftIn(name) > 0);
        QVERIFY(database.open());
        QVERIFY(database.clean());
        QCOMPARE(leftIn(name), 0);
        // From now on what is freed stays free.
        QVERIFY(database.executeScript("DELETE FROM note"));
        QVERIFY(database.clean());
        database.close();
        Plain looked(name, nullptr);
        QVERIFY(looked.run("PRAGMA freelist_count").chopped(1).toInt() > 0);
    }

    // Pages that SQLite has in memory still hold what was erased.
    void norIsItInWhatIsWrittenLater()
    {
        const auto name = file("later");
        SqliteDatabase database(name.toStdString());
        QVERIFY(database.open());
        const auto run = runIn(database);
        fill(run, 3);
        QVERIFY(database.clean());
        QCOMPARE(leftIn(name), 0);
        run("UPDATE person SET text = text || 'more'; UPDATE note SET text = text || 'more'");
        const auto log = name + QStringLiteral("-wal");
        QVERIFY(QFileInfo(log).size() > 0);
        QCOMPARE(leftIn(log), 0);
    }

    // Its pages that tell where others are begin like pages of rows.
    void aStoreWithAutoVacuumIsLeftWhole()
    {
        const auto name = file("vacuuming");
        {
            Plain plain(name, nullptr);
            plain.run("PRAGMA page_size=2048; PRAGMA auto_vacuum=FULL; CREATE TABLE x (a)");
        }
        SqliteDatabase database(name.toStdString());
        QVERIFY(database.open());
        fill(runIn(database), 5);
        QVERIFY(database.clean());
        QCOMPARE(leftIn(name), 0);
        database.close();
        Plain looked(name, nullptr);
        QCOMPARE(looked.run("PRAGMA auto_vacuum; PRAGMA integrity_check"), QByteArray("1|ok|"));
    }

    void aNewStoreIsNeverRewritten()
    {
        const auto name = file("new");
        SqliteDatabase database(name.toStdString());
        QVERIFY(database.open());
        QVERIFY(database.executeScript("CREATE TABLE x (a); INSERT INTO x VALUES (zeroblob(99999));"
                                       "DELETE FROM x"));
        QVERIFY(database.clean());
        database.close();
        Plain looked(name, nullptr);
        QVERIFY(looked.run("PRAGMA freelist_count").chopped(1).toInt() > 0);
    }
};

QTEST_GUILESS_MAIN(tst_cleanpages)
#include "tst_cleanpages.moc"
