// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin/adminpage.h"
#include "desktop/demostage.h"
#include "desktop/scenes.h"
#include "models/desksession.h"
#include "shell/mainwindow.h"
#include "strategies/strategiesview.h"
#include "strategies/strategypane.h"

#include <QJsonArray>

// Scenes of an administrator.
namespace tandem {

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

// The queue for important customers is a strategy's, and three of them come.
Result<void> Scenes::routesByStrategy()
{
    const auto applies = [this]() -> Result<void> {
        auto &draft = m_window.session()->site();
        set(draft, SiteKind::Queue, "vip", "strategy", QStringLiteral("vip"));
        draft.apply();
        return DemoStage::until([&] { return !draft.isApplying() && draft.changeCount() == 0; },
                                "the queue's strategy");
    };
    const auto arrives = [this](const char *who, const char *what) -> Step {
        return [this, who, what]() -> Result<void> {
            const auto came = m_stage.arrives(who, "vip", what);
            return came ? Result<void>() : std::unexpected(came.error());
        };
    };
    return inOrder({[this] { return opensAdministration(); }, applies,
                    arrives("Maria Keller", "Order never arrived"),
                    arrives("Jonas Adeyemi", "Charged twice"),
                    arrives("Noor van Dijk", "Address change"),
                    [this] {
                        auto *page = m_window.adminPage();
                        page->openStrategies();
                        page->strategies()->choose(QStringLiteral("vip"));
                        const auto &strategies = m_window.session()->strategies();
                        return DemoStage::until(
                            [&] {
                                return strategies.places() && strategies.places()->openSessions >= 3
                                       && page->strategies()->pane()->isSettled();
                            },
                            "the interactions in the strategy");
                    }});
}

Result<void> Scenes::strategies() { return routesByStrategy(); }

Result<void> Scenes::strategySession()
{
    return inOrder(
        {[this] { return routesByStrategy(); },
         [this] {
             m_window.adminPage()->strategies()->pane()->openSessions();
             const auto &sessions = m_window.session()->strategySessions();
             return DemoStage::until([&] { return sessions.rowCount() > 0; }, "the sessions");
         },
         [this] {
             auto *pane = m_window.adminPage()->strategies()->pane();
             const auto &sessions = m_window.session()->strategySessions();
             pane->openSession(sessions.index(0).data(StrategySessionsModel::IdRole).toString());
             auto &trace = m_window.session()->strategyTrace();
             const auto isRead =
                 DemoStage::until([&] { return trace.rowCount() > 0 && pane->isSettled(); },
                                  "the steps of the session");
             trace.setCurrent(trace.rowCount() - 1);
             return isRead;
         }});
}

} // namespace tandem
