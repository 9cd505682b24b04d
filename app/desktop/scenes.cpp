// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/scenes.h"

#include "desktop/demostage.h"
#include "desktop/desktop.h"
#include "models/desksession.h"
#include "shell/mainwindow.h"
#include "shell/signinpage.h"
#include "shell/workpage.h"

#include <functional>
#include <utility>
#include <vector>

namespace tandem {

namespace {

using namespace std::chrono_literals;

protocol::Data pageOfMaria()
{
    return {{"order", "SO-88213"},
            {"customerTier", "Gold"},
            {"_genesys_pageTitle", "Track your order"},
            {"_genesys_url", "https://shop.northwind.example/checkout/track"},
            {"_genesys_referrer", "https://search.example/?q=northwind+running+shoes"},
            {"_genesys_browser", "Firefox 128"},
            {"_genesys_OS", "Windows 11"},
            {"GCTI_LanguageCode", "de-DE"},
            {"TimeZone", "60"}};
}

} // namespace

Scenes::Scenes(MainWindow &window, DemoStage &stage, SceneClock &clock)
    : m_window(window), m_stage(stage), m_clock(clock)
{
}

const std::vector<std::pair<const char *, Scenes::Play>> &Scenes::plays()
{
    static const std::vector<std::pair<const char *, Play>> list{
        {"sign-in", &Scenes::signIn},
        {"empty", &Scenes::empty},
        {"embedded", &Scenes::embedded},
        {"offer", &Scenes::offer},
        {"work", &Scenes::work},
        {"files", &Scenes::files},
        {"reconnecting", &Scenes::reconnecting},
        {"transfer", &Scenes::transfer},
        {"queues", &Scenes::queues},
        {"communicator", &Scenes::communicator},
        {"channels", &Scenes::channels},
        {"explanation", &Scenes::explanation},
        {"consult", &Scenes::consult},
        {"team", &Scenes::team},
        {"transcripts", &Scenes::transcripts},
        {"supervision", &Scenes::supervision},
        {"wallboard", &Scenes::wallboard},
        {"admin-queues", &Scenes::adminQueues},
        {"admin-agents", &Scenes::adminAgents},
        {"admin-audit", &Scenes::adminAudit},
        {"admin-contacts", &Scenes::adminContacts},
        {"strategies", &Scenes::strategies},
        {"strategy-session", &Scenes::strategySession}};
    return list;
}

QStringList Scenes::names()
{
    QStringList names;
    for (const auto &[name, play] : plays())
        names += QString::fromLatin1(name);
    return names;
}

Result<void> Scenes::play(const QString &name)
{
    for (const auto &[known, play] : plays()) {
        if (name == QLatin1String(known))
            return (this->*play)();
    }
    return failure(Reason::InvalidParams,
                   "--view: there are " + names().join(QStringLiteral(", ")).toStdString());
}

Result<void> Scenes::inOrder(const std::vector<Step> &steps)
{
    for (const auto &step : steps) {
        if (auto done = step(); !done)
            return done;
    }
    return {};
}

Result<void> Scenes::signIn()
{
    m_window.signInPage()->fill(QStringLiteral("care.northwind.example"), QStringLiteral("alice"),
                                QStringLiteral("only-a-demo"));
    return {};
}

Result<void> Scenes::empty() { return begin(); }

Result<void> Scenes::embedded()
{
    const auto began = begin();
    if (began)
        m_window.notice(Desktop::demoNotice(m_stage.url()));
    return began;
}

Result<void> Scenes::work()
{
    if (const auto began = begin(); !began)
        return began;
    return inOrder(
        {[this] { return noor(); }, [this] { return jonas(); }, [this] { return maria(); }});
}

Result<void> Scenes::offer()
{
    // Without Noor: three are all that alice may have at once.
    const auto working = inOrder(
        {[this] { return begin(); }, [this] { return jonas(); }, [this] { return maria(); }});
    if (!working)
        return working;
    const auto priya = m_stage.arrives("Priya Raman", "sales", "Which plan fits a team of twelve?",
                                       {{"_genesys_pageTitle", "Pricing"}});
    if (!priya)
        return std::unexpected(priya.error());
    auto &offers = m_window.session()->offers();
    const auto offered =
        DemoStage::until([&] { return !offers.entries().empty(); }, "Priya to be offered");
    m_clock.pass(12s);
    return offered;
}

Result<void> Scenes::reconnecting()
{
    return inOrder({[this] { return begin(Over::Remote); }, [this] { return jonas(); },
                    [this] { return maria(); },
                    [this] {
                        m_stage.closeDown();
                        auto &link = m_window.session()->link();
                        return DemoStage::until(
                            [&] { return link.state() == ServiceLink::State::Reconnecting; },
                            "the connection to be lost");
                    },
                    [this]() -> Result<void> {
                        m_window.session()->send(m_window.session()->current()->id(),
                                                 QStringLiteral("Yes, I send it again today."),
                                                 Audience::Everyone);
                        return {};
                    }});
}

Result<void> Scenes::signsIn(const std::string &user, Over over)
{
    auto link = over == Over::Remote ? m_stage.remoteLink() : m_stage.localLink();
    std::optional<Result<protocol::Welcome>> welcome;
    link->signIn({user, "demo", {}}, [&](auto answer) { welcome = std::move(answer); });
    const auto came = DemoStage::until([&] { return welcome.has_value(); }, "an agent to sign in");
    if (!came)
        return came;
    if (!*welcome)
        return std::unexpected(welcome->error());
    m_window.begin(std::move(link), **welcome);
    m_window.session()->setLookedAt(true);
    return {};
}

Result<void> Scenes::begin(Over over)
{
    if (const auto signedIn = signsIn("alice", over); !signedIn)
        return signedIn;
    auto &agent = m_window.session()->agent();
    agent.askState(AgentState::Ready);
    return DemoStage::until([&] { return agent.state() == AgentState::Ready; },
                            "alice to be ready");
}

Result<void> Scenes::takesNext(const char *what)
{
    auto &session = *m_window.session();
    const auto offered =
        DemoStage::until([&] { return !session.offers().entries().empty(); }, what);
    if (!offered)
        return offered;
    const auto id = session.offers().entries().front().interaction.id;
    session.offers().accept(id);
    return DemoStage::until([&] { return session.current() && session.current()->id() == id; },
                            what);
}

Result<void> Scenes::answers(const QString &text, bool isNote)
{
    auto &session = *m_window.session();
    session.send(session.current()->id(), text, isNote ? Audience::Agents : Audience::Everyone);
    return DemoStage::until([&] { return session.outbox().isEmpty(); }, "alice's words");
}

Result<void> Scenes::noor()
{
    const auto noor = m_stage.arrives("Noor van Dijk", "support", "Address change");
    if (!noor)
        return std::unexpected(noor.error());
    return inOrder(
        {[this] { return takesNext("Noor"); },
         [&] { return m_stage.says(*noor, "Can I still change where it is delivered?"); },
         [this] { return answers(QStringLiteral("Yes, I have changed it to your office.")); },
         [&] { return m_stage.says(*noor, "Thank you, that solved it!"); },
         [&] { return m_stage.leaves(*noor); },
         [this] {
             auto *conversation = m_window.session()->current();
             return DemoStage::until([&] { return conversation->isAfterWork(); }, "Noor's end");
         }});
}

Result<void> Scenes::jonas()
{
    const auto jonas = m_stage.arrives("Jonas Adeyemi", "support", "Charged twice");
    if (!jonas)
        return std::unexpected(jonas.error());
    return inOrder({[this] { return takesNext("Jonas"); },
                    [this]() -> Result<void> {
                        m_clock.pass(6min);
                        return answers(QStringLiteral("Hello Jonas, I am checking your invoices."));
                    },
                    [&] { return m_stage.says(*jonas, "I still see two charges on my card"); },
                    [&] {
                        auto *conversation = m_window.session()->current();
                        const auto heard = DemoStage::until(
                            [&] { return conversation->replyPending().has_value(); },
                            "Jonas to be heard");
                        m_clock.pass(87s);
                        return heard;
                    }});
}

Result<void> Scenes::maria()
{
    const auto maria =
        m_stage.arrives("Maria Keller", "support", "Order never arrived", pageOfMaria());
    if (!maria)
        return std::unexpected(maria.error());
    const auto heard = [this] {
        auto *conversation = m_window.session()->current();
        const auto isHeard = DemoStage::until(
            [&] { return conversation->replyPending().has_value(); }, "Maria to be heard");
        m_clock.pass(41s);
        return isHeard;
    };
    return inOrder(
        {[this] { return takesNext("Maria"); },
         [&] {
             return m_stage.says(*maria, "Hi! I ordered running shoes two weeks ago and they still "
                                         "have not arrived.");
         },
         [this] {
             return answers(QStringLiteral("Good afternoon Maria, I am Alice. I am sorry to hear "
                                           "that, let me look it up for you right away."));
         },
         [this] {
             return answers(QStringLiteral("Is it the order from 8 November, paid by card?"));
         },
         [this] {
             return answers(QStringLiteral("Carrier has lost a batch this week. We can offer "
                                           "express replacement."),
                            true);
         },
         [&] {
             auto &session = *m_window.session();
             session.sendLink(session.current()->id(),
                              QStringLiteral("https://shop.example/orders/88213"));
             const auto isSent = [&] { return session.outbox().isEmpty(); };
             const auto sent = DemoStage::until(isSent, "the link to be sent");
             return sent ? m_stage.reads(*maria) : sent;
         },
         [&] {
             // She writes while alice looks elsewhere.
             m_window.session()->setLookedAt(false);
             return m_stage.says(*maria, "Yes, the one ending in 4471. Can you send it again? I "
                                         "need them for Saturday.");
         },
         heard,
         [&] {
             m_window.session()->setLookedAt(true);
             return m_stage.types(*maria);
         },
         [this] {
             auto *conversation = m_window.session()->current();
             return DemoStage::until([&] { return !conversation->typing().isEmpty(); },
                                     "Maria to type");
         },
         [this]() -> Result<void> {
             auto &session = *m_window.session();
             session.drafts().setDraft(session.current()->id(),
                                       {QStringLiteral("I can send a replacement by express today, "
                                                       "it would be with you on Friday."),
                                        Audience::Everyone});
             m_window.workPage()->show(&session);
             return {};
         }});
}

} // namespace tandem
