// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/committer.h"
#include "store/reader.h"
#include "store/sqlitedatabase.h"

#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace tandem;

namespace {

constexpr Statement insertSetting{"INSERT INTO setting (name, value) VALUES (?, ?)"};
constexpr Statement countSettings{"SELECT count(*) FROM setting WHERE name <> 'reopened'"};
constexpr Statement noTable{"INSERT INTO no_such_table (a) VALUES (?)"};

std::int64_t countIn(Database &database)
{
    std::int64_t count = -1;
    (void)database.query(countSettings, {}, [&](const Row &row) { count = row.number(0); });
    return count;
}

// Takes everything, as long as it is there.
class VanishingDatabase final : public Database
{
public:
    explicit VanishingDatabase(std::shared_ptr<std::atomic<bool>> isThere)
        : m_isThere(std::move(isThere))
    {
    }

    Result<void> open() override { return {}; }
    void close() override {}
    Result<void> probe() override { return outcome(); }
    Result<void> reopen() override { return outcome(); }
    Result<void> begin() override { return {}; }
    Result<void> commit() override { return outcome(); }
    void rollback() override {}
    Result<void> beginReading() override { return {}; }
    Result<std::vector<TableShape>> tables() override { return {}; }
    Result<void> execute(const Statement &, const std::vector<SqlValue> &) override { return {}; }
    Result<void> query(const Statement &, const std::vector<SqlValue> &, const Each &) override
    {
        return {};
    }
    Result<void> executeScript(const std::string &) override { return {}; }

private:
    Result<void> outcome() const
    {
        return *m_isThere ? Result<void>() : failure(Reason::StoreUnavailable, "It is gone.");
    }

    std::shared_ptr<std::atomic<bool>> m_isThere;
};

} // namespace

class tst_committer : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::string m_file;
    std::unique_ptr<Committer> m_committer;
    std::atomic<int> m_failures = 0;

    std::vector<bool> commit(const std::vector<std::vector<Write>> &units)
    {
        std::vector<std::future<bool>> released;
        for (const auto &unit : units) {
            auto promise = std::make_shared<std::promise<bool>>();
            released.push_back(promise->get_future());
            m_committer->submit({unit, [promise](bool done) { promise->set_value(done); }, 0});
        }
        std::vector<bool> results;
        for (auto &result : released)
            results.push_back(result.get());
        return results;
    }

private slots:
    void init()
    {
        static int count = 0;
        m_file =
            m_folder.filePath(QString::number(++count) + QStringLiteral(".sqlite")).toStdString();
        m_failures = 0;
        m_committer = std::make_unique<Committer>(std::make_unique<SqliteDatabase>(m_file),
                                                  [this](const Error &) { ++m_failures; });
        const auto started = m_committer->start();
        QVERIFY2(started, started ? "" : started.error().message.c_str());
    }
    void cleanup() { m_committer.reset(); }

    void whatIsReleasedIsInTheFile()
    {
        QCOMPARE(commit({{write(insertSetting, "a", "1")}}), std::vector<bool>{true});
        Reader reader(std::make_unique<SqliteDatabase>(m_file, SqliteDatabase::Access::Read));
        std::promise<std::int64_t> counted;
        QVERIFY(reader.run([&](Result<Database *> database) {
            counted.set_value(database ? countIn(**database) : -2);
        }));
        QCOMPARE(counted.get_future().get(), std::int64_t(1));
    }

    void aGroupThatFailsTakesEveryLaterUnitWithIt()
    {
        const auto good = write(insertSetting, "a", "1");
        const auto bad = write(noTable, 1);
        QCOMPARE(commit({{bad}}), std::vector<bool>{false});
        QCOMPARE(commit({{good}, {}, {good}}), (std::vector<bool>{false, false, false}));
        QVERIFY(!m_committer->isHealthy());
        QCOMPARE(m_failures.load(), 1);
        std::int64_t left = -1;
        QVERIFY(m_committer->recover([&](Database &database) -> Result<void> {
            left = countIn(database);
            return {};
        }));
        QCOMPARE(left, std::int64_t(0));
        QVERIFY(m_committer->isHealthy());
        QCOMPARE(commit({{good}}), std::vector<bool>{true});
    }

    void aStoreThatGoesWhileNothingIsWrittenIsNoticed()
    {
        const auto isThere = std::make_shared<std::atomic<bool>>(true);
        m_committer = std::make_unique<Committer>(std::make_unique<VanishingDatabase>(isThere),
                                                  [this](const Error &) { ++m_failures; });
        QVERIFY(m_committer->start());
        *isThere = false;
        QTRY_VERIFY(!m_committer->isHealthy());
        QTRY_COMPARE(m_failures.load(), 1);
        // Nor does it take anything before it was recovered.
        QCOMPARE(commit({{write(insertSetting, "a", "1")}}), std::vector<bool>{false});
        QVERIFY(!m_committer->recover([](Database &) { return Result<void>(); }));
        *isThere = true;
        QVERIFY(m_committer->recover([](Database &) { return Result<void>(); }));
        QVERIFY(m_committer->isHealthy());
        QCOMPARE(commit({{write(insertSetting, "a", "1")}}), std::vector<bool>{true});
        QCOMPARE(m_failures.load(), 1);
    }

    void whatOnlyReadsWaitsForNothingElse()
    {
        bool isReleased = false;
        const auto reads = [&] {
            isReleased = false;
            m_committer->submit({{}, [&](bool done) { isReleased = done; }, {}, 0});
            return isReleased;
        };
        QVERIFY(reads());
        std::promise<void> goOn;
        std::promise<void> isOver;
        m_committer->submit({{write(insertSetting, "a", "1")},
                             [&](bool) {
                                 goOn.get_future().wait();
                                 isOver.set_value();
                             },
                             {},
                             0});
        QVERIFY(!reads());
        goOn.set_value();
        isOver.get_future().wait();
        QTRY_COMPARE(m_committer->backlog(), std::size_t(0));
        QVERIFY(isReleased);
        QVERIFY(reads());
    }

    void whatOnlyReadsWaitsForTheUnitsBefore()
    {
        std::vector<int> order; // of one thread at a time
        for (int i = 0; i < 200; ++i) {
            std::vector<Write> writes;
            if (i % 3)
                writes.push_back(write(insertSetting, std::to_string(i), ""));
            m_committer->submit({std::move(writes), [&order, i](bool) { order.push_back(i); }, 0});
        }
        m_committer->stop();
        QCOMPARE(order.size(), std::size_t(200));
        QVERIFY(std::ranges::is_sorted(order));
    }

    void aStoreOfANewerVersionIsRefused()
    {
        m_committer->stop();
        SqliteDatabase database(m_file);
        QVERIFY(database.open());
        QVERIFY(database.executeScript("INSERT INTO schema_version (version) VALUES (9999)"));
        database.close();
        const auto opened = database.open();
        QVERIFY(!opened);
        QVERIFY(opened.error().message.find("newer version") != std::string::npos);
    }

    void textsKeepEveryCharacter()
    {
        const std::string text = std::string("a\0b", 3) + " \U0001f4e6 ' \" ; \n";
        QCOMPARE(commit({{write(insertSetting, "t", text)}}), std::vector<bool>{true});
        static constexpr Statement select{"SELECT value FROM setting WHERE name = ?"};
        std::string found;
        QVERIFY(m_committer->runAndWait([&](Database &database) {
            return database.query(select, {sql("t")}, [&](const Row &row) { found = row.text(0); });
        }));
        QCOMPARE(found, text);
    }
};

QTEST_GUILESS_MAIN(tst_committer)
#include "tst_committer.moc"
