// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "core/coreport.h"
#include "gateway/captureaccess.h"
#include "gateway/capturepoint.h"
#include "gateway/chatapi.h"
#include "gateway/chatchannel.h"
#include "gateway/context.h"
#include "gateway/filedoor.h"
#include "gateway/origin.h"
#include "gateway/securekey.h"
#include "gateway/staticfiles.h"
#include "gateway/waitroute.h"

#include <functional>

namespace tandem::fuzz {

// The same "random" bytes in the same order: what is found must be found again.
class CountedBytes final : public Random
{
public:
    void fill(std::span<unsigned char> bytes) override;

private:
    unsigned char m_next = 1;
};

// A core that answers at once: customers and whoever signs in are welcome, all else is not found.
// Checks that what it is asked can be written and read again.
class AgreeableCore final : public CorePort
{
public:
    const protocol::RequestType *agentRequest(std::string_view name) const override;
    void ask(const Caller &caller, const protocol::RequestType &type, AnyValue params,
             Answer<AnyValue> answer) override;
    bool canCommit() const override { return true; }
    CoreFigures figures() const override { return {}; }
    void login(const protocol::SessionLogin &login, std::string address,
               std::shared_ptr<FactSink> sink, Answer<Login> answer) override;
    void resume(const protocol::SessionResume &resume, std::shared_ptr<FactSink> sink,
                Answer<Resumed> answer) override;
    void detach(SessionId, const FactSink *) override {}
    void connectCustomers(CustomerSink *) override {}
};

// The front door with all its routes and small limits, on this thread alone, over no network.
class FrontDoor
{
public:
    FrontDoor();
    ~FrontDoor();
    FrontDoor(const FrontDoor &) = delete;
    FrontDoor &operator=(const FrontDoor &) = delete;

    const GatewayLimits &limits() const { return m_context->limits; }
    CorePort &core() { return m_core; }
    gateway::BayeuxServer &bayeux() { return *m_bayeux; }
    gateway::Router &router() { return m_context->router; }
    // Does what can be done now.
    void work();
    // All that comes back over a connection that brings `first` and then, when that is answered,
    // the bytes in pieces of that size, and ends.
    std::string exchange(std::string_view first, std::string_view bytes, std::size_t piece);

private:
    void addRoutes();

    CountedBytes m_random;
    AgreeableCore m_core;
    std::shared_ptr<gateway::Context> m_context;
    gateway::SecureKeys m_keys;
    gateway::OriginPolicy m_origins;
    gateway::ChatApi m_chats;
    FileIntake m_intake;
    gateway::FileDoor m_fileDoor;
    gateway::CaptureAccess m_access;
    gateway::CapturePoint m_capturePoint;
    gateway::WaitingTimes m_waitingTimes;
    std::shared_ptr<gateway::BayeuxServer> m_bayeux;
    std::shared_ptr<gateway::ChatChannel> m_channel;
    gateway::StaticFiles m_files;
};

} // namespace tandem::fuzz
