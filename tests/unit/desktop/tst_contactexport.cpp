// SPDX-License-Identifier: GPL-3.0-or-later
// What a contact is given: the document and the contents of files.
#include "contacts/contactexport.h"

#include "base/base64.h"
#include "base/hash.h"
#include "scriptedlink.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace tandem;
using namespace tandem::protocol;

namespace {

const InteractionId chat(77);

StoredRow fileRow(int id, const std::string &name, const std::string &content,
                  const std::string &state = "kept")
{
    return {"chat_file",
            {{"id", std::to_string(id)},
             {"name", name},
             {"type", "text/plain"},
             {"size", std::to_string(content.size())},
             {"hash", sha256Hex(content)},
             {"state", state}}};
}

ContactDocument documentOf(std::vector<StoredRow> rows)
{
    ContactDocument document;
    document.interactions.push_back({chat, std::move(rows), {}});
    return document;
}

// An administrator's export into a folder of its own.
struct Export
{
    explicit Export(std::vector<StoredRow> rows)
    {
        work = std::make_unique<ContactExport>(link, folder);
        work->start({}, [this](auto contact) { result = std::move(contact); });
        link.answers<PrivacyExport>(documentOf(std::move(rows)));
    }
    void brings(const std::string &bytes, std::int64_t size)
    {
        link.answers<FileRead>(FileReadReply{toBase64(bytes), size, "a", "text/plain"});
    }
    QStringList files() const { return QDir(folder).entryList(QDir::Files | QDir::Hidden); }
    std::string content(const QString &name) const
    {
        QFile file(QDir(folder).filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : "cannot be read";
    }
    const ContactFile &file(std::size_t at) const { return result->value().files.at(at); }

    ScriptedLink link;
    QTemporaryDir place;
    QString folder = place.filePath(QStringLiteral("files"));
    std::unique_ptr<ContactExport> work;
    std::optional<Result<ExportedContact>> result;
};

} // namespace

class tst_ContactExport : public QObject
{
    Q_OBJECT

private slots:
    void filesOfTheSameNameAreApart()
    {
        Export all({fileRow(1, "letter.txt", "first"), fileRow(2, "letter.txt", "second")});
        all.brings("first", 5);
        QVERIFY(!all.result);
        all.brings("second", 6);
        QVERIFY(all.result && *all.result);
        QCOMPARE(all.files().size(), 2);
        for (const auto &[at, text] : {std::pair(0, "first"), std::pair(1, "second")}) {
            const auto &file = all.file(static_cast<std::size_t>(at));
            QCOMPARE(file.state, ContactFileState::Exported);
            QCOMPARE(file.interactionId, chat);
            QCOMPARE(all.content(QString::fromStdString(file.file.value())), std::string(text));
        }
        const auto others = QFile::ReadGroup | QFile::ReadOther | QFile::ExeOther;
        for (const auto &path : {all.folder, QDir(all.folder).filePath(all.files().front())})
            QVERIFY(!(QFileInfo(path).permissions() & others));
    }

    void namesLeadNowhereElse_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char *name : {"../../evil.txt", "/etc/passwd", "..", "C:\\evil.txt", ".bashrc",
                                 "a\nb", "CON", "-rf", ""})
            QTest::newRow(name) << QByteArray(name);
        QTest::newRow("long") << QByteArray(255, 'a');
    }
    void namesLeadNowhereElse()
    {
        QFETCH(const QByteArray, name);
        Export all({fileRow(9, name.toStdString(), "text")});
        all.brings("text", 4);
        QVERIFY(all.result && *all.result);
        QCOMPARE(all.files(), QStringList(QString::fromStdString(all.file(0).file.value())));
        QVERIFY(all.files().front().startsWith(QString::fromStdString(FileId(9).text())));
        QCOMPARE(QDir(all.place.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
                 QStringList(QStringLiteral("files")));
    }

    void whatComesInPiecesIsPutTogether()
    {
        Export all({fileRow(1, "a.txt", "one two")});
        QCOMPARE(all.link.next<FileRead>()->offset, 0);
        all.brings("one ", 7);
        QCOMPARE(all.link.next<FileRead>()->offset, 4);
        all.brings("two", 7);
        QCOMPARE(all.content(QString::fromStdString(all.file(0).file.value())), "one two");
    }

    void whatIsGoneIsSaidToBeSo()
    {
        Export all({fileRow(1, "a.txt", "one", "deleted"), fileRow(2, "b.txt", "two", "expired"),
                    fileRow(3, "c.txt", "three"), fileRow(4, "d.txt", "four", "arriving")});
        QCOMPARE(all.link.next<FileRead>()->fileId, FileId(3));
        all.link.answers<FileRead>(failure(Reason::NotFound, "gone"));
        QVERIFY(all.result && *all.result);
        QCOMPARE(all.file(0).state, ContactFileState::Deleted);
        QCOMPARE(all.file(1).state, ContactFileState::Expired);
        QCOMPARE(all.file(2).state, ContactFileState::Gone);
        QCOMPARE(all.file(3).state, ContactFileState::Arriving);
        QVERIFY(!all.file(2).file);
        QVERIFY(all.files().isEmpty());
    }

    void whatIsNotAsItsHashSaysIsNotWritten_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("another") << QByteArray("thrae");
        QTest::newRow("too much") << QByteArray("three and more");
        QTest::newRow("nothing") << QByteArray();
    }
    void whatIsNotAsItsHashSaysIsNotWritten()
    {
        QFETCH(const QByteArray, bytes);
        Export all({fileRow(1, "a.txt", "three"), fileRow(2, "b.txt", "four")});
        all.brings(bytes.toStdString(), 5);
        all.brings("four", 4);
        QVERIFY(all.result && *all.result);
        QCOMPARE(all.file(0).state, ContactFileState::Damaged);
        QCOMPARE(all.file(1).state, ContactFileState::Exported);
        QCOMPARE(all.files().size(), 1);
    }

    void aBrokenConnectionLeavesNothing()
    {
        Export all({fileRow(1, "a.txt", "one"), fileRow(2, "b.txt", "two")});
        all.brings("one", 3);
        QVERIFY(!all.files().isEmpty());
        all.link.breaks();
        QVERIFY(all.result && !*all.result);
        QCOMPARE(all.result->error().reason, Reason::NotConnected);
        QVERIFY(!QDir(all.folder).exists());
    }

    void whatIsGivenUpLeavesNothing()
    {
        Export all({fileRow(1, "a.txt", "one"), fileRow(2, "b.txt", "two")});
        all.brings("one", 3);
        all.work.reset();
        QVERIFY(!QDir(all.folder).exists());
        all.brings("two", 3);
        QVERIFY(!all.result);
    }

    void aFolderWithSomethingInItIsRefused()
    {
        const QTemporaryDir place;
        const auto folder = place.path();
        QVERIFY(ContactExport::checkFolder(folder));
        QVERIFY(ContactExport::checkFolder(folder + QStringLiteral("/new")));
        const auto name = folder + QStringLiteral("/.hidden");
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(!ContactExport::checkFolder(folder));
        QVERIFY(!ContactExport::checkFolder(name));
        ScriptedLink link;
        ContactExport work(link, folder);
        std::optional<Error> refused;
        work.start({}, [&](auto contact) { refused = contact.error(); });
        QVERIFY(refused);
        QCOMPARE(link.count<PrivacyExport>(), 0);
    }

    void withoutAFolderFilesAreNamed()
    {
        ScriptedLink link;
        ContactExport work(link, {});
        std::optional<Result<ExportedContact>> result;
        work.start({}, [&](auto contact) { result = std::move(contact); });
        link.answers<PrivacyExport>(documentOf({fileRow(1, "a.txt", "one")}));
        QVERIFY(result && *result);
        QCOMPARE(result->value().files.at(0).state, ContactFileState::Kept);
        QCOMPARE(link.count<FileRead>(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_ContactExport)
#include "tst_contactexport.moc"
