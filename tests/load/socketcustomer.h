// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "load/customer.h"
#include "load/place.h"
#include "load/websocket.h"

#include <map>

namespace tandem::load {

// Chat API version 2 over CometD (Bayeux 1.0) on a WebSocket.
class SocketCustomer final : public Customer
{
public:
    SocketCustomer(Place &place, CustomerEvents &events, std::uint32_t conversation);
    void start(const std::string &subject) override;
    void say(std::uint32_t number, const std::string &text) override;
    void type(bool isTyping) override;
    void leave() override;
    void drop() override;
    void reload() override;
    void hangUp() override;

private:
    void open();
    void lost();
    void comeBack();
    void publish(const std::string &members);
    void tell(const std::string &channel, const std::string &members);
    void ask();
    void heard(std::string_view frame);
    void heardOne(std::string_view message);
    void shaken(std::string_view message);
    void heardData(std::string_view message);
    void answered(std::string_view message, std::string_view key);
    void caughtUp();
    void sayAgain();

    Place &m_place;
    CustomerEvents &m_events;
    const std::string m_channel;
    const std::string m_startKey;
    Timer m_pause;
    std::shared_ptr<WebSocket> m_socket;
    std::map<std::uint32_t, std::string> m_unacknowledged;
    std::string m_subject;
    std::string m_clientId;
    std::string m_secureKey;
    Clock::time_point m_returnedAt;
    std::uint32_t m_nextId = 1;
    int m_position = 1;
    bool m_isReturning = false;
    bool m_isLeaving = false;
    bool m_isOver = false;
};

} // namespace tandem::load
