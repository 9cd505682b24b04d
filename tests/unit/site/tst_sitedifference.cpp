// SPDX-License-Identifier: GPL-3.0-or-later
#include "site/sitedifference.h"

#include <QTest>

#include <random>

using namespace tandem;
using namespace tandem::protocol;

namespace {

SiteDocument skills(const std::string &letters)
{
    SiteDocument document;
    document.rules.emplace();
    for (const char letter : letters)
        document.skills.push_back({std::string(1, letter), "Skill"});
    return document;
}

SiteDocument randomDocument(std::mt19937 &random)
{
    auto document = skills({});
    for (char letter = 'a'; letter < 'k'; ++letter) {
        if (random() % 3)
            document.skills.push_back(
                {std::string(1, letter), "Name " + std::to_string(random() % 3)});
    }
    std::ranges::shuffle(document.skills, random);
    document.dispositions = {{"x", "X" + std::to_string(random() % 2)}};
    document.rules->missedOffers = static_cast<int>(random() % 3);
    return document;
}

} // namespace

class tst_sitedifference : public QObject
{
    Q_OBJECT

private slots:
    void whatIsAlikeHasNoDifference()
    {
        QVERIFY(differences(skills("abc"), skills("abc")).empty());
    }

    void onlyWhatMovedIsTold()
    {
        const auto changes = differences(skills("abcdef"), skills("bcdefa"));
        QCOMPARE(changes.size(), std::size_t(1));
        QCOMPARE(changes[0].id, std::string("a"));
        QCOMPARE(changes[0].positionBefore, std::optional(0));
        QCOMPARE(changes[0].positionAfter, std::optional(5));
        QCOMPARE(changes[0].before, changes[0].after);
    }

    void whatIsPutKeepsItsPlaceAndWhatIsNewComesLast()
    {
        SiteDocument put;
        put.skills = {{"b", "Other"}, {"n", "New"}};
        const auto after = changed(skills("abc"), put, {{SiteKind::Skill, "a"}}).value();
        QVERIFY(after.skills
                == (std::vector<SkillDefinition>{{"b", "Other"}, {"c", "Skill"}, {"n", "New"}}));
        QVERIFY(after.rules == Rules{});
        const auto missing = changed(skills("abc"), {}, {{SiteKind::Skill, "z"}});
        QCOMPARE(missing.error().reason, Reason::NotFound);
        QCOMPARE(missing.error().field, std::string("skills.z"));
        QVERIFY(!changed(skills("abc"), {}, {{SiteKind::Rules, "rules"}}));
    }

    void aDifferenceTakenBackGivesTheDocumentBefore()
    {
        std::mt19937 random(7);
        for (int i = 0; i < 2000; ++i) {
            const auto before = randomDocument(random);
            const auto after = randomDocument(random);
            const auto changes = differences(before, after);
            QCOMPARE(changes.empty(), before == after);
            const auto back = takenBack(after, changes);
            QVERIFY2(back, back ? "" : back.error().message.c_str());
            QCOMPARE(json::toText(*back), json::toText(before));
        }
    }

    void whatWasChangedSinceIsNotTakenBack()
    {
        const auto before = skills("ab");
        auto after = before;
        after.skills[0].name = "Other";
        const auto changes = differences(before, after);
        auto since = after;
        since.skills[0].name = "Third";
        const auto refused = takenBack(since, changes);
        QCOMPARE(refused.error().reason, Reason::Conflict);
        QCOMPARE(refused.error().field, std::string("skills.a"));
        since.skills.erase(since.skills.begin());
        QCOMPARE(takenBack(since, changes).error().field, std::string("skills.a"));
        // What else was changed since stays.
        auto other = after;
        other.skills[1].name = "B";
        other.skills.push_back({"c", "C"});
        auto expected = other;
        expected.skills[0].name = "Skill";
        QVERIFY(takenBack(other, changes).value() == expected);
    }
};

QTEST_GUILESS_MAIN(tst_sitedifference)
#include "tst_sitedifference.moc"
