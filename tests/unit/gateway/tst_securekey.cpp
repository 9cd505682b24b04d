// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/securekey.h"

#include <QTest>

#include <set>

using namespace tandem;
using namespace tandem::gateway;

class TestSecureKey : public QObject
{
    Q_OBJECT

private slots:
    void repeatsForTheSameStart();
    void differsInEveryPart();
    void shortKeysCountWithTheAddress();
    void differsBySite();
    void randomKeysAreNeverAlike();
    void scopeTellsNothingOfTheKey();

private:
    SystemRandom m_random;
    SecureKeys m_keys{"a site's secret of good length", m_random};
    static constexpr StartIdentity start{"support", "0123456789abcdef", "Ann", "Shoes",
                                         "192.0.2.1"};
};

void TestSecureKey::repeatsForTheSameStart()
{
    QCOMPARE(m_keys.derived(start), m_keys.derived(start));
    QVERIFY(m_keys.derived(start).size() >= 32);
    auto elsewhere = start;
    elsewhere.address = "192.0.2.2";
    QCOMPARE(m_keys.derived(start), m_keys.derived(elsewhere));
}

void TestSecureKey::differsInEveryPart()
{
    std::set<std::string> keys{m_keys.derived(start)};
    auto other = start;
    other.service = "sales";
    keys.insert(m_keys.derived(other));
    other = start;
    other.clientMessageId = "0123456789abcdeg";
    keys.insert(m_keys.derived(other));
    other = start;
    other.nickname = "Bob";
    keys.insert(m_keys.derived(other));
    other = start;
    other.subject = "";
    keys.insert(m_keys.derived(other));
    // The border between two parts counts too.
    other = start;
    other.nickname = "AnnS";
    other.subject = "hoes";
    keys.insert(m_keys.derived(other));
    QCOMPARE(keys.size(), 6u);
}

void TestSecureKey::shortKeysCountWithTheAddress()
{
    auto one = start;
    one.clientMessageId = "1";
    auto two = one;
    two.address = "192.0.2.2";
    QVERIFY(m_keys.derived(one) != m_keys.derived(two));
    QVERIFY(m_keys.scope(one) != m_keys.scope(two));
}

void TestSecureKey::differsBySite()
{
    SecureKeys other("another site's secret", m_random);
    QVERIFY(m_keys.derived(start) != other.derived(start));
    SecureKeys unset({}, m_random);
    SecureKeys unsetToo({}, m_random);
    QVERIFY(unset.derived(start) != unsetToo.derived(start));
}

void TestSecureKey::randomKeysAreNeverAlike()
{
    std::set<std::string> keys;
    for (int i = 0; i < 1000; ++i)
        keys.insert(m_keys.random());
    QCOMPARE(keys.size(), 1000u);
}

void TestSecureKey::scopeTellsNothingOfTheKey()
{
    QVERIFY(m_keys.scope(start) != m_keys.derived(start));
}

QTEST_GUILESS_MAIN(TestSecureKey)
#include "tst_securekey.moc"
