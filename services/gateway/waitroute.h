// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coreport.h"
#include "gateway/origin.h"
#include "gateway/router.h"

#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace tandem::gateway {

// How long somebody who comes now would wait in a queue. Keeps an answer for some seconds, so that
// a page with many visitors asks the core no more often. Any thread.
class WaitingTimes
{
public:
    using Done = std::function<void(Result<protocol::QueueWaitReply>)>;

    explicit WaitingTimes(CorePort &core) : m_core(core) {}

    // `done` comes once, at once or on the releasing thread.
    void ask(const QueueId &queue, Done done);

private:
    using Clock = std::chrono::steady_clock;
    struct Entry
    {
        protocol::QueueWaitReply reply;
        Clock::time_point known;
    };

    void answered(const QueueId &queue, const Result<protocol::QueueWaitReply> &reply);

    CorePort &m_core;
    std::mutex m_mutex;
    std::map<QueueId, Entry> m_known;
    std::map<QueueId, std::vector<Done>> m_asked; // on their way to the core
};

// GET /genesys/1/statistic/ewt?name=QUEUE, for anybody, with CORS. All must outlive the router.
void addWaitRoute(Router &router, WaitingTimes &times, const OriginPolicy &origins);

} // namespace tandem::gateway
