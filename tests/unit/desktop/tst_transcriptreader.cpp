// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/transcriptreader.h"

#include "models/transcriptmodel.h"
#include "protocol/chat.h"
#include "protocol/interaction.h"
#include "protocol/transcript.h"
#include "scriptedlink.h"

#include <QSignalSpy>
#include <QTest>

using namespace tandem;
using namespace tandem::protocol;
using Loading = TranscriptReader::Loading;

namespace {

Interaction done(std::uint64_t id, const char *contact, InteractionState state,
                 const char *media = "chat")
{
    Interaction interaction;
    interaction.id = InteractionId(id);
    interaction.contact.name = contact;
    interaction.state = state;
    interaction.mediaType = media;
    return interaction;
}

ChatEvent event(int index, const char *text)
{
    ChatEvent said;
    said.index = index;
    said.text = text;
    return said;
}

struct Reading
{
    Reading()
    {
        reader.search({});
        link.answers<InteractionList>(
            InteractionListReply{{done(9, "Maria", InteractionState::Done)}, {}});
        reader.open(0);
        has("my card is 4111");
    }
    void has(const char *text)
    {
        link.answers<ChatTranscript>(ChatTranscriptReply{{event(1, text)}, 2});
        link.answers<ChatTranscript>(ChatTranscriptReply{{}, 2});
    }

    ScriptedLink link;
    TranscriptReader reader{link};
};

} // namespace

class tst_TranscriptReader : public QObject
{
    Q_OBJECT

private slots:
    void listsWhatIsDonePageByPage()
    {
        ScriptedLink link;
        TranscriptReader reader(link);
        reader.search(QStringLiteral(" maria "));
        QCOMPARE(link.next<InteractionList>()->filter.value_or(""), "maria");
        link.answers<InteractionList>(
            InteractionListReply{{done(9, "Maria", InteractionState::Handling)}, InteractionId(9)});
        QCOMPARE(reader.loading(), Loading::Busy); // nothing of the page is done
        QCOMPARE(link.next<InteractionList>()->after, InteractionId(9));
        link.answers<InteractionList>(
            InteractionListReply{{done(8, "Maria", InteractionState::Done),
                                  done(7, "Maria", InteractionState::Done, "mail")},
                                 InteractionId(7)});
        QCOMPARE(reader.rowCount(), 1);
        QVERIFY(reader.canFetchMore({}));
        reader.fetchMore({});
        link.answers<InteractionList>(
            InteractionListReply{{done(6, "Mario", InteractionState::Done)}, {}});
        QCOMPARE(reader.rowCount(), 2);
        QVERIFY(!reader.canFetchMore({}));
        QCOMPARE(reader.index(1).data().toString(), QStringLiteral("Mario"));
    }

    void answersOfAnEarlierSearchDoNotCount()
    {
        ScriptedLink link;
        TranscriptReader reader(link);
        reader.search(QStringLiteral("a"));
        reader.search(QStringLiteral("b"));
        link.answers<InteractionList>(
            InteractionListReply{{done(9, "Anna", InteractionState::Done)}, {}});
        QCOMPARE(reader.rowCount(), 0);
        link.answers<InteractionList>(failure(Reason::StoreUnavailable, "no"));
        QCOMPARE(reader.loading(), Loading::Failed);
        QVERIFY(!reader.problem().isEmpty());
    }

    void readsAllOfOne()
    {
        Reading reading;
        QCOMPARE(reading.reader.textOf(1), QStringLiteral("my card is 4111"));
        QVERIFY(!reading.reader.isReading());
        QCOMPARE(reading.reader.textOf(7), QString());
        reading.reader.close();
        QVERIFY(!reading.reader.transcript());
    }

    void whatIsRedactedIsReadAnew()
    {
        Reading reading;
        reading.reader.redact(1, TranscriptReader::Passage{11, 4}, QStringLiteral("card"));
        const auto *request = reading.link.next<TranscriptRedact>();
        QCOMPARE(request->interactionId, InteractionId(9));
        QCOMPARE(request->index, 1);
        QCOMPARE(request->from, std::optional(11));
        QCOMPARE(request->length, std::optional(4));
        QCOMPARE(request->reason, "card");
        reading.link.answers<TranscriptRedact>(Done{});
        QCOMPARE(reading.reader.textOf(1), QStringLiteral("my card is 4111")); // until it has come
        reading.has("my card is [redacted]");
        QCOMPARE(reading.reader.textOf(1), QStringLiteral("my card is [redacted]"));
    }

    void aRefusalChangesNothing()
    {
        Reading reading;
        const QSignalSpy refused(&reading.reader, &TranscriptReader::refused);
        reading.reader.redact(1, {}, QStringLiteral("card"));
        QVERIFY(!reading.link.next<TranscriptRedact>()->from);
        reading.link.answers<TranscriptRedact>(failure(Reason::NotPermitted, "no"));
        QCOMPARE(refused.count(), 1);
        QCOMPARE(reading.reader.textOf(1), QStringLiteral("my card is 4111"));
    }

    void passagesAreCountedInCharacters_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("begin");
        QTest::addColumn<int>("end");
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("length");
        QTest::newRow("plain") << QStringLiteral("abcdef") << 2 << 4 << 2 << 2;
        QTest::newRow("letters") << QStringLiteral("äöü ß") << 1 << 3 << 1 << 2;
        QTest::newRow("behind a pair") << QStringLiteral("😀ab") << 2 << 3 << 1 << 1;
        QTest::newRow("a pair") << QStringLiteral("a😀b") << 1 << 3 << 1 << 1;
        QTest::newRow("lines") << QStringLiteral("a\nb\nc") << 2 << 3 << 2 << 1;
        QTest::newRow("lines of Windows") << QStringLiteral("a\r\nb\r\nc") << 2 << 3 << 3 << 1;
        QTest::newRow("all") << QStringLiteral("a\r\n😀") << 0 << 4 << 0 << 4;
    }
    void passagesAreCountedInCharacters()
    {
        QFETCH(const QString, text);
        QFETCH(const int, begin);
        QFETCH(const int, end);
        QFETCH(const int, from);
        QFETCH(const int, length);
        QCOMPARE(TranscriptReader::passageOf(text, begin, end),
                 (TranscriptReader::Passage{from, length}));
    }
};

QTEST_GUILESS_MAIN(tst_TranscriptReader)
#include "tst_transcriptreader.moc"
