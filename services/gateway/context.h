// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/bodybudget.h"
#include "gateway/certificate.h"
#include "gateway/connections.h"
#include "gateway/iotypes.h"
#include "gateway/router.h"
#include "gateway/settings.h"

#include <boost/asio/executor_work_guard.hpp>

#include <atomic>
#include <thread>
#include <vector>

namespace tandem::gateway {

// What all connections share: the I/O threads, the limits and the way to the handlers. Lives as
// long as any of them.
struct Context
{
    explicit Context(const GatewayLimits &gatewayLimits)
        : limits(gatewayLimits),
          work(io.get_executor()),
          connections(gatewayLimits),
          uploads(gatewayLimits.uploads)
    {
    }

    GatewayLimits limits;
    boost::asio::io_context io;
    boost::asio::executor_work_guard<IoExecutor> work;
    std::atomic<bool> isStopping = false;
    Connections connections;
    BodyBudget uploads;
    Router router;
    // Of the connections that are accepted from now on; none: they are not encrypted.
    std::atomic<std::shared_ptr<const Certificate>> certificate;
};

} // namespace tandem::gateway
