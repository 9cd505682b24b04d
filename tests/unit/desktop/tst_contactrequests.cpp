// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/contactrequests.h"

#include "base/base64.h"
#include "base/hash.h"
#include "protocol/file.h"
#include "scriptedlink.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace tandem;
using namespace tandem::protocol;
using State = ContactRequests::State;

namespace {

const auto reason = QStringLiteral("asked by letter");

struct Desk
{
    void finds(const PrivacyFindReply &reply)
    {
        requests.look(QStringLiteral("w@example.com"));
        link.answers<PrivacyFind>(reply);
    }
    void exports() { requests.exportTo(path, reason); }
    QStringList written() const
    {
        return QDir(place.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
    }

    ScriptedLink link;
    ContactRequests requests{link};
    QTemporaryDir place;
    QString path = place.filePath(QStringLiteral("w.json"));
};

ContactDocument withFile(const std::string &content)
{
    const StoredRow row{"chat_file",
                        {{"id", "1"},
                         {"name", "a.txt"},
                         {"size", std::to_string(content.size())},
                         {"hash", sha256Hex(content)},
                         {"state", "kept"}}};
    ContactDocument document;
    document.interactions.push_back({InteractionId(7), {row}, {}});
    return document;
}

} // namespace

class tst_ContactRequests : public QObject
{
    Q_OBJECT

private slots:
    void anAddressIsOneWhereItIsWrittenSo()
    {
        Desk desk;
        desk.requests.look(QStringLiteral(" w@example.com "));
        QCOMPARE(desk.link.next<PrivacyFind>()->emailAddress.value_or(""), "w@example.com");
        desk.requests.look(QStringLiteral("mail:w@example.com"));
        desk.link.answers<PrivacyFind>(PrivacyFindReply{9, 9, 9}); // of the first
        QCOMPARE(desk.requests.state(), State::Looking);
        QCOMPARE(desk.link.next<PrivacyFind>()->contactKey.value_or(""), "mail:w@example.com");
        desk.link.answers<PrivacyFind>(PrivacyFindReply{2, 1, 0});
        QCOMPARE(desk.requests.state(), State::Found);
        QCOMPARE(desk.requests.found().interactions, 2);
    }

    void nobodyIsLookedForWithoutAName()
    {
        Desk desk;
        desk.requests.look(QStringLiteral("  "));
        QCOMPARE(desk.requests.state(), State::Idle);
        QVERIFY(desk.link.asked().empty());
    }

    void writesDocumentAndFilesBesideIt()
    {
        Desk desk;
        desk.finds({1, 0, 1});
        desk.exports();
        QCOMPARE(desk.link.next<PrivacyExport>()->reason, "asked by letter");
        desk.link.answers<PrivacyExport>(withFile("text"));
        QVERIFY(desk.requests.isBusy());
        desk.link.answers<FileRead>(FileReadReply{toBase64("text"), 4, "a.txt", "text/plain"});
        QCOMPARE(desk.requests.state(), State::Found);
        QVERIFY(desk.requests.problem().isEmpty());
        QVERIFY(desk.requests.notice().contains(QStringLiteral("w-files")));
        QCOMPARE(desk.written(),
                 (QStringList{QStringLiteral("w-files"), QStringLiteral("w.json")}));
    }

    void anExportThatIsCancelledLeavesNothing()
    {
        Desk desk;
        desk.finds({1, 0, 1});
        desk.exports();
        desk.link.answers<PrivacyExport>(withFile("text"));
        desk.requests.cancelExport();
        desk.link.answers<FileRead>(FileReadReply{toBase64("text"), 4, "a.txt", "text/plain"});
        QCOMPARE(desk.requests.state(), State::Found);
        QVERIFY(desk.written().isEmpty());
    }

    void whatIsThereIsNotWrittenOver()
    {
        Desk desk;
        QVERIFY(QDir(desk.place.path()).mkpath(QStringLiteral("w-files/old")));
        desk.finds({1, 0, 1});
        desk.exports();
        QVERIFY(desk.requests.problem().contains(QStringLiteral("w-files")));
        QVERIFY(desk.link.asked().empty());
    }

    void aDocumentThatCannotBeWrittenIsTold()
    {
        Desk desk;
        desk.finds({1, 0, 1});
        desk.path = desk.place.path();
        QVERIFY(QDir(desk.path).mkpath(QStringLiteral("a.json")));
        desk.path += QStringLiteral("/a.json");
        desk.exports();
        desk.link.answers<PrivacyExport>(withFile("text"));
        desk.link.answers<FileRead>(FileReadReply{toBase64("text"), 4, "a.txt", "text/plain"});
        QVERIFY(desk.requests.problem().contains(QStringLiteral("a.json")));
        QCOMPARE(desk.written(), QStringList(QStringLiteral("a.json")));
    }

    void refusalsAreInPlainWords()
    {
        Desk desk;
        desk.finds({1, 0, 0});
        desk.requests.erase(reason);
        QCOMPARE(desk.requests.state(), State::Erasing);
        desk.link.answers<PrivacyErase>(failure(Reason::WrongState, "open"));
        QCOMPARE(desk.requests.state(), State::Found);
        QVERIFY(desk.requests.problem().contains(QStringLiteral("open")));
        desk.requests.erase(reason);
        QVERIFY(desk.requests.problem().isEmpty());
        desk.link.breaks();
        QCOMPARE(desk.requests.state(), State::Failed);
        QVERIFY(desk.requests.problem().contains(QStringLiteral("goes on by itself")));
    }

    void anErasureSaysOfHowMany()
    {
        Desk desk;
        desk.finds({2, 0, 0});
        desk.requests.erase(reason);
        desk.requests.look(QStringLiteral("other@example.com")); // one thing at a time
        QCOMPARE(desk.link.count<PrivacyFind>(), 0);
        desk.link.answers<PrivacyErase>(PrivacyEraseReply{{InteractionId(1), InteractionId(2)}});
        QCOMPARE(desk.requests.state(), State::Erased);
        QCOMPARE(desk.requests.erased(), 2);
    }
};

QTEST_GUILESS_MAIN(tst_ContactRequests)
#include "tst_contactrequests.moc"
