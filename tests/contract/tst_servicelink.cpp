// SPDX-License-Identifier: GPL-3.0-or-later
// What every ServiceLink keeps, whether the core is in this process or behind a socket.
#include "host/host.h"
#include "host/locallink.h"
#include "link/remotelink.h"
#include "protocol/admin.h"
#include "protocol/agent.h"
#include "protocol/chat.h"
#include "protocol/customer.h"
#include "protocol/queue.h"

#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace tandem;
using namespace tandem::protocol;

Q_DECLARE_METATYPE(tandem::ServiceLink::State)

namespace {

// An agent at a link: remembers what it hears.
class Desk
{
public:
    explicit Desk(std::unique_ptr<ServiceLink> link) : m_link(std::move(link))
    {
        QObject::connect(m_link.get(), &ServiceLink::factArrived, m_link.get(),
                         [this](const Fact &fact) { facts.push_back(fact); });
        QObject::connect(m_link.get(), &ServiceLink::sessionEnded, m_link.get(),
                         [this](const Error &error) { ended = error; });
    }

    ServiceLink &link() { return *m_link; }

    template <Request R>
    Result<typename R::Reply> ask(R request)
    {
        std::optional<Result<typename R::Reply>> answer;
        bool isAtOnce = true;
        m_link->ask(std::move(request), [&](Result<typename R::Reply> reply) {
            answer = std::move(reply);
            wasAtOnce = isAtOnce;
        });
        isAtOnce = false;
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, 10'000))
            return failure(Reason::Internal, "no answer came");
        return std::move(*answer);
    }

    Result<Welcome> signsIn(const std::string &user, const std::string &password = "demo")
    {
        std::optional<Result<Welcome>> answer;
        m_link->signIn({user, password, {}}, [&](Result<Welcome> reply) { answer = reply; });
        (void)QTest::qWaitFor([&] { return answer.has_value(); }, 10'000);
        return answer.value_or(failure(Reason::Internal, "no answer came"));
    }

    Result<Welcome> resumes(const std::string &token)
    {
        std::optional<Result<Welcome>> answer;
        m_link->resume(token, [&](Result<Welcome> reply) { answer = reply; });
        (void)QTest::qWaitFor([&] { return answer.has_value(); }, 10'000);
        return answer.value_or(failure(Reason::Internal, "no answer came"));
    }

    template <class F>
    const F *heard()
    {
        (void)QTest::qWaitFor([&] { return find<F>() != nullptr; }, 10'000);
        return find<F>();
    }

    template <class F>
    const F *find() const
    {
        for (const auto &fact : facts) {
            if (const auto *found = std::get_if<F>(&fact))
                return found;
        }
        return nullptr;
    }

    std::vector<Fact> facts;
    std::optional<Error> ended;
    bool wasAtOnce = false;

private:
    std::unique_ptr<ServiceLink> m_link;
};

} // namespace

class tst_servicelink : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Host> m_host;

    std::unique_ptr<Desk> agent()
    {
        QFETCH_GLOBAL(bool, isLocal);
        if (isLocal)
            return std::make_unique<Desk>(std::make_unique<LocalLink>(m_host->core()));
        const auto address = parseServerAddress(QString::fromStdString(m_host->url()));
        return std::make_unique<Desk>(std::make_unique<RemoteLink>(*address));
    }

    CustomerReply customerStarts(const std::string &key)
    {
        CustomerStart start;
        start.service = "support";
        start.nickname = "Maria";
        start.secureKey = key;
        std::promise<CustomerReply> reply;
        m_host->core().ask<CustomerStart>(
            Caller::customer(), start,
            [&](Result<CustomerReply> answer) { reply.set_value(answer.value()); });
        return reply.get_future().get();
    }

private slots:
    void initTestCase_data()
    {
        QTest::addColumn<bool>("isLocal");
        QTest::newRow("local") << true;
        QTest::newRow("remote") << false;
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        HostSettings settings;
        settings.dataFolder = m_folder->path().toStdString();
        settings.demo = true;
        settings.gateway.port = 0;
        auto host = Host::start(settings);
        QVERIFY2(host, host ? "" : host.error().message.c_str());
        m_host = std::move(*host);
    }
    void cleanup() { m_host.reset(); }

    void aWrongPasswordIsRefusedAndTheRightOneWelcomed()
    {
        auto alice = agent();
        QCOMPARE(alice->signsIn("alice", "wrong").error().reason, Reason::BadCredentials);
        QCOMPARE(alice->link().state(), ServiceLink::State::SignedOut);
        const auto welcome = alice->signsIn("alice");
        QVERIFY(welcome);
        QCOMPARE(welcome->agent.userName, std::string("alice"));
        QVERIFY(!welcome->sessionToken.empty());
        QVERIFY(!welcome->dispositions.empty() && !welcome->notReadyReasons.empty());
        QCOMPARE(alice->link().state(), ServiceLink::State::Connected);
    }

    void factsOfARequestComeBeforeItsReply()
    {
        auto alice = agent();
        QVERIFY(alice->signsIn("alice"));
        QVERIFY(alice->ask(AgentSetState{AgentState::Ready, {}, {}}));
        QVERIFY(!alice->wasAtOnce);
        const auto *changed = alice->find<AgentStateChanged>();
        QVERIFY(changed);
        QCOMPARE(changed->agent.state, AgentState::Ready);
    }

    void aConversationIsTheSameOnEveryLink()
    {
        auto alice = agent();
        QVERIFY(alice->signsIn("alice"));
        QVERIFY(alice->ask(AgentSetState{AgentState::Ready, {}, {}}));
        const auto chat = customerStarts("k").chatId;
        const auto *offered = alice->heard<InteractionOffered>();
        QVERIFY(offered);
        QCOMPARE(offered->interaction.id, chat);
        const auto own = alice->ask(InteractionAccept{chat});
        QVERIFY(own);
        QCOMPARE(own->events.size(), std::size_t(2));
        alice->facts.clear();
        const auto sent = alice->ask(ChatSend{chat, "Grüße \U0001f4e6", {}, "key"});
        QCOMPARE(sent.value().index, 3);
        QCOMPARE(alice->ask(ChatSend{chat, "Grüße \U0001f4e6", {}, "key"}).value().index, 3);
        QCOMPARE(alice->find<ChatEventHappened>()->event.text.value(),
                 std::string("Grüße \U0001f4e6"));
        QCOMPARE(std::ranges::count_if(alice->facts,
                                       [](const Fact &fact) {
                                           return std::holds_alternative<ChatEventHappened>(fact);
                                       }),
                 1);
        QVERIFY(alice->ask(InteractionMarkDone{chat}));
        QCOMPARE(alice->find<InteractionRemoved>()->reason, std::string("done"));
        const auto events = alice->ask(ChatTranscript{chat, {}});
        QCOMPARE(events.value().events.size(), std::size_t(4));
    }

    void aNewUserSignsInWithThePasswordThatWasGiven()
    {
        auto ada = agent();
        QVERIFY(ada->signsIn("ada"));
        QCOMPARE(ada->ask(AdminAddUser{"dora", "Dora", "short", {}, {}, {}}).error().field,
                 std::string("password"));
        QVERIFY(ada->ask(AdminAddUser{"dora", "Dora", "long enough", {}, {}, {}}));
        auto dora = agent();
        QCOMPARE(dora->signsIn("dora", "long").error().reason, Reason::BadCredentials);
        QVERIFY(dora->signsIn("dora", "long enough"));
    }

    void errorsAreTheSameOnEveryLink()
    {
        auto alice = agent();
        QVERIFY(alice->signsIn("alice"));
        QCOMPARE(alice->ask(InteractionAccept{InteractionId{5}}).error().reason, Reason::NotFound);
        QCOMPARE(alice->ask(AdminSetPassword{"bob", "long enough"}).error().reason,
                 Reason::NotPermitted);
        QCOMPARE(alice->ask(AgentSetState{AgentState::NotReady, {}, "nowhere"}).error().field,
                 std::string("reason"));
    }

    void aSessionGoesOnAtAnotherLinkWithItsToken()
    {
        auto first = agent();
        const auto welcome = first->signsIn("alice");
        QVERIFY(first->ask(AgentSetState{AgentState::Ready, {}, {}}));
        const auto chat = customerStarts("k").chatId;
        QVERIFY(first->heard<InteractionOffered>());
        QVERIFY(first->ask(InteractionAccept{chat}));
        first.reset();
        auto second = agent();
        const auto resumed = second->resumes(welcome->sessionToken);
        QVERIFY(resumed);
        QCOMPARE(resumed->snapshot.agent.state, AgentState::Ready);
        QCOMPARE(resumed->snapshot.interactions.size(), std::size_t(1));
        QCOMPARE(resumed->snapshot.interactions.front().interaction.id, chat);
        QCOMPARE(agent()->resumes("no such token").error().reason, Reason::SessionExpired);
    }

    void whoSignsInElsewhereEndsTheFirstSession()
    {
        auto first = agent();
        QVERIFY(first->signsIn("alice"));
        auto second = agent();
        QVERIFY(second->signsIn("alice"));
        QVERIFY(QTest::qWaitFor([&] { return first->ended.has_value(); }, 10'000));
        QVERIFY(first->find<SessionReplaced>());
        QCOMPARE(first->link().state(), ServiceLink::State::SignedOut);
        QVERIFY(second->ask(QueueList{}));
    }

    void afterSigningOutNothingIsAnswered()
    {
        auto alice = agent();
        const auto welcome = alice->signsIn("alice");
        alice->link().signOut();
        QCOMPARE(alice->link().state(), ServiceLink::State::SignedOut);
        QCOMPARE(alice->ask(QueueList{}).error().reason, Reason::NotConnected);
        QVERIFY(!alice->wasAtOnce);
        QTRY_COMPARE(agent()->resumes(welcome->sessionToken).error().reason,
                     Reason::SessionExpired);
    }
};

QTEST_GUILESS_MAIN(tst_servicelink)
#include "tst_servicelink.moc"
