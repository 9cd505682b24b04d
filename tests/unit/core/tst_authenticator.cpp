// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/authenticator.h"
#include "core/passwords.h"

#include <QTest>

#include <future>

using namespace tandem;

namespace {

class SetClock final : public Clock
{
public:
    Now now() const override { return {utcFromMs(0), time}; }
    SteadyTime time{};
};

} // namespace

class tst_authenticator : public QObject
{
    Q_OBJECT

private:
    SetClock m_clock;
    SystemRandom m_random;

    static Result<bool> tries(Authenticator &authenticator, const std::string &hash,
                              const std::string &password, const std::string &user = "alice")
    {
        auto promise = std::make_shared<std::promise<Result<bool>>>();
        auto answer = promise->get_future();
        if (!authenticator.verify(user, "address", hash, password,
                                  [promise](Result<bool> matches) { promise->set_value(matches); }))
            return failure(Reason::Busy, "too much waits");
        return answer.get();
    }

private slots:
    void onlyTheRightPasswordMatchesAndNobodyHasAnEmptyHash()
    {
        const auto hash = hashPassword("demo", m_random);
        QVERIFY(hash.starts_with("$argon2id$"));
        QVERIFY(isPassword(hash, "demo"));
        QVERIFY(!isPassword(hash, "Demo"));
        QVERIFY(!isPassword("", ""));
        QVERIFY(hash != hashPassword("demo", m_random));
    }

    void afterTenWrongTriesThatUserWaitsTenMinutes()
    {
        Authenticator authenticator(m_clock, m_random);
        const auto hash = hashPassword("right", m_random);
        for (int i = 0; i < 10; ++i)
            QCOMPARE(tries(authenticator, hash, "wrong").value(), false);
        // Also those that were let in before the tenth was found wrong.
        QCOMPARE(tries(authenticator, hash, "right").error().reason, Reason::RateLimited);
        QVERIFY(!authenticator.mayTry("alice", "address"));
        QVERIFY(authenticator.mayTry("bob", "address"));
        QVERIFY(authenticator.mayTry("alice", "elsewhere"));
        m_clock.time += std::chrono::minutes(10);
        QVERIFY(authenticator.mayTry("alice", "address"));
        QCOMPARE(tries(authenticator, hash, "right").value(), true);
    }

    void anAddressThatTriesManyUsersWaits()
    {
        Authenticator authenticator(m_clock, m_random);
        for (int i = 0; i < 50; ++i)
            QCOMPARE(tries(authenticator, "", "wrong", std::to_string(i)).value(), false);
        QVERIFY(!authenticator.mayTry("somebody", "address"));
    }
};

QTEST_APPLESS_MAIN(tst_authenticator)
#include "tst_authenticator.moc"
