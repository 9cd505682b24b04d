// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "load/figures.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace tandem::load {

// What a customer's connection tells the conversation that it serves.
class CustomerEvents
{
public:
    virtual void started(const std::string &chatId) = 0;
    // Refused for good, or not reached: there will be no chat.
    virtual void notStarted(bool isRefused) = 0;
    virtual void acknowledged(std::uint32_t number) = 0;
    virtual void refused(std::uint32_t number) = 0;
    // Answers that may hold marks; `isCatchingUp` where earlier ones may be among them.
    virtual void heard(std::string_view json, bool isCatchingUp) = 0;
    virtual void ended() = 0;

protected:
    ~CustomerEvents() = default;
};

// A customer's end of one chat. Comes back by itself when its connection breaks, and says again
// what was not acknowledged, with the same key.
class Customer
{
public:
    virtual ~Customer() = default;
    virtual void start(const std::string &subject) = 0;
    virtual void say(std::uint32_t number, const std::string &text) = 0;
    virtual void type(bool isTyping) = 0;
    virtual void leave() = 0;
    // The network breaks for a moment.
    virtual void drop() = 0;
    // The page is loaded anew: everything said so far is asked for once more.
    virtual void reload() = 0;
    // The end: nothing is told any more. To be called some time before it is destroyed.
    virtual void hangUp() = 0;
};

} // namespace tandem::load
