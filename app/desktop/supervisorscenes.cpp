// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/demostage.h"
#include "desktop/scenes.h"
#include "models/desksession.h"
#include "models/transcriptmodel.h"
#include "models/transcriptreader.h"
#include "shell/mainwindow.h"
#include "shell/teampage.h"
#include "shell/transcriptspane.h"
#include "wallboard/wallboardpage.h"
#include "widgets/noticebar.h"

#include <algorithm>
#include <optional>

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

// sam is in the first open conversation of another agent.
Result<void> Scenes::coaches()
{
    auto &session = *m_window.session();
    session.supervision().refresh();
    const auto &open = session.supervision().interactions();
    auto seen = DemoStage::until([&] { return open.rowCount() > 0; }, "who talks");
    if (!seen)
        return seen;
    const auto id = open.idAt(0);
    session.coach(id);
    return DemoStage::until([&] { return session.current() != nullptr; }, "the conversation");
}

Result<void> Scenes::supervision()
{
    std::optional<DemoStage::Customer> maria;
    const auto says = [&](const char *text) -> Step {
        return [this, &maria, text] { return m_stage.says(*maria, text); };
    };
    return inOrder(
        {[this] { return opensTeam(); },
         [this] { return m_stage.colleague("alice", AgentState::Ready); },
         [&]() -> Result<void> {
             auto came = m_stage.arrives("Maria Keller", "support", "Order never arrived");
             if (!came)
                 return std::unexpected(came.error());
             maria = *came;
             return m_stage.takesNext();
         },
         says("My order 20931 never arrived, and this is the third time that I ask."),
         says("Can I have my money back?"), [this] { return coaches(); },
         [this]() -> Result<void> {
             auto &session = *m_window.session();
             session.send(
                 session.current()->id(),
                 QStringLiteral("She is right, it was lost. Offer a refund and a voucher."),
                 Audience::Agents);
             return DemoStage::until([&] { return session.outbox().entries().empty(); },
                                     "the advice");
         }});
}

// One that is done, of which a card number was taken out.
Result<void> Scenes::transcripts()
{
    std::optional<DemoStage::Customer> maria;
    const auto says = [&](const char *text) -> Step {
        return [this, &maria, text] { return m_stage.says(*maria, text); };
    };
    auto *page = m_window.teamPage();
    return inOrder(
        {[this] { return opensTeam(); }, [this] { return quietMorning(); },
         [&]() -> Result<void> {
             auto came = m_stage.arrives("Maria Keller", "support", "Charged twice");
             if (!came)
                 return std::unexpected(came.error());
             maria = *came;
             return {};
         },
         says("Hello! I was charged twice for my order SO-88213."),
         says("It was this card: 4111 2222 3333 4444"), [this] { return m_stage.takesNext(true); },
         [page] {
             page->showTranscripts();
             return DemoStage::until([&] { return page->transcripts()->reader()->rowCount() > 3; },
                                     "what is done");
         },
         [page] {
             auto *reader = page->transcripts()->reader();
             page->transcripts()->openFirst();
             const auto isRead = [reader] { return reader->transcript() && !reader->isReading(); };
             auto read = DemoStage::until(isRead, "what was said");
             if (!read)
                 return read;
             for (const auto &event : reader->transcript()->events()) {
                 const auto text = reader->textOf(*event.index);
                 const auto at = static_cast<int>(text.indexOf(QStringLiteral("4111")));
                 if (at >= 0) {
                     reader->redact(*event.index, TranscriptReader::Passage{at, 19},
                                    QStringLiteral("card number"));
                 }
             }
             return DemoStage::until(
                 [reader] {
                     const auto &events = reader->transcript()->events();
                     return std::ranges::any_of(events, [](const auto &event) {
                         return event.text.value_or("").ends_with("[redacted]");
                     });
                 },
                 "what is left");
         },
         [this]() -> Result<void> {
             for (auto *bar : m_window.findChildren<NoticeBar *>())
                 bar->hide();
             return {};
         }});
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
