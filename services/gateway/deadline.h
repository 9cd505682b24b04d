// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"
#include "gateway/iotypes.h"

#include <boost/asio/steady_timer.hpp>

#include <functional>
#include <memory>

namespace tandem::gateway {

// One time limit that is moved often and seldom reached: moving it later costs no timer work.
// On the strand of its connection.
class Deadline
{
public:
    using Clock = std::chrono::steady_clock;

    // `reached` is called on the strand, as long as `owner` lives.
    Deadline(const Strand &strand, std::function<void()> reached);

    void setOwner(std::weak_ptr<void> owner) { m_owner = std::move(owner); }
    void set(Ms fromNow);
    void set(Clock::time_point when);
    void clear() { m_when = Clock::time_point::max(); }
    void stop();

private:
    void arm();

    using Timer = boost::asio::basic_waitable_timer<Clock, boost::asio::wait_traits<Clock>, Strand>;

    Timer m_timer;
    std::function<void()> m_reached;
    std::weak_ptr<void> m_owner;
    Clock::time_point m_when = Clock::time_point::max();
    Clock::time_point m_armedFor = Clock::time_point::max();
};

} // namespace tandem::gateway
