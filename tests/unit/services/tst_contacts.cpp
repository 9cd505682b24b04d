// SPDX-License-Identifier: GPL-3.0-or-later
// What a contact may ask for, and how long what is done is kept.
#include "company.h"

#include "protocol/privacy.h"

#include <QTest>

#include <deque>

using namespace tandem;
using namespace tandem::protocol;

namespace {

constexpr Statement countDone{"SELECT count(*) FROM interaction WHERE state = 'done'"};
constexpr Statement countMoved{"SELECT count(*) FROM event WHERE name = 'interaction.moved'"};
constexpr Statement countErasures{"SELECT count(*) FROM erasure"};

std::int64_t count(Company &company, const Statement &statement)
{
    std::int64_t number = -1;
    (void)company.database().query(statement, {}, [&](const Row &row) { number = row.number(0); });
    return number;
}

// Tables that hold the text.
std::vector<std::string> tablesWith(Company &company, const std::string &text)
{
    std::vector<std::string> found;
    static std::deque<std::string> texts;
    const auto shapes = company.database().tables().value();
    for (const auto &shape : shapes) {
        texts.push_back("SELECT * FROM " + shape.name);
        const auto *statement = new Statement{texts.back()};
        bool has = false;
        (void)company.database().query(*statement, {}, [&](const Row &row) {
            for (int i = 0; i < static_cast<int>(shape.columns.size()); ++i)
                has |= row.text(i).find(text) != std::string::npos;
        });
        if (has)
            found.push_back(shape.name);
        delete statement;
    }
    return found;
}

InteractionId begins(Company &company, const std::string &key, const std::string &address)
{
    CustomerStart start;
    start.service = "support";
    start.nickname = "Wilhelmina";
    start.secureKey = key;
    start.subject = "My Rhododendron";
    start.emailAddress = address;
    const auto chat = company.askAsCustomer(start).value().chatId;
    (void)company.ask<InteractionAccept>("alice", {chat});
    (void)company.says(key, "I live in Rumpelgasse");
    (void)company.ask<ChatSend>("alice", {chat, "Yes, Mrs Wilhelmina", {}, {}});
    (void)company.ask<InteractionSetDisposition>("alice", {chat, "solved", "likes Rumpelgasse"});
    (void)company.askAsCustomer(CustomerSurvey{{chat, key}, 4, "Rumpelgasse says thanks"});
    (void)company.askAsCustomer(CustomerMailTranscript{{chat, key}, address});
    return chat;
}

void ends(Company &company, InteractionId chat)
{
    (void)company.ask<ChatEnd>("alice", {chat});
    (void)company.ask<InteractionMarkDone>("alice", {chat});
}

const std::vector<std::string> personal{"Wilhelmina", "Rhododendron", "Rumpelgasse",
                                        "w@example.com"};

PrivacyErase erasing(const std::string &address)
{
    PrivacyErase request;
    request.emailAddress = address;
    request.reason = "asked by letter";
    return request;
}

} // namespace

class tst_contacts : public QObject
{
    Q_OBJECT

private slots:
    void anExportHoldsAllThatIsKept()
    {
        Company company;
        company.signsIn("alice");
        const auto chat = begins(company, "m", "W@example.com");
        ends(company, chat);
        company.signsIn("ada", false);
        PrivacyExport request;
        request.emailAddress = "w@EXAMPLE.com";
        QVERIFY(!company.ask("ada", request));
        request.reason = "asked by letter";
        const auto found = company.ask<PrivacyFind>("ada", {"w@EXAMPLE.com", {}, {}}).value();
        QCOMPARE(found, (PrivacyFindReply{1, 0, 0}));
        const auto all = company.ask("ada", request).value();
        QCOMPARE(all.interactions.size(), std::size_t(1));
        const auto text = json::toText(all);
        for (const auto &one : {"Wilhelmina", "Rhododendron", "Rumpelgasse", "W@example.com",
                                "last_agent", "transcript_seal"})
            QVERIFY2(text.find(one) != std::string::npos, one);
        request.emailAddress = "other@example.com";
        QVERIFY(company.ask("ada", request).value().interactions.empty());
    }

    void nothingOfAnErasedContactIsKept()
    {
        Company company;
        company.signsIn("alice");
        const auto chat = begins(company, "m", "w@example.com");
        QCOMPARE(tablesWith(company, "Rumpelgasse").size(), std::size_t(3));
        company.signsIn("ada", false);
        QCOMPARE(company.ask("ada", erasing("w@example.com")).error().reason, Reason::WrongState);
        const auto found = company.ask<PrivacyFind>("ada", {"w@example.com", {}, {}}).value();
        QCOMPARE(found, (PrivacyFindReply{1, 1, 0}));
        QVERIFY(!company.ask<PrivacyFind>("ada", {}));
        ends(company, chat);
        const auto moved = count(company, countMoved);
        const auto erased = company.ask("ada", erasing("W@Example.com")).value();
        QCOMPARE(erased.interactionIds, std::vector<InteractionId>{chat});
        for (const auto &text : personal) {
            for (const auto &table : tablesWith(company, text))
                QFAIL((text + " in " + table).c_str());
        }
        QCOMPARE(count(company, countDone), 1);
        QCOMPARE(count(company, countMoved), moved);
        QCOMPARE(count(company, countErasures), 0);
        QVERIFY(company.textsOf(chat).empty());
        const auto verified = company.ask<TranscriptVerify>("ada", {chat}).value();
        QCOMPARE(verified.state, SealState::Erased);
        QCOMPARE(verified.findings, std::vector<TranscriptFinding>{});
        const auto view = company.ask<InteractionFetch>("ada", {chat}).value();
        QCOMPARE(view.contact.name, std::string("(erased)"));
        QCOMPARE(view.disposition, std::optional<std::string>("solved"));
        QVERIFY(company.ask("ada", erasing("w@example.com")).value().interactionIds.empty());
        const auto audit = company.ask<AdminAudit>("ada", {}).value();
        QCOMPARE(audit.entries.front().action, std::string("privacy.erase"));
        company.restarts();
        QCOMPARE(count(company, countDone), 1);
    }

    void anErasureThatWasCutOffGoesOnAfterTheRestart()
    {
        Company company;
        company.signsIn("alice");
        for (const auto *key : {"m", "n"})
            ends(company, begins(company, key, "w@example.com"));
        company.signsIn("ada", false);
        company.looksAtOnce = false;
        company.asksOnly("ada", erasing("w@example.com"));
        company.looks(1); // who it is; now it is written down
        QCOMPARE(count(company, countErasures), 2);
        company.looks(1); // the first of two
        QVERIFY(!tablesWith(company, "Rumpelgasse").empty());
        company.looksAtOnce = true;
        company.restarts();
        QVERIFY(tablesWith(company, "Rumpelgasse").empty());
        QVERIFY(tablesWith(company, "Wilhelmina").empty());
        QCOMPARE(count(company, countErasures), 0);
    }

    void whatWasKeptLongEnoughIsRemoved()
    {
        Company company;
        company.signsIn("alice");
        for (const auto *key : {"m", "n"})
            ends(company, begins(company, key, "w@example.com"));
        SiteDocument put;
        put.rules = company.services->site.rules();
        put.rules->interactionsKeptDays = 30;
        QVERIFY(company.changesSite(put));
        const auto moved = count(company, countMoved);
        const auto daysPass = [&](int days) {
            company.clockJumps(Ms(std::chrono::hours(24 * days)));
            company.passes(Ms(std::chrono::minutes(21)));
        };
        daysPass(29);
        QCOMPARE(count(company, countDone), 2);
        company.signsIn("alice");
        ends(company, begins(company, "o", "w@example.com"));
        daysPass(2);
        QCOMPARE(count(company, countDone), 1);
        company.restarts();
        daysPass(31);
        QCOMPARE(count(company, countDone), 0);
        for (const auto &text : personal) {
            for (const auto &table : tablesWith(company, text))
                QFAIL((text + " in " + table).c_str());
        }
        QVERIFY(count(company, countMoved) >= moved);
        company.signsIn("ada", false);
        const auto audit = company.ask<AdminAudit>("ada", {}).value();
        QCOMPARE(audit.entries.front().detail->substr(0, 14), std::string("1 interactions"));
        QCOMPARE(audit.entries[1].detail->substr(0, 14), std::string("2 interactions"));
    }
};

QTEST_GUILESS_MAIN(tst_contacts)
#include "tst_contacts.moc"
