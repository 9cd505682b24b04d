// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/iotypes.h"

#include <boost/asio/post.hpp>

#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace tandem::gateway {

// Work that any thread hands to a strand, in order: many at a time for one wake-up. Bounded: what
// does not fit is dropped, and the owner told so.
class Mailbox
{
public:
    using Work = std::function<void()>;

    // `after` is called once all that had come is done; `lost`: work was dropped before it.
    Mailbox(boost::asio::io_context &io, const Strand &strand, std::size_t most,
            std::function<void(bool lost)> after)
        : m_io(io), m_strand(strand), m_most(most), m_after(std::move(after))
    {
    }

    // Any thread. `owner` keeps the mailbox alive until the work is done.
    void push(std::shared_ptr<void> owner, Work work)
    {
        const std::lock_guard lock(m_mutex);
        if (m_work.size() >= m_most) {
            m_hasLost = true;
            return;
        }
        m_work.push_back(std::move(work));
        if (m_isScheduled || m_io.stopped())
            return;
        m_isScheduled = true;
        boost::asio::post(m_strand, [this, owner = std::move(owner)] { drain(); });
    }

private:
    void drain()
    {
        std::vector<Work> work;
        bool lost = false;
        {
            const std::lock_guard lock(m_mutex);
            work.swap(m_work);
            m_isScheduled = false;
            lost = std::exchange(m_hasLost, false);
        }
        for (const auto &one : work)
            one();
        m_after(lost);
    }

    boost::asio::io_context &m_io;
    Strand m_strand;
    std::size_t m_most;
    std::function<void(bool)> m_after;
    std::mutex m_mutex;
    std::vector<Work> m_work;
    bool m_isScheduled = false;
    bool m_hasLost = false;
};

} // namespace tandem::gateway
