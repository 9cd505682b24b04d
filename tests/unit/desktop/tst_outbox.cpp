// SPDX-License-Identifier: GPL-3.0-or-later
#include "company.h"
#include "models/drafts.h"
#include "models/outbox.h"
#include "scriptedlink.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tandem;
using protocol::ChatSend;
using Delivery = Outbox::Delivery;

class tst_Outbox : public QObject
{
    Q_OBJECT

    ScriptedLink *m_link = nullptr;
    Outbox *m_outbox = nullptr;
    company::TestClock m_clock;

    void write(const std::string &text, InteractionId id = company::maria)
    {
        m_outbox->send(id, text, Audience::Everyone, m_clock.now().utc);
    }

private slots:
    void init()
    {
        m_link = new ScriptedLink;
        m_outbox = new Outbox(*m_link);
    }
    void cleanup()
    {
        delete m_link;
        delete m_outbox;
    }

    void sendsOneAfterTheOtherInOrder();
    void conversationsDoNotWaitForEachOther();
    void asksAgainWithTheSameKeyAfterTheConnectionWasLost();
    void keepsWhatIsWrittenWithoutConnection();
    void triesLaterWhatTheServerCannotTakeNow();
    void showsWhatTheServerRefuses();
    void sendsALinkInItsTurnAndAgainAfterARestart();
    void survivesARestart();
    void keepsNothingOfAnotherAgent();
};

void tst_Outbox::sendsOneAfterTheOtherInOrder()
{
    write("one");
    write("two");
    QCOMPARE(m_link->count<ChatSend>(), 1);
    QCOMPARE(m_link->next<ChatSend>()->text, std::string("one"));
    QSignalSpy acknowledged(m_outbox, &Outbox::acknowledged);
    m_link->answers<ChatSend>(protocol::ChatSendReply{4});
    QCOMPARE(acknowledged.size(), 1);
    QCOMPARE(m_link->next<ChatSend>()->text, std::string("two"));
    m_link->answers<ChatSend>(protocol::ChatSendReply{5});
    QVERIFY(m_outbox->isEmpty());
}

void tst_Outbox::conversationsDoNotWaitForEachOther()
{
    write("to Maria");
    write("to Jonas", company::jonas);
    QCOMPARE(m_link->count<ChatSend>(), 2);
}

void tst_Outbox::asksAgainWithTheSameKeyAfterTheConnectionWasLost()
{
    write("once");
    const auto key = m_link->next<ChatSend>()->clientMessageId;
    QVERIFY(key && key->size() >= 16);
    m_link->breaks();
    QCOMPARE(m_outbox->entries().front().delivery, Delivery::Waiting);
    m_link->returns();
    QCOMPARE(m_link->count<ChatSend>(), 1);
    QVERIFY(m_link->next<ChatSend>()->clientMessageId == key);
    m_link->answers<ChatSend>(protocol::ChatSendReply{9});
    QVERIFY(m_outbox->isEmpty());
}

void tst_Outbox::keepsWhatIsWrittenWithoutConnection()
{
    m_link->breaks();
    write("later");
    QCOMPARE(m_link->count<ChatSend>(), 0);
    m_link->returns();
    QCOMPARE(m_link->next<ChatSend>()->text, std::string("later"));
}

void tst_Outbox::triesLaterWhatTheServerCannotTakeNow()
{
    write("patient");
    const auto key = m_link->next<ChatSend>()->clientMessageId;
    m_link->answers<ChatSend>(failure(Reason::StoreUnavailable, "disk"));
    QCOMPARE(m_outbox->entries().front().delivery, Delivery::Waiting);
    QTRY_COMPARE_WITH_TIMEOUT(m_link->count<ChatSend>(), 1, 3000);
    QVERIFY(m_link->next<ChatSend>()->clientMessageId == key);
}

void tst_Outbox::showsWhatTheServerRefuses()
{
    write("too late");
    m_link->answers<ChatSend>(failure(Reason::WrongState, "over"));
    const auto entry = m_outbox->entries().front();
    QCOMPARE(entry.delivery, Delivery::Failed);
    QVERIFY(entry.error.reason == Reason::WrongState);
    m_outbox->retry(company::maria, entry.key);
    QCOMPARE(m_link->count<ChatSend>(), 1);
    m_link->answers<ChatSend>(failure(Reason::WrongState, "over"));
    m_outbox->discard(company::maria, entry.key);
    QVERIFY(m_outbox->isEmpty());
}

void tst_Outbox::sendsALinkInItsTurnAndAgainAfterARestart()
{
    using protocol::ChatPushUrl;
    write("see here");
    m_outbox->sendLink(company::maria, "https://shop.example/", m_clock.now().utc);
    QCOMPARE(m_link->count<ChatPushUrl>(), 0);
    m_link->answers<ChatSend>(protocol::ChatSendReply{4});
    QCOMPARE(m_link->next<ChatPushUrl>()->url, std::string("https://shop.example/"));
    const auto key = m_link->next<ChatPushUrl>()->clientMessageId;
    m_link->breaks();
    const QTemporaryDir folder;
    const auto file = folder.filePath(QStringLiteral("drafts.json"));
    Drafts before(file, company::alice);
    QVERIFY(before.save(m_outbox->entries()));
    Outbox restored(*m_link);
    restored.restore(Drafts(file, company::alice).unsent());
    m_outbox->forget(company::maria);
    m_link->returns();
    QCOMPARE(m_link->count<ChatPushUrl>(), 1);
    QCOMPARE(m_link->next<ChatPushUrl>()->clientMessageId, key);
}

void tst_Outbox::survivesARestart()
{
    const QTemporaryDir folder;
    const auto file = folder.filePath(QStringLiteral("drafts.json"));
    m_link->breaks();
    write("unsent");
    const auto key = m_outbox->entries().front().key;
    Drafts before(file, company::alice);
    before.setDraft(company::jonas, {QStringLiteral("half a sen"), Audience::Agents});
    QVERIFY(before.save(m_outbox->entries()));
    QVERIFY(!(QFile(file).permissions() & (QFile::ReadGroup | QFile::ReadOther)));

    const Drafts after(file, company::alice);
    QCOMPARE(after.draft(company::jonas).text, QStringLiteral("half a sen"));
    QVERIFY(after.draft(company::jonas).audience == Audience::Agents);
    Outbox restored(*m_link);
    restored.restore(after.unsent());
    m_link->returns();
    QCOMPARE(m_link->next<ChatSend>()->text, std::string("unsent"));
    QVERIFY(m_link->next<ChatSend>()->clientMessageId == key);
}

void tst_Outbox::keepsNothingOfAnotherAgent()
{
    const QTemporaryDir folder;
    const auto file = folder.filePath(QStringLiteral("drafts.json"));
    Drafts mine(file, company::alice);
    mine.setDraft(company::maria, {QStringLiteral("private"), Audience::Everyone});
    QVERIFY(mine.save({}));
    QVERIFY(Drafts(file, company::bob).draft(company::maria).text.isEmpty());
    mine.setDraft(company::maria, {});
    QVERIFY(mine.save({}));
    QVERIFY(!QFile::exists(file));
}

QTEST_GUILESS_MAIN(tst_Outbox)
#include "tst_outbox.moc"
