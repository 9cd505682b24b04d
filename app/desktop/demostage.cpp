// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/demostage.h"

#include "host/host.h"
#include "host/locallink.h"
#include "link/remotelink.h"
#include "models/text.h"
#include "protocol/agent.h"
#include "protocol/chat.h"
#include "protocol/customer.h"
#include "protocol/interaction.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QThread>

#include <future>
#include <limits>

namespace tandem {

namespace {

constexpr int atMostMs = 10'000;

// The services answer on a thread of theirs, so that this one may wait.
template <protocol::Request R>
Result<typename R::Reply> ask(CorePort &core, R request)
{
    std::promise<Result<typename R::Reply>> answer;
    core.ask<R>(Caller::customer(), std::move(request),
                [&](Result<typename R::Reply> reply) { answer.set_value(std::move(reply)); });
    return answer.get_future().get();
}

template <class T>
Result<void> outcome(const Result<T> &result)
{
    if (!result)
        return std::unexpected(result.error());
    return {};
}

} // namespace

Now SceneClock::now() const
{
    auto now = m_clock.now();
    const Ms passed(m_passed);
    now.utc += passed;
    now.steady += passed;
    return now;
}

DemoStage::DemoStage() = default;

DemoStage::~DemoStage() = default;

Result<std::unique_ptr<DemoStage>> DemoStage::open(Clock *clock)
{
    std::unique_ptr<DemoStage> stage(new DemoStage);
    HostSettings settings;
    settings.dataFolder = toUtf8(stage->m_folder.path());
    settings.demo = true;
    settings.gateway.demo = true;
    settings.gateway.port = 0;
    settings.clock = clock;
    // Nobody leaves because a scene's minutes pass at once.
    settings.site.customerTimeout = std::chrono::hours(24);
    settings.site.endsIdleChats = false;
    auto host = Host::start(std::move(settings));
    if (!host)
        return std::unexpected(host.error());
    stage->m_host = std::move(*host);
    return stage;
}

QString DemoStage::url() const { return toQString(m_host->url()); }

std::unique_ptr<ServiceLink> DemoStage::localLink() const
{
    return std::make_unique<LocalLink>(m_host->core());
}

std::unique_ptr<ServiceLink> DemoStage::remoteLink() const
{
    return std::make_unique<RemoteLink>(*parseServerAddress(url()));
}

Result<void> DemoStage::colleague(const std::string &user, AgentState state,
                                  const std::string &reason)
{
    m_colleagues.push_back(std::make_unique<Colleague>(user, localLink()));
    auto *colleague = m_colleagues.back().get();
    auto *link = colleague->link.get();
    QObject::connect(link, &ServiceLink::factArrived, link,
                     [colleague](const protocol::Fact &fact) {
                         if (const auto *offer = std::get_if<protocol::InteractionOffered>(&fact))
                             colleague->offered = offer->interaction.id;
                     });
    std::optional<Result<void>> done;
    link->signIn({user, "demo", {}}, [&](Result<protocol::Welcome> welcome) {
        if (!welcome) {
            done = outcome(welcome);
            return;
        }
        protocol::AgentSetState request{state, {}, {}};
        if (!reason.empty())
            request.reason = reason;
        link->ask(request, [&](Result<protocol::AgentStatus> status) { done = outcome(status); });
    });
    if (auto waited = until([&] { return done.has_value(); }, "a colleague to sign in"); !waited)
        return waited;
    return *done;
}

Result<DemoStage::Colleague *> DemoStage::at(const std::string &user) const
{
    for (const auto &colleague : m_colleagues) {
        if (colleague->user == user)
            return colleague.get();
    }
    return failure(Reason::NotFound, user + " is not at work.");
}

template <protocol::Request R>
Result<void> DemoStage::asks(Colleague &colleague, R request)
{
    std::optional<Result<void>> done;
    colleague.link->ask(std::move(request),
                        [&](Result<typename R::Reply> reply) { done = outcome(reply); });
    if (auto answered = until([&] { return done.has_value(); }, "a colleague's answer"); !answered)
        return answered;
    return *done;
}

Result<void> DemoStage::changes(const std::string &user, AgentState state)
{
    const auto colleague = at(user);
    if (!colleague)
        return std::unexpected(colleague.error());
    return asks(**colleague, protocol::AgentSetState{state, {}, {}});
}

Result<void> DemoStage::accepts(const std::string &user)
{
    const auto colleague = at(user);
    if (!colleague)
        return std::unexpected(colleague.error());
    auto offered = until([&] { return bool((*colleague)->offered); }, "an offer to a colleague");
    if (!offered)
        return offered;
    return asks(**colleague, protocol::InteractionAccept{(*colleague)->offered});
}

Result<void> DemoStage::notes(const std::string &user, const std::string &text)
{
    const auto colleague = at(user);
    if (!colleague)
        return std::unexpected(colleague.error());
    return asks(**colleague, protocol::ChatSend{(*colleague)->offered, text, Audience::Agents, {}});
}

Result<void> DemoStage::takesNext(bool isDone)
{
    Colleague *asked = nullptr;
    const auto isOffered = [&] {
        for (const auto &colleague : m_colleagues) {
            if (colleague->offered && colleague->offered != colleague->taken)
                asked = colleague.get();
        }
        return asked != nullptr;
    };
    if (auto offered = until(isOffered, "an offer to a colleague"); !offered)
        return offered;
    asked->taken = asked->offered;
    auto taken = asks(*asked, protocol::InteractionAccept{asked->taken});
    return taken && isDone ? asks(*asked, protocol::InteractionMarkDone{asked->taken}) : taken;
}

Result<DemoStage::Customer> DemoStage::arrives(const std::string &nickname,
                                               const std::string &queue, const std::string &subject,
                                               const protocol::Data &data)
{
    Customer customer{nickname, "demo-stage-customer-" + std::to_string(++m_customers)};
    protocol::CustomerStart start;
    start.service = queue;
    start.nickname = nickname;
    start.subject = subject;
    start.userData = data;
    start.secureKey = customer.key;
    if (const auto started = ask(m_host->core(), std::move(start)); !started)
        return std::unexpected(started.error());
    return customer;
}

Result<void> DemoStage::says(const Customer &customer, const std::string &text)
{
    protocol::CustomerSend request;
    request.key.secureKey = customer.key;
    request.message = text;
    return outcome(ask(m_host->core(), std::move(request)));
}

Result<void> DemoStage::sendsFile(const Customer &customer, const std::string &name,
                                  std::string content)
{
    CustomerUpload upload;
    upload.key.secureKey = customer.key;
    upload.name = name;
    upload.content = std::make_shared<const std::string>(std::move(content));
    std::promise<Result<protocol::CustomerReply>> answer;
    m_host->files().upload(std::move(upload), [&](Result<protocol::CustomerReply> reply) {
        answer.set_value(std::move(reply));
    });
    return outcome(answer.get_future().get());
}

Result<void> DemoStage::types(const Customer &customer)
{
    protocol::CustomerTyping request;
    request.key.secureKey = customer.key;
    return outcome(ask(m_host->core(), std::move(request)));
}

Result<void> DemoStage::reads(const Customer &customer)
{
    protocol::CustomerReadReceipt request;
    request.key.secureKey = customer.key;
    request.upTo = std::numeric_limits<int>::max();
    return outcome(ask(m_host->core(), std::move(request)));
}

Result<void> DemoStage::leaves(const Customer &customer)
{
    protocol::CustomerDisconnect request;
    request.key.secureKey = customer.key;
    return outcome(ask(m_host->core(), std::move(request)));
}

void DemoStage::closeDown()
{
    m_colleagues.clear();
    m_host.reset();
}

Result<void> DemoStage::until(const std::function<bool()> &isSo, const char *what)
{
    QElapsedTimer since;
    since.start();
    while (!isSo()) {
        if (since.hasExpired(atMostMs))
            return failure(Reason::Internal, std::string("Waited in vain for ") + what + '.');
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        QThread::msleep(1);
    }
    return {};
}

} // namespace tandem
