// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/sitedifference.h"
#include "models/siteexchange.h"
#include "models/sitehistory.h"
#include "models/sitejson.h"
#include "models/siteobjects.h"
#include "models/siteschema.h"
#include "sitescript.h"

#include <set>

using namespace tandem;
using protocol::SiteKind;

namespace {

// Every member of a struct, optional ones and those of entries, too: "steps[].targets[].group".
template <class T>
void membersOf(const QString &path, std::set<QString> &into)
{
    if constexpr (json::isOptional<T>) {
        membersOf<typename T::value_type>(path, into);
    } else if constexpr (json::isVector<T>) {
        membersOf<typename T::value_type>(path + QStringLiteral("[]"), into);
    } else if constexpr (json::Described<T>) {
        boost::mp11::mp_for_each<json::Members<T>>([&](auto member) {
            using Field = std::remove_cvref_t<decltype(std::declval<T>().*member.pointer)>;
            const auto name = QString::fromLatin1(member.name);
            membersOf<Field>(path.isEmpty() ? name : path + QLatin1Char('.') + name, into);
        });
    } else {
        into.insert(path);
    }
}

void fieldsOf(const std::vector<FieldDescription> &fields, const QString &path,
              std::set<QString> &into)
{
    for (const auto &field : fields) {
        const auto here = path.isEmpty() ? field.key : path + QLatin1Char('.') + field.key;
        if (field.kind == FieldKind::Struct)
            fieldsOf(field.fields, here, into);
        else if (field.kind == FieldKind::List)
            fieldsOf(field.fields, here + QStringLiteral("[]"), into);
        else if (field.kind == FieldKind::Choices || field.kind == FieldKind::References)
            into.insert(here + QStringLiteral("[]"));
        else
            into.insert(here);
    }
}

template <class T>
std::pair<std::set<QString>, std::set<QString>> both(SiteKind kind)
{
    std::set<QString> members;
    std::set<QString> fields;
    membersOf<T>({}, members);
    fieldsOf(siteschema::fieldsOf(kind), {}, fields);
    return {members, fields};
}

protocol::SiteChange change(SiteKind kind, const char *id, const auto &before, const auto &after)
{
    return {kind, id, json::toText(before), json::toText(after)};
}

} // namespace

class tst_SiteView : public QObject
{
    Q_OBJECT

private slots:
    void formsHaveAFieldForEveryMember();
    void newObjectsAreWhatTheProtocolReads();
    void choicesHaveAllNamesOfTheProtocol();
    void differencesAreReadAsValuesOfFields();
    void differencesOfListsNameWhatCameAndWent();
    void summariesNameWhatWasChanged();
    void writesAFileThatReadsBackExactly();
    void saysWhatIsWrongWithAFile();
    void showsWhatAnImportWouldChange();
    void listsChangesNewestFirstPageByPage();
    void undoesAfterALookAtWhatItChanges();
    void listSaysWhatStandsForEachObject();
};

void tst_SiteView::formsHaveAFieldForEveryMember()
{
    const auto check = [](const auto &sets) { QCOMPARE(sets.second, sets.first); };
    check(both<protocol::SkillDefinition>(SiteKind::Skill));
    check(both<protocol::GroupDefinition>(SiteKind::Group));
    check(both<protocol::MediaTypeDefinition>(SiteKind::MediaType));
    check(both<protocol::PlaceDefinition>(SiteKind::Place));
    check(both<protocol::CapacityRule>(SiteKind::CapacityRule));
    check(both<protocol::Calendar>(SiteKind::Calendar));
    check(both<protocol::TargetList>(SiteKind::TargetList));
    check(both<protocol::QueueDefinition>(SiteKind::Queue));
    check(both<protocol::AgentDefinition>(SiteKind::Agent));
    check(both<protocol::Choice>(SiteKind::Disposition));
    check(both<protocol::Choice>(SiteKind::NotReadyReason));
    check(both<protocol::StatisticDefinition>(SiteKind::Statistic));
    check(both<protocol::Rules>(SiteKind::Rules));
    QCOMPARE(siteschema::kinds().size(), namesOf(SiteKind{}).size());
}

void tst_SiteView::newObjectsAreWhatTheProtocolReads()
{
    for (const auto kind : siteschema::kinds()) {
        const auto made = siteschema::newObject(siteschema::fieldsOf(kind));
        const QJsonObject site{{siteschema::listName(kind), kind == SiteKind::Rules
                                                                ? QJsonValue(made)
                                                                : QJsonValue(QJsonArray{made})}};
        const auto read = sitejson::toDocument(site);
        QVERIFY2(read, read ? "" : read.error().message.c_str());
        const auto written = sitejson::fromDocument(*read).value(siteschema::listName(kind));
        QCOMPARE(kind == SiteKind::Rules ? written.toObject() : written.toArray()[0].toObject(),
                 made);
    }
}

void tst_SiteView::choicesHaveAllNamesOfTheProtocol()
{
    const auto codes = [](SiteKind kind, const char *key) {
        std::vector<std::string> codes;
        for (const auto &field : siteschema::fieldsOf(kind)) {
            for (const auto &option : field.options) {
                if (field.key == QLatin1String(key))
                    codes.push_back(option.code.toStdString());
            }
        }
        return codes;
    };
    const auto names = [](auto value) {
        const auto all = namesOf(value);
        return std::vector<std::string>(all.begin(), all.end());
    };
    QCOMPARE(codes(SiteKind::Queue, "selection"), names(protocol::Selection{}));
    QCOMPARE(codes(SiteKind::Queue, "order"), names(protocol::QueueOrder{}));
    QCOMPARE(codes(SiteKind::Agent, "roles"), names(Role{}));
    QCOMPARE(codes(SiteKind::Statistic, "object"), names(protocol::StatisticObject{}));
    QCOMPARE(codes(SiteKind::Statistic, "measure"), names(protocol::Measure{}));
    QCOMPARE(codes(SiteKind::Statistic, "window"), names(protocol::Window{}));
    QCOMPARE(codes(SiteKind::Statistic, "state"), names(AgentState{}));
}

void tst_SiteView::differencesAreReadAsValuesOfFields()
{
    auto before = smallSite().queues[0];
    auto after = before;
    after.thresholdMs = 90'000;
    after.selection = protocol::Selection::BestSkill;
    after.steps[0].targets[0].expression = "german >= 4";
    after.limit = 50;
    after.closed.action = protocol::TreatmentAction::Close;
    const auto lines = sitedifference::lines(change(SiteKind::Queue, "support", before, after));
    const auto has = [&](const char *where, const char *old, const char *now) {
        return std::ranges::find(lines, sitedifference::Line{QString::fromUtf8(where),
                                                             QString::fromUtf8(old),
                                                             QString::fromUtf8(now)})
               != lines.end();
    };
    QVERIFY(has("Answer within", "20 s", "1 min 30 s"));
    QVERIFY(has("Of those, first", "who is idle longest", "whose skills are best"));
    QVERIFY(has("Steps › Step 1 › Targets › Target 1 › Skills", "german >= 3 & !german.formal",
                "german >= 4"));
    QVERIFY(has("Waiting at most", "", "50"));
    QVERIFY(has("While closed › Then", "they wait", "they are told and it ends"));
    QCOMPARE(lines.size(), std::size_t(5));
}

void tst_SiteView::differencesOfListsNameWhatCameAndWent()
{
    auto before = smallSite().queues[0];
    auto after = before;
    after.steps[0].targets.erase(after.steps[0].targets.begin());
    const auto lines = sitedifference::lines(change(SiteKind::Queue, "support", before, after));
    QCOMPARE(lines.size(), std::size_t(1));
    QCOMPARE(lines[0].before, QStringLiteral("Skills german >= 3 & !german.formal"));
    QVERIFY(lines[0].after.isEmpty());
}

void tst_SiteView::summariesNameWhatWasChanged()
{
    const auto site = smallSite();
    const auto changed = change(SiteKind::Queue, "support", site.queues[0], site.queues[1]);
    const protocol::SiteChange removed{SiteKind::Agent, "bob", json::toText(site.agents[1]), {}};
    const protocol::SiteChange added{SiteKind::Skill, "german", {}, json::toText(site.skills[0])};
    QCOMPARE(sitedifference::headline(changed), QStringLiteral("Queue Sales changed"));
    QCOMPARE(sitedifference::headline(removed), QStringLiteral("Agent Bob removed"));
    QCOMPARE(sitedifference::headline(added), QStringLiteral("Skill German added"));
    QVERIFY(sitedifference::summary({added, removed}).startsWith(sitedifference::headline(added)));
}

void tst_SiteView::writesAFileThatReadsBackExactly()
{
    ScriptedLink link;
    SiteExchange file(link);
    Result<QByteArray> text;
    file.write([&](Result<QByteArray> written) { text = std::move(written); });
    link.answers<protocol::AdminSite>(protocol::SiteReply{smallSite(), 7});
    QVERIFY(text);
    const auto read = SiteExchange::read(*text);
    QVERIFY(read);
    auto expected = smallSite();
    expected.format = 1;
    QCOMPARE(*read, expected);
}

void tst_SiteView::saysWhatIsWrongWithAFile()
{
    const auto broken = SiteExchange::read("{\"skills\": [");
    QVERIFY(!broken);
    QCOMPARE(broken.error().reason, Reason::InvalidParams);
    QVERIFY(!SiteExchange::read("{\"format\": 2}"));
    const auto wrong = SiteExchange::read("{\"skills\": [{\"id\": 5}]}");
    QVERIFY(!wrong);
    QVERIFY(QString::fromStdString(wrong.error().field + wrong.error().message)
                .contains(QStringLiteral("skills")));
}

void tst_SiteView::showsWhatAnImportWouldChange()
{
    ScriptedLink link;
    SiteExchange file(link);
    std::optional<Result<SiteExchange::Changes>> shown;
    file.preview(smallSite(), [&](auto changes) { shown = std::move(changes); });
    QVERIFY(link.next<protocol::AdminImport>()->dryRun.value_or(false));
    link.answers<protocol::AdminImport>(
        protocol::ApplyReply{7, 0, {{SiteKind::Skill, "x", {}, "{}"}}});
    QCOMPARE((*shown)->size(), std::size_t(1));
    file.import(smallSite());
    QVERIFY(!link.next<protocol::AdminImport>()->dryRun);
}

void tst_SiteView::listsChangesNewestFirstPageByPage()
{
    ScriptedLink link;
    SiteHistory trail(link);
    trail.setShown(true);
    protocol::AuditEntry second{2, {}, {}, "ada", "apply", {}, {}, {}};
    second.changes = {{SiteKind::Skill, "german", {}, json::toText(smallSite().skills[0])}};
    link.answers<protocol::AdminAudit>(protocol::AuditReply{{second}, 2});
    QCOMPARE(trail.rowCount(), 1);
    QCOMPARE(trail.index(0).data(SiteHistory::WhatRole).toString(),
             QStringLiteral("Skill German added"));
    QVERIFY(trail.canFetchMore({}));
    trail.fetchMore({});
    QCOMPARE(link.next<protocol::AdminAudit>()->before, std::int64_t(2));
    link.answers<protocol::AdminAudit>(
        protocol::AuditReply{{{1, {}, {}, "ada", "password", {}, {}, {}}}, {}});
    QCOMPARE(trail.rowCount(), 2);
    QVERIFY(!trail.canFetchMore({}));
    QVERIFY(!SiteHistory::canUndo(*trail.entry(1)));
    QVERIFY(SiteHistory::canUndo(*trail.entry(2)));
    link.tells(protocol::SiteChanged{9});
    QCOMPARE(link.count<protocol::AdminAudit>(), 1);
}

void tst_SiteView::undoesAfterALookAtWhatItChanges()
{
    ScriptedLink link;
    SiteHistory trail(link);
    QSignalSpy refused(&trail, &SiteHistory::refused);
    std::optional<Result<SiteHistory::Changes>> shown;
    trail.previewUndo(2, [&](auto changes) { shown = std::move(changes); });
    QVERIFY(link.next<protocol::AdminUndo>()->dryRun.value_or(false));
    link.answers<protocol::AdminUndo>(failure(Reason::Conflict, "It was changed again."));
    QVERIFY(!*shown);
    trail.undo(2);
    QVERIFY(!link.next<protocol::AdminUndo>()->dryRun);
    link.answers<protocol::AdminUndo>(failure(Reason::Conflict, "It was changed again."));
    QCOMPARE(refused.size(), 1);
}

void tst_SiteView::listSaysWhatStandsForEachObject()
{
    Office office;
    SiteObjects list(office.draft);
    list.setKind(SiteKind::Agent);
    QCOMPARE(list.rowCount(), 2);
    office.sets(SiteKind::Agent, "bob", "name", QStringLiteral("Robert"));
    const int row = list.rowOf(QStringLiteral("bob"));
    QCOMPARE(list.index(row).data().toString(), QStringLiteral("Robert"));
    QCOMPARE(list.index(row).data(SiteObjects::MarkRole).toString(), QStringLiteral("Changed"));
    office.sets(SiteKind::Agent, "bob", "name", QString());
    QCOMPARE(list.index(row).data(SiteObjects::MarkRole).toString(), QStringLiteral("Problem"));
    QCOMPARE(list.index(row).data().toString(), QStringLiteral("bob"));
    office.draft.remove(SiteKind::Agent, QStringLiteral("bob"));
    QCOMPARE(list.index(row).data(SiteObjects::MarkRole).toString(), QStringLiteral("Removed"));
}

QTEST_GUILESS_MAIN(tst_SiteView)
#include "tst_siteview.moc"
