// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/ratelimit.h"
#include "gateway/settings.h"

#include <atomic>
#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

namespace tandem::gateway {

// A connection as the one who stops the program sees it.
class OpenConnection
{
public:
    virtual ~OpenConnection() = default;
    enum class Manner { Politely, AtOnce };
    // Any thread.
    virtual void shutDown(Manner manner) = 0;
};

// Who is connected from where, and how fast new ones and requests come. Any thread.
class Connections
{
public:
    // Kept by a connection as long as its socket is open.
    class Ticket
    {
    public:
        Ticket(Connections &owner, std::uint64_t number, std::string address, bool isLimited);
        ~Ticket();
        Ticket(const Ticket &) = delete;
        Ticket &operator=(const Ticket &) = delete;

        const std::string &address() const { return m_address; }
        bool isLimited() const { return m_isLimited; }
        void setConnection(std::weak_ptr<OpenConnection> connection);

    private:
        Connections &m_owner;
        std::uint64_t m_number;
        std::string m_address;
        bool m_isLimited;
    };

    // Counts are since the start.
    struct Figures
    {
        std::size_t open = 0;
        std::uint64_t admitted = 0;
        std::uint64_t refused = 0;
        std::uint64_t requests = 0; // and messages over WebSockets
        std::uint64_t dropped = 0;  // did not read what they were sent
    };

    explicit Connections(const GatewayLimits &limits);

    // Nothing where the address, or all together, have too many.
    std::unique_ptr<Ticket> admit(const std::string &address, bool isLoopback);
    bool mayRequest(const Ticket &ticket);
    // A peer does not read what it is sent, and its connection or session is ended for it.
    void countDropped() { ++m_dropped; }
    std::vector<std::shared_ptr<OpenConnection>> all() const;
    Figures figures() const;

private:
    bool mayConnect(const std::string &address, bool isLimited);

    GatewayLimits m_limits;
    mutable std::mutex m_mutex;
    std::uint64_t m_next = 0; // as many were admitted
    std::uint64_t m_refused = 0;
    std::atomic<std::uint64_t> m_asked = 0;
    std::atomic<std::uint64_t> m_dropped = 0;
    std::unordered_map<std::uint64_t, std::weak_ptr<OpenConnection>> m_open;
    std::unordered_map<std::string, std::size_t> m_byAddress;
    RateLimit m_newConnections;
    RateLimit m_requests;
};

} // namespace tandem::gateway
