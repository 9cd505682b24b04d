// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "gateway/context.h"
#include "gateway/settings.h"

#include <boost/asio/steady_timer.hpp>

#include <memory>

namespace tandem::gateway {

// Takes new connections, unless there are too many; waits a little where the system has no file
// descriptors left. Lives on the I/O threads until stop().
class Listener : public std::enable_shared_from_this<Listener>
{
public:
    explicit Listener(std::shared_ptr<Context> context);

    // conflict: the port is in use; not_permitted, invalid_params: it cannot be listened at.
    Result<void> open(const GatewaySettings &settings);
    std::uint16_t port() const { return m_port; }
    void start();
    void stop();

private:
    void accept();
    void admit(Socket socket);
    void backOff(const boost::system::error_code &error);

    std::shared_ptr<Context> m_context;
    Acceptor m_acceptor;
    boost::asio::steady_timer m_pause;
    std::chrono::steady_clock::time_point m_warned{};
    std::uint16_t m_port = 0;
};

} // namespace tandem::gateway
