// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/demostage.h"
#include "desktop/scenes.h"
#include "models/desksession.h"
#include "protocol/interaction.h"
#include "shell/commandbox.h"
#include "shell/conversationactions.h"
#include "shell/explanationdialog.h"
#include "shell/mainwindow.h"
#include "shell/queuespage.h"
#include "shell/topbar.h"
#include "shell/workpage.h"

// Scenes of queues, of bringing others in, and of why it was routed so.
namespace tandem {

using namespace std::chrono_literals;
using Way = ConversationActions::Way;

Result<void> Scenes::colleagues()
{
    return inOrder({[this] { return m_stage.colleague("bob", AgentState::Ready); },
                    [this] { return m_stage.colleague("carol", AgentState::NotReady, "lunch"); },
                    [this] { return m_stage.colleague("sam", AgentState::DoNotDisturb); }});
}

Result<void> Scenes::transfer()
{
    return inOrder({[this] { return work(); }, [this] { return colleagues(); },
                    [this] {
                        m_window.workPage()->actions()->handOver(Way::Transfer);
                        auto &team = m_window.session()->team();
                        return DemoStage::until([&] { return team.rowCount() > 0; }, "the team");
                    }});
}

Result<void> Scenes::communicator()
{
    return inOrder(
        {[this] { return work(); }, [this] { return colleagues(); },
         [this] {
             m_window.topBar()->commandBox()->open();
             auto &session = *m_window.session();
             return DemoStage::until(
                 [&] { return session.team().rowCount() > 0 && session.queues().rowCount() > 0; },
                 "the team");
         }});
}

Result<void> Scenes::channels()
{
    return inOrder({[this] { return work(); },
                    [this]() -> Result<void> {
                        m_window.topBar()->openChannels();
                        return {};
                    }});
}

Result<void> Scenes::explanation()
{
    // Bob is busy with something else: who is ready and idle longer would be offered it instead.
    return inOrder({[this] { return m_stage.colleague("bob", AgentState::AfterContactWork); },
                    [this] { return m_stage.colleague("carol", AgentState::NotReady, "lunch"); },
                    [this] { return m_stage.colleague("sam", AgentState::DoNotDisturb); },
                    [this] { return work(); },
                    [this] {
                        m_window.workPage()->actions()->explain();
                        const auto *dialog = m_window.findChild<ExplanationDialog *>();
                        return DemoStage::until([&] { return dialog && dialog->isLoaded(); },
                                                "the decisions");
                    }});
}

Result<void> Scenes::consult()
{
    auto asked = [this] {
        auto &session = *m_window.session();
        const auto &team = session.team();
        auto known = DemoStage::until([&] { return team.rowCount() > 0; }, "the team");
        if (!known)
            return known;
        // Those who are free stand first.
        session.consult(session.current()->id(), {team.idAt(0), {}, {}},
                        QStringLiteral("Do you know about the lost batch?"));
        return m_stage.accepts("bob");
    };
    auto come = [this] {
        const auto *conversation = m_window.session()->current();
        return DemoStage::until([&] { return conversation->hasConsultedCome(); }, "bob to come");
    };
    return inOrder({[this] { return m_stage.colleague("bob", AgentState::DoNotDisturb); },
                    [this] { return work(); },
                    [this] { return m_stage.changes("bob", AgentState::Ready); },
                    [this]() -> Result<void> {
                        m_window.session()->team().refresh();
                        return {};
                    },
                    asked, come,
                    [this] {
                        return m_stage.notes("bob", "Yes: send a new pair, the carrier pays. I can "
                                                    "take it over if you like.");
                    }});
}

Result<void> Scenes::queues()
{
    return inOrder({[this] { return signsIn("sam", Over::Local); },
                    [this] { return m_stage.colleague("alice", AgentState::NotReady, "lunch"); },
                    [this] { return waitingCustomers(); },
                    [this] {
                        m_window.queuesPage()->choose({Source::Kind::Queue, "support"});
                        m_window.openPage(m_window.queuesPage());
                        auto &waiting = m_window.session()->waiting();
                        return DemoStage::until([&] { return waiting.rowCount() > 5; },
                                                "who waits");
                    }});
}

Result<void> Scenes::waitingCustomers()
{
    struct Waits
    {
        const char *name;
        const char *queue;
        const char *subject;
        int priority;
        std::optional<Ms> dueIn;
        Ms until; // the next one comes
    };
    const Waits people[] = {
        {"Maria Keller", "support", "Order never arrived", 0, 15min, 95s},
        {"Jonas Adeyemi", "support", "Charged twice", 10, 2min, 28s},
        {"Priya Raman", "sales", "Which plan fits a team of twelve?", 0, {}, 71s},
        {"Noor van Dijk", "support", "Address change", 0, 50min, 44s},
        {"Kenji Watanabe", "support", "The app closes when I pay", 0, {}, 102s},
        {"Lucía Fernández", "billing", "Invoice 20931 shows the wrong amount", 0, 15min, 33s},
        {"Amélie Laurent", "support", "Return label does not open", 0, 2h, 19s},
        {"Tomasz Nowak", "support", "Warranty of a jacket", -5, {}, 52s}};
    for (const auto &one : people) {
        if (auto came = m_stage.arrives(one.name, one.queue, one.subject); !came)
            return std::unexpected(came.error());
        if (one.priority != 0 || one.dueIn) {
            if (auto set = order(one.name, one.priority, one.dueIn); !set)
                return set;
        }
        m_clock.pass(one.until);
    }
    return {};
}

Result<void> Scenes::order(const std::string &contact, int priority, std::optional<Ms> dueIn)
{
    auto &link = m_window.session()->link();
    std::optional<Result<void>> done;
    protocol::InteractionList all;
    all.scope = protocol::Scope::All;
    all.open = true;
    link.ask(all, [&](Result<protocol::InteractionListReply> reply) {
        if (!reply) {
            done = std::unexpected(reply.error());
            return;
        }
        for (const auto &one : reply->interactions) {
            if (one.contact.name != contact)
                continue;
            protocol::InteractionSetPriority request{one.id, priority, {}};
            if (dueIn)
                request.dueAt = m_clock.now().utc + *dueIn;
            link.ask(request, [&](Result<protocol::Interaction> set) {
                done = set ? Result<void>() : std::unexpected(set.error());
            });
            return;
        }
        done = failure(Reason::NotFound, contact + " is not there.");
    });
    if (auto waited = DemoStage::until([&] { return done.has_value(); }, "an order"); !waited)
        return waited;
    return *done;
}

} // namespace tandem
