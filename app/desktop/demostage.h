// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "protocol/request.h"
#include "protocol/types.h"

#include <QTemporaryDir>

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace tandem {

class Host;
class ServiceLink;

// The clock of a picture: the machine's own, with time that passes when the scene says so, for the
// desktop and the services alike.
class SceneClock final : public Clock
{
public:
    Now now() const override;
    void pass(Ms time) { m_passed += time.count(); }

private:
    SystemClock m_clock;
    // The services read it on their thread.
    std::atomic<std::int64_t> m_passed{0};
};

// The real services with the demo company in a folder of their own, and people who play in it:
// customers, and colleagues at their desks. For pictures and tests; GUI thread.
class DemoStage
{
public:
    struct Customer
    {
        std::string nickname;
        std::string key;
    };

    // clock: the services' as well, and outlives them; none: the machine's.
    static Result<std::unique_ptr<DemoStage>> open(Clock *clock = nullptr);
    ~DemoStage();

    QString url() const;
    std::unique_ptr<ServiceLink> localLink() const;
    // Over a socket, so that it can be lost.
    std::unique_ptr<ServiceLink> remoteLink() const;
    // A colleague signs in and stays in this state.
    Result<void> colleague(const std::string &user, AgentState state,
                           const std::string &reason = {});
    Result<void> changes(const std::string &user, AgentState state);
    // A colleague who is at work takes what is offered, and says something to agents only.
    Result<void> accepts(const std::string &user);
    Result<void> notes(const std::string &user, const std::string &text);
    // Whoever is offered the next one takes it; where `isDone`, it is done at once, too.
    Result<void> takesNext(bool isDone = false);
    Result<Customer> arrives(const std::string &nickname, const std::string &queue,
                             const std::string &subject, const protocol::Data &data = {});
    Result<void> says(const Customer &customer, const std::string &text);
    Result<void> sendsFile(const Customer &customer, const std::string &name, std::string content);
    Result<void> types(const Customer &customer);
    // All that was said so far.
    Result<void> reads(const Customer &customer);
    Result<void> leaves(const Customer &customer);
    // The services end; sockets are lost.
    void closeDown();

    // Lets the program run until it is so; at most 10 s.
    static Result<void> until(const std::function<bool()> &isSo, const char *what);

private:
    struct Colleague
    {
        std::string user;
        std::unique_ptr<ServiceLink> link;
        InteractionId offered; // the last one
        InteractionId taken;   // by takesNext
    };

    DemoStage();
    template <protocol::Request R>
    Result<void> asks(Colleague &colleague, R request);
    Result<Colleague *> at(const std::string &user) const;

    QTemporaryDir m_folder;
    std::unique_ptr<Host> m_host;
    std::vector<std::unique_ptr<Colleague>> m_colleagues;
    int m_customers = 0;
};

} // namespace tandem
