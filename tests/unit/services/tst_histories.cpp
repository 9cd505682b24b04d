// SPDX-License-Identifier: GPL-3.0-or-later
// Random histories on the real services: nothing is lost or in two places, nobody has too much,
// nothing waits beside somebody who is free, and the store holds what memory holds.
//     TANDEM_HISTORIES=10000 tests/tst_histories     as many
//     TANDEM_SEED=17 tests/tst_histories             the one of that seed, step by step
#include "history.h"

#include <QTest>

using namespace tandem;
using namespace tandem::protocol;

namespace {

constexpr int steps = 60;

std::string run(unsigned seed, bool isTold)
{
    History history(seed);
    for (int i = 0; i < steps; ++i) {
        const auto what = history.step();
        if (isTold)
            qInfo("%d: %s", i, what.c_str());
        if (const auto fault = history.fault(); !fault.empty()) {
            return "seed " + std::to_string(seed) + ", step " + std::to_string(i) + " (" + what
                   + "): " + fault;
        }
    }
    return {};
}

} // namespace

class tst_histories : public QObject
{
    Q_OBJECT

private slots:
    void theInvariantsHoldAfterEveryStep()
    {
        if (qEnvironmentVariableIsSet("TANDEM_SEED")) {
            const auto seed = qEnvironmentVariableIntValue("TANDEM_SEED");
            const auto fault = run(static_cast<unsigned>(seed), true);
            QVERIFY2(fault.empty(), fault.c_str());
            return;
        }
        const int wanted = qEnvironmentVariableIntValue("TANDEM_HISTORIES");
        for (int seed = 1; seed <= (wanted > 0 ? wanted : 500); ++seed) {
            const auto fault = run(static_cast<unsigned>(seed), false);
            QVERIFY2(fault.empty(), fault.c_str());
        }
    }

    void ageingBoundsTheWaitOfLowPriority()
    {
        Company company;
        SiteDocument one;
        one.capacityRules = {{"one", "One chat", {{"chat", 1, 1}}, {}, {}}};
        auto bob = company.agent("bob");
        bob.capacityRule = "one";
        one.agents = {bob};
        QVERIFY(company.changesSite(one));
        company.signsIn("sam", false);
        company.signsIn("bob");
        auto inHand = company.starts("first");
        QVERIFY(company.ask<InteractionAccept>("bob", {inHand}));
        const auto low = company.starts("low");
        (void)company.askAsCustomer(CustomerPresence{{{}, "low"}, true});
        // A stream of urgent ones that never ends: ten steps of priority are ten minutes.
        int served = 0;
        for (; served < 60 && inHand != low; ++served) {
            const auto name = "high" + std::to_string(served);
            const auto high = company.starts(name);
            QVERIFY(company.ask<InteractionSetPriority>("sam", {high, 10, {}}));
            (void)company.askAsCustomer(CustomerPresence{{{}, name}, true});
            company.passes(Ms(20'000));
            QVERIFY(company.ask<InteractionMarkDone>("bob", {inHand}));
            inHand = company.services->interactions.idsOf(company.id("bob")).front();
            QVERIFY(company.ask<InteractionAccept>("bob", {inHand}));
        }
        QVERIFY2(served > 20, "the urgent ones came first");
        QVERIFY2(served < 40, "and the other one came, too");
    }
};

QTEST_GUILESS_MAIN(tst_histories)
#include "tst_histories.moc"
