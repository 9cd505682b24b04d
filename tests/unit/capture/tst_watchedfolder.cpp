// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/watchedfolder.h"
#include "smallcore.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <set>

using namespace tandem;
using namespace tandem::protocol;
namespace fs = std::filesystem;

namespace {

const std::string plain = R"({"mediaType": "task", "queueId": "support"})";

std::set<std::string> namesIn(const fs::path &folder)
{
    std::set<std::string> names;
    for (const auto &entry : fs::directory_iterator(folder)) {
        if (entry.is_symlink() || !entry.is_directory())
            names.insert(entry.path().filename().string());
    }
    return names;
}

std::string contentOf(const fs::path &file)
{
    std::ifstream stream(file);
    return {std::istreambuf_iterator<char>(stream), {}};
}

} // namespace

class TestWatchedFolder : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_folder = m_temporary->filePath(QStringLiteral("in")).toStdString();
        m_core = std::make_unique<test::SmallCore>();
        m_submitted.clear();
        m_core->serve<MediaSubmit>([this](const MediaSubmit &submit) -> Result<SubmitReply> {
            if (submit.values.queueId != "support")
                return failure(Reason::NotFound, "There is no queue \"nosuch\".", "queueId");
            m_submitted.push_back(submit.values.externalId);
            return SubmitReply{InteractionId{1}};
        });
        QVERIFY(WatchedFolder::makeFolders(m_folder));
    }
    void cleanup()
    {
        m_watched.reset();
        m_core.reset();
    }

    void whatIsTakenMovesToDone();
    void whatIsRefusedMovesToFailedWithTheReason_data();
    void whatIsRefusedMovesToFailedWithTheReason();
    void aListThatIsRefusedInPartSaysWhich();
    void unfinishedFilesAreLeftAlone();
    void aFileThatIsStillBeingWrittenIsTakenWhenItIsWhole();
    void linksAndFoldersAreNotFollowed();
    void filesWaitWhileTheStoreIsGone();
    void theSameNameTwiceKeepsBoth();
    void longNamesAreKept();
    void filesAreTakenInTheOrderOfTheirNames();
    void aFolderThatCannotBeMadeIsNamed();

private:
    void watch()
    {
        m_watched =
            std::make_unique<WatchedFolder>(WatchedFolder::Settings{m_folder, Ms(10)}, *m_core);
    }
    void put(const std::string &name, const std::string &text) const
    {
        std::ofstream(m_folder / ("." + name)) << text;
        fs::rename(m_folder / ("." + name), m_folder / name);
    }

    std::unique_ptr<QTemporaryDir> m_temporary;
    fs::path m_folder;
    std::unique_ptr<test::SmallCore> m_core;
    std::unique_ptr<WatchedFolder> m_watched;
    std::vector<std::string> m_submitted;
};

void TestWatchedFolder::whatIsTakenMovesToDone()
{
    watch();
    put("a.json", plain);
    QTRY_COMPARE(namesIn(m_folder / "done"), std::set<std::string>{"a.json"});
    QCOMPARE(namesIn(m_folder), std::set<std::string>{});
    QCOMPARE(contentOf(m_folder / "done" / "a.json"), plain);
    put("B.JSON", R"([{"mediaType": "t", "queueId": "support", "externalId": "1"},
                      {"mediaType": "t", "queueId": "support", "externalId": "2"}])");
    QTRY_COMPARE(namesIn(m_folder / "done").size(), std::size_t(2));
    m_watched.reset();
    QCOMPARE(m_submitted.size(), std::size_t(3));
}

void TestWatchedFolder::whatIsRefusedMovesToFailedWithTheReason_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("reason");
    QTest::newRow("garbage") << QByteArray("garbage") << QByteArray("Not valid JSON");
    QTest::newRow("empty") << QByteArray() << QByteArray("Not valid JSON");
    QTest::newRow("refused by the core")
        << QByteArray(R"({"mediaType": "task", "queueId": "nosuch"})")
        << QByteArray("There is no queue \"nosuch\". (queueId)");
    QTest::newRow("too large") << "\"" + QByteArray(1024 * 1024, 'x') + "\""
                               << QByteArray("larger than 1 MiB");
}

void TestWatchedFolder::whatIsRefusedMovesToFailedWithTheReason()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, reason);
    watch();
    put("a.json", text.toStdString());
    QTRY_COMPARE(namesIn(m_folder / "failed"),
                 (std::set<std::string>{"a.json", "a.json.reason.txt"}));
    const auto said = contentOf(m_folder / "failed" / "a.json.reason.txt");
    QVERIFY2(said.starts_with("a.json was not taken."), said.c_str());
    QVERIFY2(said.contains(reason.toStdString()), said.c_str());
    QVERIFY(said.contains("What to do"));
    QCOMPARE(contentOf(m_folder / "failed" / "a.json"), text.toStdString());
    QVERIFY(namesIn(m_folder / "done").empty());
}

void TestWatchedFolder::aListThatIsRefusedInPartSaysWhich()
{
    watch();
    put("a.json", R"([{"mediaType": "t", "queueId": "support", "externalId": "1"},
                      {"mediaType": "t", "queueId": "nosuch", "externalId": "2"},
                      {"mediaType": "t", "queueId": "support", "externalId": "3"}])");
    QTRY_VERIFY(fs::exists(m_folder / "failed" / "a.json"));
    const auto said = contentOf(m_folder / "failed" / "a.json.reason.txt");
    QVERIFY(said.contains("Entry 2: There is no queue"));
    QVERIFY(!said.contains("Entry 1") && !said.contains("Entry 3"));
    m_watched.reset();
    QCOMPARE(m_submitted, (std::vector<std::string>{"1", "3"}));
}

void TestWatchedFolder::unfinishedFilesAreLeftAlone()
{
    for (const char *name : {".hidden.json", "a.json.part", "notes.txt", ".json"})
        std::ofstream(m_folder / name) << plain;
    watch();
    put("z.json", plain);
    QTRY_VERIFY(fs::exists(m_folder / "done" / "z.json"));
    put("zz.json", plain); // the next look comes after a whole one
    QTRY_VERIFY(fs::exists(m_folder / "done" / "zz.json"));
    QCOMPARE(namesIn(m_folder),
             (std::set<std::string>{".hidden.json", "a.json.part", "notes.txt", ".json"}));
}

void TestWatchedFolder::aFileThatIsStillBeingWrittenIsTakenWhenItIsWhole()
{
    const auto half = plain.size() / 2;
    std::ofstream stream(m_folder / "slow.json");
    stream << plain.substr(0, half) << std::flush;
    put("z.json", plain); // when this one is taken, the first look has seen the other
    m_watched =
        std::make_unique<WatchedFolder>(WatchedFolder::Settings{m_folder, Ms(2000)}, *m_core);
    QTRY_VERIFY(fs::exists(m_folder / "done" / "z.json"));
    QVERIFY(fs::exists(m_folder / "slow.json"));
    stream << plain.substr(half) << std::flush;
    stream.close();
    QTRY_VERIFY(fs::exists(m_folder / "done" / "slow.json"));
    QVERIFY(namesIn(m_folder / "failed").empty());
}

void TestWatchedFolder::linksAndFoldersAreNotFollowed()
{
    const auto secret = m_folder.parent_path() / "secret";
    std::ofstream(secret) << plain;
    fs::create_symlink(secret, m_folder / "link.json");
    fs::create_symlink("nowhere", m_folder / "dangling.json");
    fs::create_directory(m_folder / "folder.json");
    std::ofstream(m_folder / "folder.json" / "a.json") << plain;
    watch();
    QTRY_VERIFY(fs::is_directory(m_folder / "failed" / "folder.json"));
    QTRY_VERIFY(fs::is_symlink(m_folder / "failed" / "link.json"));
    QTRY_VERIFY(fs::is_symlink(m_folder / "failed" / "dangling.json"));
    QVERIFY(contentOf(m_folder / "failed" / "link.json.reason.txt").contains("no plain file"));
    QVERIFY(fs::exists(m_folder / "failed" / "folder.json" / "a.json"));
    m_watched.reset();
    QVERIFY(m_submitted.empty());
}

void TestWatchedFolder::filesWaitWhileTheStoreIsGone()
{
    std::atomic<int> asked = 0;
    m_core->serve<MediaSubmit>([&](const MediaSubmit &) -> Result<SubmitReply> {
        if (++asked < 5)
            return failure(asked % 2 ? Reason::StoreUnavailable : Reason::Busy, "Not now.");
        return SubmitReply{InteractionId{1}};
    });
    put("a.json", plain);
    watch();
    QTRY_VERIFY(fs::exists(m_folder / "done" / "a.json"));
    QCOMPARE(asked.load(), 5);
    QVERIFY(namesIn(m_folder / "failed").empty());
}

void TestWatchedFolder::theSameNameTwiceKeepsBoth()
{
    watch();
    for (std::size_t i = 1; i <= 3; ++i) {
        put("a.json", plain);
        QTRY_COMPARE(namesIn(m_folder / "done").size(), i);
    }
    QCOMPARE(namesIn(m_folder / "done"), (std::set<std::string>{"a.json", "a.2.json", "a.3.json"}));
    m_watched.reset();
    QCOMPARE(std::set(m_submitted.begin(), m_submitted.end()).size(), std::size_t(1));
}

void TestWatchedFolder::longNamesAreKept()
{
    std::string name;
    while (name.size() < 240)
        name += "\xC3\xBC"; // u with dots
    std::ofstream(m_folder / (name + ".json")) << "garbage";
    watch();
    QTRY_COMPARE(namesIn(m_folder / "failed").size(), std::size_t(2));
    QCOMPARE(namesIn(m_folder), std::set<std::string>{});
}

void TestWatchedFolder::filesAreTakenInTheOrderOfTheirNames()
{
    for (const char *name : {"2", "10", "1"}) {
        put(std::string(name) + ".json",
            R"({"mediaType": "t", "queueId": "support", "externalId": ")" + std::string(name)
                + "\"}");
    }
    watch();
    QTRY_COMPARE(namesIn(m_folder / "done").size(), std::size_t(3));
    m_watched.reset();
    QCOMPARE(m_submitted, (std::vector<std::string>{"1", "10", "2"}));
}

void TestWatchedFolder::aFolderThatCannotBeMadeIsNamed()
{
    std::ofstream(m_folder / "file") << "x";
    const auto made = WatchedFolder::makeFolders(m_folder / "file" / "in");
    QVERIFY(!made);
    QVERIFY(made.error().message.contains("capture.folder"));
    QVERIFY(made.error().message.contains("file/in"));
}

QTEST_GUILESS_MAIN(TestWatchedFolder)
#include "tst_watchedfolder.moc"
