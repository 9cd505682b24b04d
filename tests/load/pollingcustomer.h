// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "load/customer.h"
#include "load/httpclient.h"
#include "load/place.h"

namespace tandem::load {

// Chat API version 2 over REST; asks for news every `interval`.
class PollingCustomer final : public Customer
{
public:
    PollingCustomer(Place &place, CustomerEvents &events, std::uint32_t conversation,
                    std::chrono::milliseconds interval);
    void start(const std::string &subject) override;
    void say(std::uint32_t number, const std::string &text) override;
    void type(bool isTyping) override;
    void leave() override;
    void drop() override;
    void reload() override;
    void hangUp() override;

private:
    void ask(const std::string &operation, const std::string &fields, HttpClient::Handler answered);
    void started(const HttpAnswer &answer);
    void pollAt(Clock::time_point due);
    void poll(Clock::time_point due);
    void heard(const HttpAnswer &answer, bool isCatchingUp);
    void sayAgain(std::uint32_t number, const std::string &text);
    void comeBack(int position);

    Place &m_place;
    CustomerEvents &m_events;
    const std::chrono::milliseconds m_interval;
    const std::string m_path;
    const std::string m_startKey;
    std::shared_ptr<HttpClient> m_http;
    Timer m_timer;
    std::string m_chatId;
    std::string m_access;
    int m_position = 1; // from which the next request asks
    int m_known = 1;    // the furthest so far
    bool m_isPolling = false;
    bool m_isOver = false;
};

} // namespace tandem::load
