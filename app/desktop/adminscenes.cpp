// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin/adminpage.h"
#include "admin/contactsview.h"
#include "desktop/demostage.h"
#include "desktop/scenes.h"
#include "models/desksession.h"
#include "shell/mainwindow.h"
#include "strategies/strategiesview.h"
#include "strategies/strategypane.h"
#include "widgets/noticebar.h"

#include <QJsonArray>

#include <algorithm>

// Scenes of an administrator.
namespace tandem {

using namespace std::chrono_literals;
using protocol::SiteKind;

namespace {

void set(SiteDraft &draft, SiteKind kind, const char *key, const char *member,
         const QJsonValue &value)
{
    const auto id = QString::fromLatin1(key);
    if (const auto entry = draft.entry(kind, id)) {
        auto object = entry->value;
        object[QString::fromLatin1(member)] = value;
        draft.put(kind, id, object);
    }
}

} // namespace

Result<void> Scenes::opensAdministration()
{
    return inOrder({[this] { return signsIn("ada", Over::Local); },
                    [this] {
                        m_window.openPage(m_window.adminPage());
                        const auto &draft = m_window.session()->site();
                        return DemoStage::until([&] { return draft.isLoaded(); }, "the site");
                    }});
}

Result<void> Scenes::adminQueues()
{
    return inOrder({[this] { return opensAdministration(); },
                    [this]() -> Result<void> {
                        auto &draft = m_window.session()->site();
                        set(draft, SiteKind::Queue, "vip", "thresholdMs", 30'000);
                        set(draft, SiteKind::Queue, "vip", "calendar", QStringLiteral("office"));
                        set(draft, SiteKind::Queue, "sales", "limit", 40);
                        m_window.adminPage()->openKind(SiteKind::Queue, QStringLiteral("vip"));
                        return {};
                    }});
}

Result<void> Scenes::adminAgents()
{
    return inOrder({[this] { return opensAdministration(); },
                    [this]() -> Result<void> {
                        auto &draft = m_window.session()->site();
                        draft.add(SiteKind::Agent,
                                  {{QStringLiteral("userName"), QStringLiteral("deniz")},
                                   {QStringLiteral("name"), QStringLiteral("Deniz Aydın")},
                                   {QStringLiteral("roles"), QJsonArray{QStringLiteral("agent")}},
                                   {QStringLiteral("skills"), QJsonArray()}});
                        m_window.adminPage()->openKind(SiteKind::Agent, QStringLiteral("alice"));
                        return {};
                    }});
}

// What an administrator does over some days, one after the other.
Result<void> Scenes::changesTheSite()
{
    auto &draft = m_window.session()->site();
    const auto applies = [&draft](auto edit) -> Step {
        return [&draft, edit] {
            edit();
            draft.apply();
            auto applied = DemoStage::until(
                [&] { return !draft.isApplying() && draft.changeCount() == 0; }, "the changes");
            const auto isRead = [&] { return draft.loading() == SiteDraft::Loading::Idle; };
            return applied ? DemoStage::until(isRead, "the site") : applied;
        };
    };
    return inOrder(
        {applies([&] { set(draft, SiteKind::Rules, "rules", "missedOffers", 2); }), applies([&] {
             draft.add(SiteKind::Skill, {{QStringLiteral("id"), QStringLiteral("french")},
                                         {QStringLiteral("name"), QStringLiteral("French")}});
         }),
         applies([&] { draft.remove(SiteKind::Disposition, QStringLiteral("wrong_department")); }),
         applies([&] {
             set(draft, SiteKind::Queue, "support", "thresholdMs", 30'000);
             set(draft, SiteKind::Queue, "support", "limit", 50);
             set(draft, SiteKind::Queue, "support", "selection", QStringLiteral("best_skill"));
             set(draft, SiteKind::Queue, "sales", "calendar", QStringLiteral("office"));
         })});
}

Result<void> Scenes::adminAudit()
{
    return inOrder({[this] { return opensAdministration(); }, [this] { return changesTheSite(); },
                    [this] {
                        m_window.adminPage()->openAudit();
                        const auto &trail = m_window.session()->audit();
                        return DemoStage::until([&] { return trail.rowCount() >= 4; },
                                                "the history");
                    }});
}

// One conversation of the contact is over, the other is not.
Result<void> Scenes::adminContacts()
{
    const auto writes = [this](const char *subject) -> Step {
        return [this, subject] {
            auto came = m_stage.arrives("Maria Keller", "support", subject,
                                        {{"EmailAddress", "maria.keller@example.com"}});
            return came ? m_stage.sendsFile(*came, "receipt.txt", "Order SO-88213, 89.00 EUR\n")
                        : std::unexpected(came.error());
        };
    };
    return inOrder({[this] { return opensAdministration(); },
                    [this] { return m_stage.colleague("alice", AgentState::Ready); },
                    writes("Order never arrived"), [this] { return m_stage.takesNext(true); },
                    writes("Charged twice"),
                    [this]() -> Result<void> {
                        m_window.adminPage()->openContacts();
                        auto *view = m_window.adminPage()->contacts();
                        view->look(QStringLiteral("maria.keller@example.com"));
                        return DemoStage::until([view] { return view->isSettled(); },
                                                "what is kept");
                    }});
}

Result<void> Scenes::comesToVip(const char *who, const char *subject, const char *segment,
                                const char *state)
{
    const auto came = m_stage.arrives(who, "vip", subject, {{"segment", segment}});
    return came ? isInState(state) : std::unexpected(came.error());
}

Result<void> Scenes::isInState(const char *state)
{
    const auto &places = m_window.session()->strategies().places();
    const auto isThere = [&] {
        return places
               && std::ranges::find(places->places, state, &protocol::StatePlace::state)
                      != places->places.end();
    };
    return DemoStage::until(isThere, state);
}

// The queue for important customers is a strategy's, and one of them has waited a minute.
Result<void> Scenes::routesByStrategy()
{
    return inOrder(
        {[this] { return opensAdministration(); },
         [this] {
             auto &draft = m_window.session()->site();
             set(draft, SiteKind::Queue, "vip", "strategy", QStringLiteral("vip"));
             draft.apply();
             return DemoStage::until(
                 [&] { return !draft.isApplying() && draft.changeCount() == 0; },
                 "the queue's strategy");
         },
         [this]() -> Result<void> {
             // That the queue was changed is not what the picture is about.
             for (auto *bar : m_window.findChildren<NoticeBar *>())
                 bar->hide();
             m_window.adminPage()->openStrategies();
             auto *view = m_window.adminPage()->strategies();
             view->choose(QStringLiteral("vip"));
             view->setFocus();
             return {};
         },
         [this] { return comesToVip("Maria Keller", "Order never arrived", "gold", "preferred"); },
         [this] {
             m_clock.pass(61s);
             return isInState("first");
         }});
}

Result<void> Scenes::strategies()
{
    return inOrder(
        {[this] { return routesByStrategy(); },
         [this] { return comesToVip("Jonas Adeyemi", "Charged twice", "vip", "preferred"); },
         [this] { return comesToVip("Noor van Dijk", "Address change", "basic", "usual"); },
         [this] {
             const auto *pane = m_window.adminPage()->strategies()->pane();
             return DemoStage::until([&] { return pane->isSettled(); }, "the chart");
         }});
}

// The one who has waited is answered; a step before that is looked at.
Result<void> Scenes::strategySession()
{
    auto *pane = m_window.adminPage()->strategies()->pane();
    return inOrder(
        {[this] { return routesByStrategy(); },
         [this] { return m_stage.colleague("alice", AgentState::Ready); },
         [this] { return m_stage.takesNext(); },
         [this] { return comesToVip("Noor van Dijk", "Address change", "basic", "usual"); },
         [this, pane] {
             pane->openSessions();
             const auto &sessions = m_window.session()->strategySessions();
             return DemoStage::until([&] { return sessions.rowCount() == 2; }, "the sessions");
         },
         [this, pane] {
             const auto &sessions = m_window.session()->strategySessions();
             pane->openSession(sessions.index(1).data(StrategySessionsModel::IdRole).toString());
             auto &trace = m_window.session()->strategyTrace();
             const auto isRead =
                 DemoStage::until([&] { return trace.rowCount() == 3 && pane->isSettled(); },
                                  "the steps of the session");
             trace.setCurrent(1);
             return isRead;
         }});
}

} // namespace tandem
