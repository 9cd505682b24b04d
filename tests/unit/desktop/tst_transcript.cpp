// SPDX-License-Identifier: GPL-3.0-or-later
#include "company.h"
#include "models/transcriptmodel.h"
#include "models/transcriptrows.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace tandem;
using namespace std::chrono_literals;
using Kind = TranscriptRow::Kind;
using Delivery = TranscriptRow::Delivery;

class tst_Transcript : public QObject
{
    Q_OBJECT

    UtcTime m_at = company::TestClock().now().utc;

    QStringList shown(const TranscriptModel &model) const
    {
        QStringList lines;
        for (int row = 0; row < model.rowCount(); ++row)
            lines += model.index(row).data(Qt::AccessibleTextRole).toString();
        return lines;
    }
    Outbox::Entry unsent(const std::string &text, int tries) const
    {
        Outbox::Entry entry{company::maria, "key-" + text, text, Audience::Everyone, m_at, {}, {},
                            tries,          false};
        entry.delivery = tries > 0 ? Outbox::Delivery::Sending : Outbox::Delivery::Waiting;
        return entry;
    }

private slots:
    void saysWhoWroteWhat();
    void joinsMessagesOfOnePersonIntoGroups();
    void beginsEachDayWithALine();
    void showsEachEventOnceInOrder();
    void drawsTheNewLineBeforeTheFirstUnreadOfOthers();
    void marksWhatIsNotAcknowledgedYet();
    void showsAMessageOnceWhenItsEventComesBeforeItsAnswer();
    void sameTextTwiceIsTwoMessages();
    void anAddressIsSaidAndCanBeOpened();
    void appendingKeepsRowsThatWereThere();
    void typingIsNoLine();
    void takesTenThousandLines();
};

void tst_Transcript::saysWhoWroteWhat()
{
    TranscriptModel model;
    const QAbstractItemModelTester tester(&model);
    model.setOwn(2, QStringLiteral("Alice"));
    auto note = company::says(4, 2, "angry", m_at);
    note.audience = Audience::Agents;
    model.merge({company::joins(1, 1, m_at), company::says(2, 1, "Hi! <b>bold</b>", m_at),
                 company::joins(3, 2, m_at), note});
    QCOMPARE(shown(model).mid(1),
             QStringList({QStringLiteral("Maria started the chat"),
                          QStringLiteral("Maria: Hi! <b>bold</b>"), QStringLiteral("Alice joined"),
                          QStringLiteral("Alice: angry (only agents see this)")}));
}

void tst_Transcript::joinsMessagesOfOnePersonIntoGroups()
{
    TranscriptModel model;
    model.setOwn(2, QStringLiteral("Alice"));
    model.merge({company::says(1, 2, "a", m_at), company::says(2, 2, "b", m_at + 10s),
                 company::says(3, 2, "c", m_at + 20min), company::says(4, 1, "d", m_at + 20min)});
    QVERIFY(model.row(1).startsGroup && !model.row(1).endsGroup);
    QVERIFY(!model.row(2).startsGroup && model.row(2).endsGroup);
    QVERIFY(model.row(3).startsGroup && model.row(3).endsGroup);
    QVERIFY(model.row(4).startsGroup && !model.row(4).isMine);
    // One that is appended joins the group before it.
    model.merge({company::says(5, 1, "e", m_at + 20min)});
    QVERIFY(!model.row(4).endsGroup && !model.row(5).startsGroup);
}

void tst_Transcript::beginsEachDayWithALine()
{
    TranscriptModel model;
    model.merge({company::says(1, 1, "a", m_at), company::says(2, 1, "b", m_at + 48h)});
    QVERIFY(model.row(0).kind == Kind::Day && model.row(2).kind == Kind::Day);
    QCOMPARE(model.rowCount(), 4);
}

void tst_Transcript::showsEachEventOnceInOrder()
{
    TranscriptModel model;
    const QAbstractItemModelTester tester(&model);
    model.merge({company::says(3, 1, "c", m_at)});
    model.merge({company::says(1, 1, "a", m_at), company::says(2, 1, "b", m_at)});
    model.merge({company::says(2, 1, "b", m_at), company::says(4, 1, "d", m_at)});
    QCOMPARE(shown(model).mid(1),
             QStringList({QStringLiteral("Maria: a"), QStringLiteral("Maria: b"),
                          QStringLiteral("Maria: c"), QStringLiteral("Maria: d")}));
}

void tst_Transcript::drawsTheNewLineBeforeTheFirstUnreadOfOthers()
{
    TranscriptModel model;
    model.setOwn(2, QStringLiteral("Alice"));
    model.merge({company::says(1, 1, "old", m_at), company::says(2, 2, "mine", m_at),
                 company::says(3, 1, "new", m_at)});
    model.setNewFrom(2);
    QVERIFY(model.row(3).kind == Kind::New);
    QCOMPARE(model.row(4).text, QStringLiteral("new"));
    model.setNewFrom(0);
    QCOMPARE(model.rowCount(), 4);
}

void tst_Transcript::marksWhatIsNotAcknowledgedYet()
{
    TranscriptModel model;
    const QAbstractItemModelTester tester(&model);
    model.setOwn(2, QStringLiteral("Alice"));
    model.merge({company::says(1, 1, "hi", m_at)});
    model.setUnsent({unsent("waiting", 0)});
    QVERIFY(model.row(2).delivery == Delivery::Waiting);
    // What the customer writes meanwhile stands above it.
    model.merge({company::says(2, 1, "hello?", m_at)});
    QCOMPARE(model.row(2).text, QStringLiteral("hello?"));
    QCOMPARE(model.row(3).text, QStringLiteral("waiting"));
    auto failed = unsent("waiting", 1);
    failed.delivery = Outbox::Delivery::Failed;
    failed.error = {Reason::WrongState, "over", ""};
    model.setUnsent({failed});
    QVERIFY(model.row(3).delivery == Delivery::Failed && !model.row(3).problem.isEmpty());
    model.setUnsent({});
    QCOMPARE(model.rowCount(), 3);
}

void tst_Transcript::showsAMessageOnceWhenItsEventComesBeforeItsAnswer()
{
    TranscriptModel model;
    model.setOwn(2, QStringLiteral("Alice"));
    model.setUnsent({unsent("hello", 1)});
    QCOMPARE(model.rowCount(), 2);
    model.merge({company::says(1, 2, "hello", m_at)});
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(model.row(1).delivery == Delivery::Sent);
    model.setUnsent({});
    QCOMPARE(model.rowCount(), 2);
}

void tst_Transcript::sameTextTwiceIsTwoMessages()
{
    TranscriptModel model;
    model.setOwn(2, QStringLiteral("Alice"));
    auto second = unsent("ok", 0);
    second.key = "second";
    model.setUnsent({unsent("ok", 1), second});
    model.merge({company::says(1, 2, "ok", m_at)});
    QCOMPARE(model.rowCount(), 3);
    QVERIFY(model.row(2).delivery == Delivery::Waiting);
}

void tst_Transcript::anAddressIsSaidAndCanBeOpened()
{
    TranscriptModel model;
    model.setOwn(2, QStringLiteral("Alice"));
    auto link = unsent("https://shop.example/", 1);
    link.isLink = true;
    model.setUnsent({link});
    QVERIFY(model.row(1).isLink && model.row(1).delivery == Delivery::Sending);
    auto event = company::says(1, 2, "https://shop.example/", m_at);
    model.merge({event}); // the same words, but no link
    QCOMPARE(model.rowCount(), 3);
    event.index = 2;
    event.type = ChatEventType::PushUrl;
    model.merge({event});
    QCOMPARE(model.rowCount(), 3);
    QVERIFY(model.row(2).isLink && model.row(2).delivery == Delivery::Sent);
    QCOMPARE(shown(model).last(), QStringLiteral("Alice sent a link: https://shop.example/"));
}

void tst_Transcript::appendingKeepsRowsThatWereThere()
{
    TranscriptModel model;
    model.merge({company::says(1, 1, "a", m_at)});
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
    model.merge({company::says(2, 1, "b", m_at)});
    QCOMPARE(resets.size(), 0);
    QCOMPARE(inserts.size(), 1);
}

void tst_Transcript::typingIsNoLine()
{
    auto typing = company::says(1, 1, "", m_at);
    typing.type = ChatEventType::TypingStarted;
    QVERIFY(!transcriptrows::isShown(typing));
    typing.index.reset();
    TranscriptModel model;
    model.merge({typing});
    QCOMPARE(model.rowCount(), 0);
}

void tst_Transcript::takesTenThousandLines()
{
    TranscriptModel model;
    std::vector<protocol::ChatEvent> events;
    for (int i = 1; i <= 10'000; ++i)
        events.push_back(company::says(i, 1 + i % 2, "line " + std::to_string(i), m_at));
    model.merge(events);
    QCOMPARE(model.rowCount(), 10'001);
    QCOMPARE(model.lastIndex(), 10'000);
}

QTEST_GUILESS_MAIN(tst_Transcript)
#include "tst_transcript.moc"
