// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/demostage.h"
#include "desktop/scenes.h"
#include "models/desksession.h"
#include "shell/mainwindow.h"
#include "shell/teampage.h"
#include "wallboard/wallboardpage.h"

// Scenes of a supervisor: the team, and the wallboard.
namespace tandem {

using namespace std::chrono_literals;

Result<void> Scenes::opensTeam()
{
    return inOrder({[this] { return signsIn("sam", Over::Local); },
                    [this] {
                        m_window.openPage(m_window.teamPage());
                        const auto &supervision = m_window.session()->supervision();
                        return DemoStage::until(
                            [&] { return supervision.loading() == Supervision::Loading::Idle; },
                            "the team");
                    }});
}

// Some come, are answered and done; one leaves before.
Result<void> Scenes::quietMorning()
{
    const auto comesAndGoes = [this](const char *name, const char *queue, const char *subject) {
        const auto came = m_stage.arrives(name, queue, subject);
        return came ? m_stage.takesNext(true) : std::unexpected(came.error());
    };
    const auto passes = [this](Ms time) -> Step {
        return [this, time]() -> Result<void> {
            m_clock.pass(time);
            return {};
        };
    };
    return inOrder(
        {[this] { return m_stage.colleague("carol", AgentState::Ready); }, passes(9min),
         [&] { return comesAndGoes("Amélie Laurent", "sales", "Student discount"); },
         [&] { return comesAndGoes("Tomasz Nowak", "billing", "Invoice as a PDF"); },
         [&] { return comesAndGoes("Grace Mensah", "support", "Password forgotten"); },
         [this] { return m_stage.changes("carol", AgentState::DoNotDisturb); }, passes(8min),
         [this] { return m_stage.colleague("bob", AgentState::Ready); },
         [&] { return comesAndGoes("Kenji Watanabe", "support", "The app closes when I pay"); },
         [&] { return comesAndGoes("Olga Petrova", "billing", "Refund of an order"); },
         [this] { return m_stage.changes("bob", AgentState::AfterContactWork); }, passes(72s),
         [this]() -> Result<void> {
             const auto left = m_stage.arrives("Ravi Shah", "billing", "Card was refused");
             return left ? m_stage.leaves(*left) : std::unexpected(left.error());
         },
         [this] { return m_stage.colleague("alice", AgentState::Ready); }, passes(185s)});
}

// Alice has two, and more wait than there are hands.
Result<void> Scenes::busyNoon()
{
    struct Comes
    {
        const char *name;
        const char *queue;
        const char *subject;
        bool isTaken;
        Ms until; // the next one comes
    };
    const Comes people[] = {
        {"Maria Keller", "support", "Order never arrived", true, 80s},
        {"Priya Raman", "sales", "Which plan fits a team of twelve?", true, 41s},
        {"Jonas Adeyemi", "support", "Charged twice", true, 22s},
        {"Lucía Fernández", "billing", "Invoice 20931 shows the wrong amount", false, 17s},
        {"Noor van Dijk", "support", "Address change", false, 26s},
        {"Mehmet Kaya", "billing", "Which bank account is it?", false, 9s},
        {"Ines Duarte", "vip", "Delivery on Saturday", false, 12s}};
    for (const auto &one : people) {
        if (const auto came = m_stage.arrives(one.name, one.queue, one.subject); !came)
            return std::unexpected(came.error());
        if (auto taken = one.isTaken ? m_stage.takesNext() : Result<void>(); !taken)
            return taken;
        m_clock.pass(one.until);
    }
    auto &supervision = m_window.session()->supervision();
    supervision.refresh();
    return DemoStage::until(
        [&] {
            return supervision.loading() == Supervision::Loading::Idle
                   && supervision.interactions().rowCount() >= 7;
        },
        "who waits");
}

Result<void> Scenes::team()
{
    return inOrder({[this] { return opensTeam(); }, [this] { return quietMorning(); },
                    [this] { return busyNoon(); }});
}

Result<void> Scenes::wallboard()
{
    return inOrder({[this] { return opensTeam(); },
                    [this]() -> Result<void> {
                        m_window.openPage(m_window.wallboardPage());
                        return {};
                    },
                    [this] { return quietMorning(); }, [this] { return busyNoon(); }});
}

} // namespace tandem
