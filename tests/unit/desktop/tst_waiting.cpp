// SPDX-License-Identifier: GPL-3.0-or-later
#include "company.h"
#include "models/bulkoperation.h"
#include "models/directory.h"
#include "models/queuesmodel.h"
#include "models/waitingmodel.h"
#include "scriptedlink.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

using namespace tandem;
using namespace std::chrono_literals;
using State = BulkOperation::State;

// Queues, workbins and what is in them, and operations on many.
class tst_Waiting : public QObject
{
    Q_OBJECT

    company::TestClock m_clock;
    ScriptedLink m_link;
    Directory m_directory{m_link};

    protocol::Interaction waits(std::uint64_t id, const char *name) const
    {
        auto made = company::interaction(InteractionId{id}, name, m_clock.now().utc);
        made.state = InteractionState::Queued;
        made.agentId.reset();
        return made;
    }
    static QStringList contacts(const WaitingModel &model)
    {
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row)
            names += model.index(row, WaitingModel::Contact).data().toString();
        return names;
    }
    void answers(std::vector<protocol::Interaction> interactions,
                 std::optional<InteractionId> next = {})
    {
        m_link.answers<protocol::InteractionList>(
            protocol::InteractionListReply{std::move(interactions), next});
    }
    void answersQueues()
    {
        m_link.answers<protocol::QueueList>(protocol::QueueListReply{
            {{"support", "Support", 3, 2, 130'000, 190'000}, {"sales", "Sales", 0, 1, {}, {}}}});
        m_link.answers<protocol::WorkbinList>(protocol::WorkbinListReply{
            {{"group/night", "Night shift", 2}, {"agent/alice", "Alice", 1}}});
    }

private slots:
    void cleanup() { m_link.breaks(); }

    void listsQueuesAboveWorkbinsAndTheOwnOneFirst();
    void keepsTheListsWhereTheServerDoesNotAnswer();
    void whoHasNoWorkbinsSeesTheQueues();
    void tellsHowLongOnesWaitAndWhenTheyAreDue();
    void showsMarkupOfCustomersAsText();
    void readsTheSourceWithSearchAndOrder();
    void aChoiceOutlivesReadingAnew();
    void followsTheServersOrder();
    void readsFurtherPagesOnDemand();
    void looksAtTheLatestAnswerOnly();
    void saysThatAQueueIsNotOpenToOne();
    void tellsWhenParkedOnesReturn();

    void countsWhatIsDoneAndWhyOthersAreNot();
    void hearsProgressThatComesBeforeTheAnswer();
    void stopsOnDemandAndSaysWhatIsLeft();
    void doesOneOperationAtATime();
    void hearsNothingOfOtherOperations();
};

void tst_Waiting::listsQueuesAboveWorkbinsAndTheOwnOneFirst()
{
    QueuesModel model(m_link, "alice");
    const QAbstractItemModelTester tester(&model);
    model.refresh();
    QCOMPARE(model.loading(), QueuesModel::Loading::Busy);
    answersQueues();
    QCOMPARE(model.loading(), QueuesModel::Loading::Idle);
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names += model.index(row).data(QueuesModel::NameRole).toString();
    QCOMPARE(names, QStringList({QStringLiteral("Support"), QStringLiteral("Sales"),
                                 QStringLiteral("My workbin"), QStringLiteral("Night shift")}));
    QCOMPARE(model.sourceAt(2), (Source{Source::Kind::Workbin, "agent/alice"}));
    QCOMPARE(model.rowOf({Source::Kind::Queue, "sales"}), 1);
    const auto spoken = model.index(0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(spoken.contains(QLatin1String("3 waiting"))
                 && spoken.contains(QLatin1String("longest 2 min"))
                 && spoken.contains(QLatin1String("about 3 min")),
             qPrintable(spoken));
}

void tst_Waiting::keepsTheListsWhereTheServerDoesNotAnswer()
{
    QueuesModel model(m_link, "alice");
    model.refresh();
    answersQueues();
    model.refresh();
    model.refresh(); // not asked twice at once
    QCOMPARE(m_link.count<protocol::QueueList>(), 1);
    m_link.breaks();
    QCOMPARE(model.loading(), QueuesModel::Loading::Failed);
    QCOMPARE(model.rowCount(), 4);
}

void tst_Waiting::whoHasNoWorkbinsSeesTheQueues()
{
    QueuesModel model(m_link, "ada");
    model.refresh();
    m_link.answers<protocol::QueueList>(
        protocol::QueueListReply{{{"support", "Support", 0, 0, {}, {}}}});
    m_link.answers<protocol::WorkbinList>(failure(Reason::NotPermitted, "no"));
    QCOMPARE(model.loading(), QueuesModel::Loading::Idle);
    QCOMPARE(model.rowCount(), 1);
}

void tst_Waiting::tellsHowLongOnesWaitAndWhenTheyAreDue()
{
    WaitingModel model(m_link, m_directory, m_clock);
    const QAbstractItemModelTester tester(&model);
    model.setSource(Source{Source::Kind::Queue, "support"});
    auto late = waits(1, "Maria");
    late.dueAt = m_clock.now().utc + 1min;
    auto calm = waits(2, "Jonas");
    calm.dueAt = m_clock.now().utc + 3h;
    answers({late, calm, waits(3, "Noor")});
    m_clock.advance(6min);
    const auto due = [&](int row) { return model.index(row, WaitingModel::Due); };
    QCOMPARE(due(0).data().toString(), QStringLiteral("overdue by 5 min"));
    QCOMPARE(due(0).data(WaitingModel::ToneRole).toInt(), static_cast<int>(DueTone::Late));
    QCOMPARE(due(1).data().toString(), QStringLiteral("in 2 h"));
    QCOMPARE(due(1).data(WaitingModel::ToneRole).toInt(), static_cast<int>(DueTone::Calm));
    QCOMPARE(due(2).data().toString(), QString());
    QCOMPARE(model.index(0, WaitingModel::Wait).data().toString(), QStringLiteral("6:00"));
    const auto spoken = model.index(0, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(spoken.startsWith(QLatin1String("Maria, Order never arrived, Chat"))
                 && spoken.contains(QLatin1String("overdue by 5 min")),
             qPrintable(spoken));
}

void tst_Waiting::showsMarkupOfCustomersAsText()
{
    WaitingModel model(m_link, m_directory, m_clock);
    model.setSource(Source{Source::Kind::Queue, "support"});
    answers({waits(1, "<img src=file:///etc/hostname>")});
    const auto contact = model.index(0, WaitingModel::Contact);
    QCOMPARE(contact.data().toString(), QStringLiteral("<img src=file:///etc/hostname>"));
    const auto tip = contact.data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(QLatin1String("&lt;img")), qPrintable(tip));
    QVERIFY(!tip.contains(QLatin1String("<img")));
}

void tst_Waiting::readsTheSourceWithSearchAndOrder()
{
    WaitingModel model(m_link, m_directory, m_clock);
    model.setSource(Source{Source::Kind::Workbin, "group/night"});
    const auto *first = m_link.next<protocol::InteractionList>();
    QVERIFY(first->scope == protocol::Scope::Workbin);
    QCOMPARE(first->workbinId.value(), std::string("group/night"));
    QVERIFY(!first->search && !first->after);
    answers({});
    model.setOrder(protocol::ListOrder::Due);
    QVERIFY(m_link.next<protocol::InteractionList>()->order == protocol::ListOrder::Due);
    answers({});
    // While somebody types nothing is asked.
    model.setSearch(QStringLiteral("ma"));
    model.setSearch(QStringLiteral(" mar "));
    QCOMPARE(m_link.count<protocol::InteractionList>(), 0);
    QTRY_COMPARE(m_link.count<protocol::InteractionList>(), 1);
    QCOMPARE(m_link.next<protocol::InteractionList>()->search.value(), std::string("mar"));
}

void tst_Waiting::aChoiceOutlivesReadingAnew()
{
    WaitingModel model(m_link, m_directory, m_clock);
    const QAbstractItemModelTester tester(&model);
    model.setSource(Source{Source::Kind::Queue, "support"});
    answers({waits(1, "Maria"), waits(2, "Jonas"), waits(3, "Noor")});
    const QPersistentModelIndex noor(model.index(2, 0));
    const QPersistentModelIndex maria(model.index(0, 0));
    model.refresh();
    answers({waits(2, "Jonas"), waits(3, "Noor van Dijk"), waits(4, "Priya")});
    QVERIFY(!maria.isValid());
    QCOMPARE(noor.row(), 1);
    QCOMPARE(noor.data().toString(), QStringLiteral("Noor van Dijk"));
}

void tst_Waiting::followsTheServersOrder()
{
    WaitingModel model(m_link, m_directory, m_clock);
    const QAbstractItemModelTester tester(&model);
    model.setSource(Source{Source::Kind::Queue, "support"});
    answers({waits(1, "A"), waits(2, "B"), waits(3, "C"), waits(4, "D")});
    model.refresh();
    answers({waits(4, "D"), waits(5, "E"), waits(2, "B"), waits(1, "A")});
    QCOMPARE(contacts(model), QStringList({QStringLiteral("D"), QStringLiteral("E"),
                                           QStringLiteral("B"), QStringLiteral("A")}));
}

void tst_Waiting::readsFurtherPagesOnDemand()
{
    WaitingModel model(m_link, m_directory, m_clock);
    const QAbstractItemModelTester tester(&model);
    model.setSource(Source{Source::Kind::Queue, "support"});
    answers({waits(1, "A"), waits(2, "B")}, InteractionId{2});
    QVERIFY(model.hasMore() && model.canFetchMore({}));
    model.fetchMore({});
    QCOMPARE(m_link.next<protocol::InteractionList>()->after.value(), InteractionId{2});
    // B has moved to the second page meanwhile.
    answers({waits(2, "B"), waits(3, "C")});
    QCOMPARE(contacts(model),
             QStringList({QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("C")}));
    QVERIFY(!model.canFetchMore({}));
}

void tst_Waiting::looksAtTheLatestAnswerOnly()
{
    WaitingModel model(m_link, m_directory, m_clock);
    model.setSource(Source{Source::Kind::Queue, "support"});
    model.setSource(Source{Source::Kind::Queue, "sales"});
    answers({waits(1, "of support")});
    QCOMPARE(model.rowCount(), 0);
    answers({waits(2, "of sales")});
    QCOMPARE(contacts(model), QStringList{QStringLiteral("of sales")});
}

void tst_Waiting::saysThatAQueueIsNotOpenToOne()
{
    WaitingModel model(m_link, m_directory, m_clock);
    model.setSource(Source{Source::Kind::Queue, "support"});
    answers({waits(1, "Maria")});
    model.refresh();
    m_link.answers<protocol::InteractionList>(failure(Reason::NotPermitted, "no"));
    QCOMPARE(model.loading(), WaitingModel::Loading::NotPermitted);
    QCOMPARE(model.rowCount(), 0); // what one may not see does not stay on the screen
    model.refresh();
    m_link.answers<protocol::InteractionList>(failure(Reason::Busy, "later"));
    QCOMPARE(model.loading(), WaitingModel::Loading::Failed);
}

void tst_Waiting::tellsWhenParkedOnesReturn()
{
    WaitingModel model(m_link, m_directory, m_clock);
    model.setSource(Source{Source::Kind::Workbin, "agent/alice"});
    auto parked = waits(1, "Maria");
    parked.state = InteractionState::Parked;
    auto timed = waits(2, "Jonas");
    timed.state = InteractionState::Parked;
    timed.returnAt = utcFromMs(QDateTime(QDate(2031, 4, 5), QTime(9, 30)).toMSecsSinceEpoch());
    answers({parked, timed});
    QCOMPARE(model.headerData(WaitingModel::Wait, Qt::Horizontal, Qt::DisplayRole).toString(),
             QStringLiteral("Returns"));
    QCOMPARE(model.index(0, WaitingModel::Wait).data().toString(), QStringLiteral("when taken"));
    QVERIFY(model.index(1, WaitingModel::Wait).data().toString().contains(QLatin1String("30")));
}

void tst_Waiting::countsWhatIsDoneAndWhyOthersAreNot()
{
    BulkOperation bulk(m_link);
    QSignalSpy over(&bulk, &BulkOperation::over);
    protocol::InteractionBulk request;
    request.action = protocol::BulkAction::MarkDone;
    request.interactionIds = {InteractionId{1}, InteractionId{2}, InteractionId{3}};
    bulk.start(request);
    QCOMPARE(m_link.next<protocol::InteractionBulk>()->interactionIds.size(), 3u);
    m_link.answers<protocol::InteractionBulk>(protocol::BulkReply{"op-1", 3});
    bulk.hear({"op-1", 1, 0, 3, false, {}});
    QCOMPARE(bulk.text(), QStringLiteral("Marking done: 1 of 3"));
    bulk.hear({"op-1",
               1,
               2,
               3,
               true,
               {{InteractionId{2}, "gone", "not_found"}, {InteractionId{3}, "gone", "not_found"}}});
    QCOMPARE(bulk.state(), State::Over);
    QCOMPARE(over.size(), 1);
    QVERIFY2(bulk.text().startsWith(QLatin1String("1 marked done"))
                 && bulk.text().contains(QLatin1String("2 could not be changed")),
             qPrintable(bulk.text()));
    QCOMPARE(bulk.problems(), QStringList{QStringLiteral("This is no longer there. (2 times)")});
    bulk.dismiss();
    QCOMPARE(bulk.state(), State::None);
}

void tst_Waiting::hearsProgressThatComesBeforeTheAnswer()
{
    BulkOperation bulk(m_link);
    bulk.start({});
    bulk.hear({"op-1", 5, 0, 5, true, {}});
    QCOMPARE(bulk.state(), State::Asked);
    m_link.answers<protocol::InteractionBulk>(protocol::BulkReply{"op-1", 5});
    QCOMPARE(bulk.state(), State::Over);
}

void tst_Waiting::stopsOnDemandAndSaysWhatIsLeft()
{
    BulkOperation bulk(m_link);
    bulk.start({});
    m_link.answers<protocol::InteractionBulk>(protocol::BulkReply{"op-1", 40});
    bulk.cancel();
    bulk.cancel();
    QCOMPARE(m_link.count<protocol::InteractionCancelBulk>(), 1);
    QCOMPARE(m_link.next<protocol::InteractionCancelBulk>()->operationId, std::string("op-1"));
    m_link.answers<protocol::InteractionCancelBulk>(protocol::Done{});
    QCOMPARE(bulk.state(), State::Stopping); // until it is told that it is over
    bulk.hear({"op-1", 12, 0, 40, true, {}});
    QVERIFY2(bulk.text().contains(QLatin1String("28 left as they were")), qPrintable(bulk.text()));
}

void tst_Waiting::doesOneOperationAtATime()
{
    BulkOperation bulk(m_link);
    QSignalSpy refused(&bulk, &BulkOperation::refused);
    bulk.start({});
    bulk.start({});
    QCOMPARE(m_link.count<protocol::InteractionBulk>(), 1);
    m_link.answers<protocol::InteractionBulk>(failure(Reason::NotPermitted, "no"));
    QCOMPARE(refused.size(), 1);
    QCOMPARE(bulk.state(), State::None);
    bulk.start({});
    QCOMPARE(m_link.count<protocol::InteractionBulk>(), 1);
    bulk.forget();
    QCOMPARE(bulk.state(), State::None);
}

void tst_Waiting::hearsNothingOfOtherOperations()
{
    BulkOperation bulk(m_link);
    bulk.hear({"op-0", 1, 0, 1, true, {}});
    QCOMPARE(bulk.state(), State::None);
    bulk.start({});
    m_link.answers<protocol::InteractionBulk>(protocol::BulkReply{"op-1", 2});
    bulk.hear({"op-0", 2, 0, 2, true, {}});
    QCOMPARE(bulk.state(), State::Running);
}

QTEST_GUILESS_MAIN(tst_Waiting)
#include "tst_waiting.moc"
